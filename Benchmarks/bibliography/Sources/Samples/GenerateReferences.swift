/// A made-up bibliography and texts that cite it, the same for the same seed.
public struct Sample: Sendable {
  /// The references as a BibTeX file.
  public let bibliography: [UInt8]
  /// The keys each text cites, in the order of citing.
  public let citedKeys: [[String]]
}

/// Makes references of mixed types and texts citing them.
///
/// Family names are drawn so that few are common and most are rare; every tenth work shares
/// authors and year with the one before, as an author with several papers a year does.
public func generateSample(
  references: Int,
  texts: Int,
  citesPerText: Int,
  seed: UInt64
) -> Sample {
  var generator = SeededGenerator(seed: seed)
  var writer = ReferenceWriter()
  for index in 0..<references { writer.writeReference(index, &generator) }
  let cited = (0..<texts).map { _ in
    (0..<citesPerText).map { _ in "key\(Int.random(in: 0..<references, using: &generator))" }
  }
  return Sample(bibliography: writer.bytes, citedKeys: cited)
}

private struct ReferenceWriter {
  var bytes: [UInt8] = []
  private var authors = ""
  private var year = 0

  mutating func writeReference(_ index: Int, _ generator: inout SeededGenerator) {
    let repeats = index > 0 && index.isMultiple(of: 10)
    if !repeats {
      authors = (0..<Int.random(in: 1...5, using: &generator))
        .map { _ in writeName(&generator) }.joined(separator: " and ")
      year = Int.random(in: 1950...2025, using: &generator)
    }
    let types = [
      "article", "article", "article", "book", "incollection", "inproceedings", "phdthesis",
      "techreport", "online", "misc",
    ]
    let type = types[Int.random(in: 0..<types.count, using: &generator)]
    var fields = [
      ("author", authors), ("title", writeTitle(3...11, &generator)), ("date", "\(year)"),
    ]
    fields += moreFields(of: type, index, &generator)
    var entry = "@\(type){key\(index),\n"
    for (name, value) in fields { entry += "  \(name) = {\(value)},\n" }
    bytes += Array((entry + "}\n\n").utf8)
  }

  private func moreFields(
    of type: String,
    _ index: Int,
    _ generator: inout SeededGenerator
  ) -> [(String, String)] {
    let first = Int.random(in: 1...900, using: &generator)
    let pages = "\(first)--\(first + Int.random(in: 1...40, using: &generator))"
    let place = [("publisher", writeTitle(1...3, &generator)), ("location", "Lind")]
    switch type {
    case "article":
      return [
        ("journaltitle", writeTitle(2...5, &generator)), ("volume", "\(first % 60 + 1)"),
        ("number", "\(first % 12 + 1)"), ("pages", pages), ("doi", "10.1234/sample.\(index)"),
      ]
    case "book": return place + [("edition", "\(first % 4 + 1)")]
    case "incollection", "inproceedings":
      return place + [
        ("booktitle", writeTitle(3...8, &generator)), ("editor", writeName(&generator)),
        ("pages", pages),
      ]
    case "phdthesis", "techreport": return [("institution", writeTitle(2...4, &generator))]
    default:
      return [
        ("url", "https://example.org/\(index)"), ("urldate", "2024-0\(first % 9 + 1)-11"),
      ]
    }
  }

  private func writeName(_ generator: inout SeededGenerator) -> String {
    if Int.random(in: 0..<40, using: &generator) == 0 {
      return "{\(writeTitle(2...4, &generator))}"
    }
    // The product of two draws leans towards small numbers, so some families are large.
    let draw =
      Int.random(in: 0..<150, using: &generator) * Int.random(in: 0..<150, using: &generator)
    let particle = draw % 19 == 0 ? "van " : ""
    let family = capitalized(
      syllable(draw / 729) + syllable(draw / 27) + syllable(draw) + (draw % 7 == 0 ? "é" : "")
    )
    let given = capitalized(
      syllable(Int.random(in: 0..<27, using: &generator))
        + syllable(Int.random(in: 0..<27, using: &generator))
    )
    let second = Bool.random(using: &generator) ? " \(capitalized(syllable(draw + 5)))" : ""
    return "\(particle)\(family), \(given)\(second)"
  }

  private func writeTitle(
    _ words: ClosedRange<Int>,
    _ generator: inout SeededGenerator
  ) -> String {
    let count = Int.random(in: words, using: &generator)
    var title: [String] = []
    for _ in 0..<count {
      let small = ["of", "the", "and", "in", "for"]
      if !title.isEmpty, Int.random(in: 0..<4, using: &generator) == 0 {
        title.append(small[Int.random(in: 0..<small.count, using: &generator)])
      }
      let letters = (0..<Int.random(in: 1...4, using: &generator))
        .map { _ in syllable(Int.random(in: 0..<27, using: &generator)) }.joined()
      title.append(Int.random(in: 0..<30, using: &generator) == 0 ? "\\emph{\(letters)}" : letters)
    }
    return capitalized(title.joined(separator: " "))
  }
}

private func syllable(_ number: Int) -> String {
  let syllables = [
    "ba", "de", "fi", "go", "lu", "ma", "ne", "pi", "ro", "su", "ta", "ve", "ka", "lo", "mi", "nu",
    "pra", "ste", "bri", "clo", "tru", "gan", "mel", "vin", "nor", "sul", "ard",
  ]
  return syllables[number % syllables.count]
}

private func capitalized(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}
