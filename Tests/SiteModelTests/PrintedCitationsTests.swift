import CSL
import Diagnostics
import Markdown
import SiteModel
import Testing

struct PrintedCitationsTests {
  /// Each citation finds its own pieces among those of its text.
  @Test func citationsArePrintedInPieces() {
    let file = SourceFile(path: "a.md", text: "[see @a; @b], @c says. [@d] [@e]")
    let document = parseMarkdown(ComposedText(of: file), dialect: .scholarly).value
    let printed = PrintedCitations(
      [
        [
          .text("(see "), .linked(.cite(0), [.text("A & B")]), .text("; "),
          .styled(.italic, [.linked(.cite(1), [.text("C")]), .text(")")]),
        ],
        [.linked(.cite(0), [.text("D")]), .text("\u{A0}(1999)")],
        [],
        [.text("E")],
      ],
      of: document.citations
    )
    #expect(
      document.citations.indices.map(printed.parts) == [
        [
          .html("(see "), .cite(0, html: "A &#38; B"), .html("; "), .cite(1, html: "<i>C</i>"),
          .html("<i>)</i>"),
        ],
        // What belongs to the sentence is one link.
        [.cite(0, html: "D\u{A0}(1999)")],
        nil,
        [.html("E")],
      ]
    )
  }
}
