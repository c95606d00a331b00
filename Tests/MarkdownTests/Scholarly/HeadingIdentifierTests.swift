import Markup
import Testing

@testable import Markdown

struct HeadingIdentifierTests {
  @Test(arguments: [
    ("L'Œuvre d’art — §2 : ÉTÉ", "l-oeuvre-d-art-2-ete"), ("Straße, ex æquo", "strasse-ex-aequo"),
    ("e\u{301}te\u{301}", "ete"), ("İstanbul", "istanbul"), ("  --  ", ""), ("日本", ""),
    ("A  b", "a-b"), ("C++", "c"), ("Łódź þorn", "lodz-thorn"),
  ])
  func slugFoldsToASCII(text: String, expected: String) {
    #expect(slugify(text) == expected)
  }

  @Test func identifiersDoNotMeet() {
    var identifiers = HeadingIdentifiers()
    let texts = ["A", "A", "A-2", "a", "!", "?", "Note 1", "Appel 2", "Note"]
    let ids = texts.map { identifiers.identifier(for: $0) }
    #expect(
      ids == [
        "a", "a-2", "a-2-2", "a-3", "section", "section-2", "note-1-2", "appel-2-2", "note",
      ]
    )
    #expect(Set(ids).count == ids.count)
  }
}
