import Diagnostics
import FrontMatter
import Publishing
import SiteModel
import Support
import Testing

/// The one form of a text that all ways of writing it share.
struct CanonicalTextTests {
  private func canonical(_ body: String, fields: String = "") throws -> CanonicalText {
    let slug = try #require(Slug("1"))
    let file = SourceFile(path: "Content/issues/1.md", text: "---\n\(fields)\n---\n\(body)")
    return CanonicalText(of: try #require(readKeptText(file, of: EntityID(.issue, slug))))
  }

  /// As docs/publishing.md shows it.
  @Test func theFormIsTheOneThatIsDocumented() throws {
    let text = try canonical(
      "\n## Un titre\n\nUn passage\nde prose.  \n",
      fields: "title:  Un   titre\nauthors: ada\nstatus: published\ndoi: 10.1234/ab"
    )
    #expect(
      String(decoding: text.bytes, as: UTF8.self) == """
        sitegen canonical text 1
        authors:
          - person:
              ada
        title:
          Un titre
        body:
          ## Un titre

          Un passage de prose.

        """
    )
    #expect(text.seal == seal(of: text.bytes))
  }

  @Test(arguments: [
    ("a\r\nb\r\n", "a\nb\n"), ("a  b\tc", "a b c"), ("un mot", "un\nmot"),
    ("a ;", "a\u{A0};"), ("e\u{301}t", "\u{E9}t"), ("a\n\n\n\nb", "a\n\nb"), ("a  \nb", "a\\\nb"),
    ("- un\n  deux", "- un deux"), ("dit [@k, p. 2]", "dit\n[@k, p. 2]"), ("a 12 b", "a\n12 b"),
  ])
  func waysOfWritingAreOne(first: String, second: String) throws {
    #expect(try canonical(first).seal == canonical(second).seal)
  }

  @Test(arguments: [
    ("a\n\nb", "a\nb"), ("a  \nb", "a\nb"), ("- a\n- b", "- a b"), ("a\n# b", "a # b"),
    ("a\n1. b", "a 1. b"), ("a\n> b", "a > b"), ("```\na\nb\n```", "```\na b\n```"),
    ("| a |\n| - |\n| b |", "| a | | - | | b |"), ("a\n===", "a ==="), ("*a*", "a"),
    ("a\n[^1]: b", "a [^1]: b"), ("    a\n    b", "    a b"), ("a", "A"),
  ])
  func othersAreNot(first: String, second: String) throws {
    #expect(try canonical(first).seal != canonical(second).seal)
  }

  /// Any word put in another's place is seen, wherever it stands.
  @Test func everyChangedWordIsSeen() throws {
    var generator = SeededGenerator(seed: 7)
    let words = (0..<400).map { "mot\($0)" }
    let text = words.enumerated().map { $0.element + ($0.offset % 9 == 8 ? "\n\n" : "\n") }
    let whole = try canonical(text.joined()).seal
    for _ in 0..<60 {
      var changed = text
      let place = Int.random(in: changed.indices, using: &generator)
      changed[place] = changed[place].replacing("mot", with: "son")
      #expect(try canonical(changed.joined()).seal != whole, "seed 7, word \(place)")
    }
  }
}
