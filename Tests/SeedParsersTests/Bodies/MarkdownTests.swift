import Diagnostics
import Testing

@testable import SeedParsers

@Suite struct MarkdownTests {
  @Test(arguments: [
    ("a * b_c [d] <e> `f`", "a \\* b\\_c \\[d\\] \\<e> \\`f\\`"),
    ("# titre", "\\# titre"), ("- item", "\\- item"), ("12. mot", "12\\. mot"),
    ("1) mot", "1\\) mot"), ("en 12. mot", "en 12. mot"), ("R & D &amp; T", "R & D \\&amp; T"),
    ("voir https://example.org/a_b.", "voir <https://example.org/a_b>."),
    ("(https://example.org/a)", "(<https://example.org/a>)"), ("2 > 1", "2 > 1"),
    ("> cité", "\\> cité"),
  ])
  func plainTextMeansTheSame(plain: String, expected: String) {
    #expect(markdown(fromPlain: TracedText(path: "a.txt", plain: plain)).string == expected)
  }

  @Test(arguments: [
    ("Le [Nom](#) et [lien](https://example.org)", "Le Nom et [lien](https://example.org)"),
    ("un  *mot*  seul", "un *mot* seul"), ("[ouvert et (#)", "[ouvert et (#)"),
    ("([A](#), [B](#))", "(A, B)"),
  ])
  func emptyLinksAreText(printed: String, expected: String) {
    #expect(withoutEmptyLinks(TracedText(path: "a.txt", plain: printed)).string == expected)
  }

  @Test func rawSyntaxOfAnIssueLosesItsPower() {
    let text = TracedText(path: "a.txt", plain: "*oui* <b> et [[x|y]]")
    #expect(markdown(fromMarkdown: text).string == "*oui* \\<b> et \\[[x|y]]")
  }

  @Test func everyByteLeadsBack() {
    let file = SourceFile(path: "a.txt", text: "Cafe\u{301} * noir")
    let text = markdown(fromPlain: readSeedLines(file)[0].text).composed()
    #expect(String(decoding: text.bytes, as: UTF8.self) == "Café \\* noir")
    let noir = text.bytes.count - 4..<text.bytes.count
    #expect(text.map.span(of: noir).range == 9..<13)
    #expect(text.map.span(of: 0..<5).range == 0..<6)
    #expect(text.map.span(of: 6..<8).range == 7..<8)
  }
}
