import Diagnostics
import Testing

@testable import Markdown

struct CitationTests {
  private let resolver = MarkdownResolver(
    idPrefix: "p-",
    cite: { cite, ordinal in
      guard cite.key.value != "none" else { return nil }
      let locator = cite.locator.map { ", \($0.written)" } ?? ""
      return ResolvedReference(
        href: "#ref-\(cite.key.value)",
        label: "\(cite.key.value.uppercased())\(locator)",
        title: ordinal == 1 ? "a \"title\"" : nil
      )
    }
  )

  @Test func bracketsPrintEachKeyInParentheses() {
    #expect(
      scholarlyHTML(
        of: "And [@roe:x, p. 12].",
        resolver: resolver
      )
        == "<p>And (<a class=\"citation\" id=\"p-appel-1\" "
        + "href=\"#ref-roe:x\" title=\"a &quot;title&quot;\">ROE:X, p. 12</a>).</p>\n"
    )
    #expect(
      scholarlyHTML(of: "See [@Doe_2007;\n@none, p. 4; @c].", resolver: resolver)
        == "<p>See (<a class=\"citation\" id=\"p-appel-1\" href=\"#ref-Doe_2007\" "
        + "title=\"a &quot;title&quot;\">DOE_2007</a>; none, p. 4; <a class=\"citation\" "
        + "id=\"p-appel-3\" href=\"#ref-c\">C</a>).</p>\n"
    )
  }

  @Test func linkToAKeyKeepsItsPrintedForm() {
    let text = "[*Doe*, 2007](@doe \"p. 3\") [](@roe) [Nobody](@none) [x](\\@not a) [y](@)"
    #expect(
      scholarlyHTML(of: text, resolver: resolver)
        == "<p><a class=\"citation\" id=\"p-appel-1\" href=\"#ref-doe\" "
        + "title=\"a &quot;title&quot;\"><em>Doe</em>, 2007</a> <a class=\"citation\" "
        + "id=\"p-appel-2\" href=\"#ref-roe\">ROE</a> Nobody [x](@not a) <a href=\"@\">y</a></p>\n"
    )
    let document = parse(text.utf8).value
    #expect(document.citations.map(\.printed) == ["Doe, 2007", nil, "Nobody"])
    #expect(document.cites.map { $0.locator?.value } == ["3", nil, nil])
    #expect(document.links.map(\.value) == ["@"])
  }

  @Test func keysAreFoundWhereTheyStand() {
    let text = """
      `[@a]` \\[@a] [@a; @b, p. 3] <i title="[@a]">

      > - quoted [@a,
      >   p. 2; @b] [P](@a)

      | x | [@a] |
      |---|---|
      | [@b] | y |

      Note.[^1]

      [^1]: In a note [@c].
      """
    let citations = parse(text.utf8).value.cites
    #expect(citations.map(\.key.value) == ["a", "b", "a", "b", "a", "a", "b", "c"])
    #expect(
      citations.map { $0.locator?.written } == [nil, "p. 3", "p. 2", nil, nil, nil, nil, nil]
    )
    for citation in citations {
      #expect(excerpt(citation.key.span, of: text) == citation.key.value)
    }
    #expect(citations[0].key.span.range.lowerBound == 15)
    #expect(citations.map(\.key.span) == citations.map(\.key.span).sorted())
  }

  @Test(arguments: [
    "`[@a]`", "    [@a]", "<b>\n[@a]\n</b>", "<!-- [@a] -->", "\\[@a]", "&#91;", "a@b [x@y]",
    "```\n[@a]\n```", "$[\\@a]$", "\\@a", "see \\@a and [x \\@a]", "d.e@f.org", "é@a", "a/@b",
    "[some @](/x)", "[on @a](/x)", "https://social.example/@a", "`@a`", "@", "@ a", "a--@b",
  ])
  func codeRawHTMLAndEscapesHoldNoCitation(text: String) {
    let parsed = parse(text.utf8)
    #expect(parsed.value.citations.isEmpty)
    #expect(parsed.diagnostics.isEmpty)
  }

  @Test(arguments: [
    "[@]", "[@a", "[@a; b]", "[@a, p. [3]]", "[@a;]", "[@-a]", "[@a @b]", "[@a {p. 3]",
    "[see; @a; b]",
  ])
  func brokenCitationIsReportedAndPrintedAsItStands(citation: String) {
    let text = "See \(citation) there."
    let parsed = parse(text.utf8)
    #expect(parsed.value.citations.isEmpty)
    #expect(parsed.diagnostics.map(\.code) == [MarkdownDiagnostics.malformedCitation])
    #expect(parsed.diagnostics.first?.span?.range.lowerBound == 4)
    let printed = scholarlyHTML(of: text).replacing("\u{202F}", with: "")
    #expect(printed == "<p>\(text)</p>\n")
  }

  @Test func referencesInsideLinksPrintTheirTextAlone() {
    #expect(
      scholarlyHTML(of: "[a [@b] c](/d)", resolver: resolver)
        == "<p><a id=\"p-lien-1\" href=\"/d\">a (B) c</a></p>\n"
    )
  }

  @Test func otherDialectsKnowNoCitations() {
    let document = parse("[@a] [b](@c)".utf8, dialect: .gitHub).value
    #expect(document.citations.isEmpty)
    #expect(document.links.map(\.value) == ["@c"])
  }
}
