import Support
import Testing

@testable import Linking

@Suite struct NameAutomatonTests {
  private func found(_ names: [String], in text: String) -> [String] {
    let bytes = Array(text.utf8)
    return NameAutomaton(names).matches(in: bytes[...]).found.map {
      "\(names[$0.name])@\(String(decoding: bytes[$0.range], as: UTF8.self))"
    }
  }

  @Test(
    "a name is met as a whole word",
    arguments: [
      ("Ada", "Ada", ["Ada@Ada"]),
      ("Ada", "Adam, Nada, Ada-Marie, Jean-Ada", []),
      ("Ada", "d'Ada, d’Ada, (Ada)", ["Ada@Ada", "Ada@Ada", "Ada@Ada"]),
      ("Ada", "Adaé éAda « Ada »", ["Ada@Ada"]),
      (
        "Ada Lovelace", "Ada\nLovelace, Ada\u{A0}Lovelace, Ada \u{202F}Lovelace",
        [
          "Ada Lovelace@Ada\nLovelace", "Ada Lovelace@Ada\u{A0}Lovelace",
          "Ada Lovelace@Ada \u{202F}Lovelace",
        ]
      ),
      ("l’Hôpital", "de l'Hôpital", ["l’Hôpital@l'Hôpital"]),
      ("Émilie", "Emilie, Émilie.", ["Émilie@Émilie"]),
    ]
  )
  func wholeWords(name: String, text: String, expected: [String]) {
    #expect(found([name], in: text) == expected)
  }

  @Test("the longest name that begins at a word wins, and matches do not overlap")
  func longest() {
    let names = ["Ada", "Ada Lovelace", "Lovelace", "Ada Lovelace Byron"]
    #expect(
      found(names, in: "Ada Lovelace Byr, Ada Lovelace Byron, Ada, Lovelace")
        == [
          "Ada Lovelace@Ada Lovelace", "Ada Lovelace Byron@Ada Lovelace Byron", "Ada@Ada",
          "Lovelace@Lovelace",
        ]
    )
  }

  @Test(
    "a name that is added or taken away is found, or not, as if all were new",
    arguments: 0..<200 as Range<UInt64>
  )
  func replaced(seed: UInt64) {
    var words = RandomWords(seed: seed)
    var names: [String] = []
    for name in (0..<12).map({ _ in words.name() })
    where !names.contains(where: { WordBytes.folded($0) == WordBytes.folded(name) }) {
      names.append(name)
    }
    let text = Array(words.word(0...80).utf8)
    let (gone, kept) = (names.prefix(names.count / 2), names.dropFirst(names.count / 2))
    var automaton = NameAutomaton(Array(gone) + kept.prefix(2))
    for (place, name) in kept.enumerated() { automaton.insert(name, as: 100 + place) }
    for name in gone { automaton.remove(name) }
    let found = automaton.matches(in: text[...]).found
    #expect(found.map(\.range) == searched(Array(kept), in: text))
    #expect(found.allSatisfy { $0.name >= 100 })
    let marks = WordMarks(of: text)
    let mayHold =
      NameSearch(Array(kept)).finds(in: text)
      && kept.contains { marks.mayHold(WordMarks.words(of: $0)) }
    #expect(mayHold || found.isEmpty)
  }

  @Test(
    "a text without the one-spelled part of a name is passed over",
    arguments: [
      ("Ada Lovelace", "Ada, puis Lovelass", false), ("Ada Lovelace", "Lovelace, puis Ada", true),
      ("Saint-Étienne-du-Lac", "de Saint Étienne", true), ("d’Alembert", "alembert", false),
      ("le", "rien", true),
    ]
  )
  func passedOver(name: String, text: String, expected: Bool) {
    #expect(NameSearch([name]).finds(in: text) == expected)
  }

  @Test("most words that do not stand in a text leave no mark there")
  func marks() {
    let words = (0..<2000).map { "mot\($0)" }
    let marks = WordMarks(of: Array(words.prefix(1000).joined(separator: " ").utf8))
    let held = words.filter { marks.mayHold(WordMarks.words(of: $0)) }
    #expect(held.prefix(1000) == words.prefix(1000))
    #expect(held.count < 1300)
  }

  @Test("agrees with a search for every name at every place", arguments: 0..<200 as Range<UInt64>)
  func oracle(seed: UInt64) {
    var words = RandomWords(seed: seed)
    let names = (0..<8).map { _ in words.name() }
    let text = Array(words.word(0...80).utf8)
    let automaton = NameAutomaton(names)
    #expect(automaton.matches(in: text[...]).found.map(\.range) == searched(names, in: text))
  }

  @Test("two automata find in one walk what each finds alone", arguments: 0..<200 as Range<UInt64>)
  func beside(seed: UInt64) {
    var words = RandomWords(seed: seed)
    let (first, second) = (
      (0..<6).map { _ in words.name() }, (0..<6).map { _ in words.word(1...3) }
    )
    let text = Array(words.word(0...80).utf8)
    let (own, others) = (NameAutomaton(first), NameAutomaton(second))
    let found = own.matches(in: text, beside: others)
    #expect(found.own == own.matches(in: text[...]).found)
    #expect(found.others == others.matches(in: text[...]).found)
  }

  /// The slow way: at every place where a word begins, every name, the longest wins.
  private func searched(_ names: [String], in text: [UInt8]) -> [Range<Int>] {
    let scalars = Array(String(decoding: text, as: UTF8.self).unicodeScalars)
    func isWord(_ position: Int) -> Bool {
      scalars.indices.contains(position)
        && (scalars[position].properties.isAlphabetic || scalars[position] == "-")
    }
    func fold(_ scalar: Unicode.Scalar) -> Unicode.Scalar {
      switch scalar {
      case "\u{A0}", "\n": " "
      case "’": "'"
      default: scalar
      }
    }
    func end(of name: [Unicode.Scalar], from start: Int) -> Int? {
      var position = start
      for (index, scalar) in name.enumerated() {
        if scalar == " ", index > 0, name[index - 1] == " " { continue }
        guard position < scalars.count, fold(scalars[position]) == scalar else { return nil }
        position += 1
        if scalar == " " {
          while position < scalars.count, fold(scalars[position]) == " " { position += 1 }
        }
      }
      return isWord(position) ? nil : position
    }
    let folded = names.map { $0.unicodeScalars.map(fold) }
    var (ranges, position): ([Range<Int>], Int) = ([], 0)
    var offsets = [0]
    for scalar in scalars { offsets.append(offsets[offsets.count - 1] + UTF8.width(scalar)) }
    while position < scalars.count {
      let ends = isWord(position - 1) ? [] : folded.compactMap { end(of: $0, from: position) }
      if let longest = ends.max() {
        ranges.append(offsets[position]..<offsets[longest])
        position = longest
      } else {
        position += 1
      }
    }
    return ranges
  }

  @Test("twice the text is twice the work, whatever it holds")
  func linearWork() {
    let automaton = NameAutomaton(["ada ada ada ada lovelace", "ada ada"])
    func work(_ count: Int) -> Int {
      let text = Array(String(repeating: "ada ", count: count).utf8)
      return automaton.matches(in: text[...]).work
    }
    #expect(work(20_000) <= 2 * work(10_000) + 100)
  }

  @Test("any bytes are walked to their end", arguments: 0..<100 as Range<UInt64>)
  func anyBytes(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = (0..<200).map { _ in UInt8.random(in: 0...255, using: &generator) }
    let automaton = NameAutomaton(["é", "a", "\u{E0}b"])
    for match in automaton.matches(in: text[...]).found {
      #expect(text.indices.contains(match.range.upperBound - 1))
    }
  }
}

/// Words of few letters and many kinds of marks.
private struct RandomWords {
  private static let syllables = [
    "a", "b", "é", "ab", "-", "'", "’", " ", "\u{A0}", "\n", ".", "ÿ",
  ]
  private var generator: SeededGenerator

  init(seed: UInt64) { generator = SeededGenerator(seed: seed) }

  mutating func word(_ length: ClosedRange<Int>) -> String {
    (0..<Int.random(in: length, using: &generator)).map { _ in
      RandomWords.syllables.randomElement(using: &generator) ?? "a"
    }.joined()
  }

  mutating func name() -> String { "a" + word(0...3) + "b" }
}
