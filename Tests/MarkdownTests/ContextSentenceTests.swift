import Diagnostics
import Testing

@testable import Markdown

struct ContextSentenceTests {
  private func sentences(of text: String, limit: Int = 200) -> [String] {
    let found = parse(text.utf8).value.contextSentences(limit: limit) { "(C\($0))" }
    return (found.citations + found.mentions + found.links).map {
      "\($0.before)[\($0.marked)]\($0.after)"
    }
  }

  @Test func theSentenceAroundEachReferenceIsFound() {
    let text = """
      One here. *Two* with [@a] and [the words](@b); then
      more! Three, see [[c|the name]]. Four.

      - Item with [@d]

      | Cell | [@e] |
      |------|------|

      Called.[^1]

      [^1]: In a note [@f]. After.
      """
    #expect(
      sentences(of: text) == [
        "Two with [(C0)] and the words\u{202F}; then more\u{202F}!",
        "Two with (C0) and [the words]\u{202F}; then more\u{202F}!",
        "Item with [(C2)]", "[(C3)]", "In a note [(C4)].", "Three, see [the name].",
      ]
    )
  }

  @Test func linksAndMentionsWithoutWordsHaveTheirSentenceToo() {
    let found = parse("One. See [the list](/a/) of [[b]] and ![x](c). Two.".utf8).value
      .contextSentences(limit: 200, citation: { _ in nil }, mention: { _ in "the name of b" })
    let sentences = (found.mentions + found.links).map { "\($0.before)[\($0.marked)]\($0.after)" }
    #expect(
      sentences == [
        "See the list of [the name of b] and x.", "See [the list] of the name of b and x.", "[]",
      ]
    )
  }

  @Test func longSentencesAreCutAtWords() {
    let text = "aaa bbb ccc ddd [@k] eee fff ggg hhh."
    #expect(sentences(of: text, limit: 8) == ["…ddd [(C0)] eee…"])
    #expect(sentences(of: text, limit: 100) == ["aaa bbb ccc ddd [(C0)] eee fff ggg hhh."])
  }

  /// What stands in the text as it is shown is not kept a second time, lines and all.
  @Test(arguments: [
    ("One. See [the\n*list*](/a/) of\nus *all*. Two.", 0), ("See [@a]. And [@b].", 8),
    ("See [the words](@b) of *us*. See [[c|the\nname]].", 0),
  ])
  func wordsOfTheTextAreNotCopied(text: String, others: Int) {
    let found = parse(text.utf8).value.contextSentences(limit: 200) { "(C\($0))" }
    let sentences = found.citations + found.mentions + found.links
    #expect(!sentences.isEmpty)
    #expect(sentences.allSatisfy { !$0.marksNothing && $0.words.others.count == others })
  }

  @Test(arguments: [
    ("A b. C d.", ["A b.", "C d."]), ("Cf. M. Doe, p. 3. Then", ["Cf. M. Doe, p. 3.", "Then"]),
    (
      "Il dit «\u{A0}oui\u{202F}!\u{A0}» Puis non.",
      ["Il dit «\u{A0}oui\u{202F}!\u{A0}»", "Puis non."]
    ),
    ("Dans « Un. Deux », oui. Non.", ["Dans « Un. Deux », oui.", "Non."]),
    ("Really?! (Yes.) No", ["Really?!", "(Yes.)", "No"]),
    ("Trois… et quatre. 5 fois.", ["Trois… et quatre.", "5 fois."]),
    ("e.g. this and 3.5 that", ["e.g. this and 3.5 that"]),
    ("Doe et al. Press", ["Doe et al. Press"]),
    ("", []), ("...", ["..."]),
  ])
  func sentencesEndWhereReadersSeeThem(text: String, expected: [String]) {
    let bytes = Array(text.utf8)
    var start = 0
    let found = (sentenceEnds(of: bytes) + [bytes.count]).compactMap { end -> String? in
      defer { start = end }
      let part = String(decoding: bytes[start..<end], as: UTF8.self)
      return part.isEmpty
        ? nil
        : part.split(separator: " ", omittingEmptySubsequences: true)
          .joined(separator: " ")
    }
    #expect(found == expected)
  }

  @Test func citationsInNotesAreReadWhereTheyAreCalled() {
    let text = "A[^2] [@x] B[^1] [@y]\n\n[^1]: [@one]\n\n[^2]: [@two] [^3]\n\n[^3]: [@three]\n"
    let document = parse(text.utf8).value
    let read = document.notePlan.places.map { place in
      "\(document.citations[place.citation].cites[0].key.value) \(place.note ?? 0)"
    }
    #expect(
      read == ["two 1", "x 0", "one 2", "y 0", "three 3"]

    )
  }
}
