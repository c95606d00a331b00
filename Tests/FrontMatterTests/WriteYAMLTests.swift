import Diagnostics
import FrontMatter
import Support
import Testing

private let nowhere = SourceSpan(path: "a.yaml", range: 0..<0)

private func scalar(_ text: String) -> FieldValue { .scalar(Spanned(text, at: nowhere)) }

private func mapping(_ entries: [(String, FieldValue)]) -> FieldMapping {
  FieldMapping(
    entries.map { FieldMapping.Entry(Spanned($0.0, at: nowhere), $0.1) },
    at: nowhere
  )
}

/// A value without its places, so that two readings can be compared.
private indirect enum Plain: Hashable {
  case text([UInt8])
  case list([Plain])
  case record([String], [Plain])

  init(_ value: FieldValue) {
    switch value {
    case .scalar(let scalar): self = .text(Array(scalar.value.utf8))
    case .sequence(let elements, _): self = .list(elements.map { Plain($0) })
    case .mapping(let mapping):
      self = .record(mapping.entries.map(\.key.value), mapping.entries.map { Plain($0.value) })
    }
  }
}

struct WriteYAMLTests {
  @Test func anEditorReadsItEasily() {
    let person = mapping([("person", scalar("ada")), ("function", scalar("dite « comtesse »"))])
    let fields = mapping([
      ("title", scalar("Calcul : la machine")), ("date", scalar("1843-09")),
      ("number", scalar("3")), ("speakers", .sequence([.mapping(person), scalar("no")], nowhere)),
      ("abstract", scalar("Un.\n\nDeux.")), ("none", .sequence([], nowhere)),
    ])
    #expect(
      writeYAML(fields, comments: ["date": "as printed"]) == """
        title: "Calcul : la machine"
        # as printed
        date: 1843-09
        number: 3
        speakers:
          - person: ada
            function: dite « comtesse »
          - "no"
        abstract: |-
          Un.

          Deux.
        none: []

        """
    )
  }

  @Test(arguments: [
    ("l’été", "l’été"), ("a: b", "\"a: b\""), ("a:b", "a:b"), ("a #b", "\"a #b\""), ("a#b", "a#b"),
    ("", "\"\""), ("yes", "\"yes\""), ("~", "\"~\""), ("012", "\"012\""), ("12", "12"),
    ("1e3", "\"1e3\""), ("12:30", "\"12:30\""), ("12, rue X", "12, rue X"), (" a", "\" a\""),
    ("dit \"X\"", "dit \"X\""), ("\"X\" dit", "'\"X\" dit'"), ("\"l'X\"", "'\"l''X\"'"),
    ("a\u{2028}b", "\"a\\U00002028b\""), ("[[x]]", "\"[[x]]\""), ("- a", "\"- a\""),
  ])
  func textsStandBareOnlyWhereNobodyMisreadsThem(text: String, written: String) {
    #expect(writeYAML(mapping([("k", scalar(text))])) == "k: \(written)\n")
  }

  @Test func whatIsWrittenIsReadBack() {
    for seed: UInt64 in 1...3000 {
      var generator = SeededGenerator(seed: seed)
      let value = randomMapping(depth: 3, &generator)
      let yaml = writeYAML(value)
      let read = read(yaml)
      #expect(read.diagnostics == [], "seed \(seed): \(yaml)")
      #expect(Plain(.mapping(read.value)) == Plain(.mapping(value)), "seed \(seed): \(yaml)")
    }
  }
}

/// Pieces that YAML, or a careless writer of it, stumbles over.
private let pieces = [
  "a", "Été", "'", "\"", ":", ": ", "#", " #", " ", "  ", "\n", "\n\n", "\t", "\\", "-", "- ", "?",
  "{", "}", "[", "]", ",", "&", "*", "!", "|", ">", "%", "@", "`", "yes", "no", "null", "~", "true",
  "1", "0", "2021-10-05", "1.5", "0x1F", "12:30", "---", "...", "\r", "\r\n", "\u{301}", "\u{A0}",
  "\u{2028}", "\u{85}", "\u{FEFF}", "😀", "\u{200E}", "\u{1}", "\u{7F}", "\u{FFFF}", "<<", "=", "«",
]

private func randomText(_ generator: inout SeededGenerator) -> String {
  let count = Int.random(in: 0...5, using: &generator)
  return (0..<count).map { _ in pieces.randomElement(using: &generator) ?? "" }.joined()
}

private func randomMapping(depth: Int, _ generator: inout SeededGenerator) -> FieldMapping {
  var keys: Set<String> = []
  let entries = (0..<Int.random(in: 0...4, using: &generator)).compactMap {
    _ -> (String, FieldValue)? in
    let key = randomText(&generator)
    guard keys.insert(key).inserted else { return nil }
    return (key, randomValue(depth: depth - 1, &generator))
  }
  return mapping(entries)
}

private func randomValue(depth: Int, _ generator: inout SeededGenerator) -> FieldValue {
  switch depth > 0 ? Int.random(in: 0...4, using: &generator) : 0 {
  case 1:
    let count = Int.random(in: 0...3, using: &generator)
    return .sequence((0..<count).map { _ in randomValue(depth: depth - 1, &generator) }, nowhere)
  case 2: return .mapping(randomMapping(depth: depth, &generator))
  default: return scalar(randomText(&generator))
  }
}
