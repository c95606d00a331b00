import Diagnostics
import Testing

@testable import Markdown

struct MarkdownDocumentTests {
  @Test func headingsHaveLevelTextIdentifierAndPlace() {
    let text = "# Été *à* `Nîmes`\n\nBody\n\nSecond\n------\n"
    let headings = parse(text.utf8).value.headings
    #expect(headings.map(\.level) == [1, 2])
    #expect(headings.map(\.text) == ["Été à Nîmes", "Second"])
    #expect(headings.map(\.id) == ["ete-a-nimes", "second"])
    #expect(excerpt(headings[0].span, of: text) == "# Été *à* `Nîmes`")
    #expect(excerpt(headings[1].span, of: text) == "Second\n------")
  }

  @Test func linksAndImagesAreListedWhereTheyStand() {
    let text = "`u` [a](u) ![b](</v w>) <https://x.org> [c][r]\n\n> - [d](u)\n\n[r]: /z\n"
    let document = parse(text.utf8, dialect: .gitHub).value
    #expect(document.links.map(\.value) == ["u", "/v w", "https://x.org", "/z", "u"])
    #expect(document.links.map(\.span.range.lowerBound) == [8, 17, 25, 0, 56])
  }

  @Test func spansLeadBackThroughTheSourceMap() {
    let map = SourceMap(
      path: "seed.txt",
      segments: [.init(text: 0, source: 100), .init(text: 4, source: 200)]
    )
    let source = ComposedText(bytes: Array("ab\n\n[@key]\n".utf8), map: map)
    let citation = parseMarkdown(source, dialect: .scholarly).value.cites.first
    #expect(citation?.key.span == SourceSpan(path: "seed.txt", range: 202..<205))
  }

  @Test func rangeOfAFileIsCutToIt() {
    let file = SourceFile(path: "a.md", text: "---\n---\n[[x]]")
    let source = ComposedText(of: file, range: 8..<99)
    #expect(source.bytes == Array("[[x]]".utf8))
    let mention = parseMarkdown(source, dialect: .scholarly).value.mentions.first
    #expect(mention?.target.span.range == 10..<11)
  }

  @Test(arguments: ["", "\n \n", "[x]: /unused\n"])
  func textWithoutContentIsEmpty(text: String) {
    #expect(parse(text.utf8).value.isEmpty)
  }

  @Test func equalTextsGiveEqualDocuments() {
    let text = "# A\n\nB [@c] [[d]]\n"
    #expect(parse(text.utf8).value == parse(text.utf8).value)
    #expect(parse(text.utf8).value != parse("# A\n".utf8).value)
  }
}
