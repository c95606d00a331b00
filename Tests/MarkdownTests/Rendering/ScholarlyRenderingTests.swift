import Diagnostics
import Testing

@testable import Markdown

struct ScholarlyRenderingTests {
  @Test func headingsAreShiftedAndNamed() {
    let resolver = MarkdownResolver(headingShift: 2, idPrefix: "t-")
    #expect(
      scholarlyHTML(of: "# A\n\n##### B\n\n# A\n", resolver: resolver)
        == "<h3 id=\"t-a\">A</h3>\n<h6 id=\"t-b\">B</h6>\n<h3 id=\"t-a-2\">A</h3>\n"
    )
  }

  @Test func notesStandAtTheEndWithTheirWaysBack() {
    let resolver = MarkdownResolver(
      headingShift: 1,
      idPrefix: "t-",
      noteReturnLabel: "Back",
      notesHeading: "Notes"
    )
    let back = "class=\"note-return\" role=\"doc-backlink\" aria-label=\"Back\">↩"
    #expect(
      scholarlyHTML(of: "A[^x] b[^y] c[^x]\n\n[^y]: - Y\n\n[^x]: X\n", resolver: resolver) == """
        <p>A<sup class="note-call"><a href="#t-note-1" id="t-appel-note-1" role="doc-noteref">1</a>\
        </sup> b<sup class="note-call"><a href="#t-note-2" id="t-appel-note-2" role="doc-noteref">2\
        </a></sup> c<sup class="note-call"><a href="#t-note-1" id="t-appel-note-1-2" \
        role="doc-noteref">1</a></sup></p>
        <section class="notes" role="doc-endnotes">
        <h2>Notes</h2>
        <ol>
        <li id="t-note-1">
        <p>X <a href="#t-appel-note-1" \(back)</a> <a href="#t-appel-note-1-2" \(back)\
        <sup>2</sup></a></p>
        </li>
        <li id="t-note-2">
        <ul>
        <li>Y</li>
        </ul>
        <a href="#t-appel-note-2" \(back)</a>
        </li>
        </ol>
        </section>

        """
    )
  }

  @Test func tablesNameTheScopeOfTheirHeaders() {
    #expect(
      scholarlyHTML(of: "| a | b |\n|:-:|---|\n| c | d |\n") == """
        <table>
        <thead>
        <tr>
        <th scope="col" class="align-center">a</th>
        <th scope="col">b</th>
        </tr>
        </thead>
        <tbody>
        <tr>
        <td class="align-center">c</td>
        <td>d</td>
        </tr>
        </tbody>
        </table>

        """
    )
  }

  @Test func destinationsAreRewrittenAndEscaped() {
    let resolver = MarkdownResolver(link: { "../\($0)?a&b" })
    #expect(
      scholarlyHTML(of: "[a](/x \"t\") ![b *c*](/é 'u')", resolver: resolver)
        == "<p><a id=\"lien-1\" href=\"..//x?a&amp;b\" title=\"t\">a</a> <img src=\"..//%C3%A9?a&amp;b\" "
        + "alt=\"b c\" title=\"u\" loading=\"lazy\" /></p>\n"
    )
  }

  @Test func rawHTMLIsKeptButForDangerousTags() {
    #expect(
      scholarlyHTML(of: "<div class=\"x\">\n<script>\n</div>\n\na <b>c</b> <iframe src=d>\n") == """
        <div class="x">
        &lt;script>
        </div>
        <p>a <b>c</b> &lt;iframe src=d></p>

        """
    )
  }

  @Test func outputIsAppendedToWhatIsThere() {
    var output = Array("<main>".utf8)
    renderHTML(parse("a".utf8).value, resolver: .plain, into: &output)
    #expect(String(decoding: output, as: UTF8.self) == "<main><p>a</p>\n")
  }
}
