import Diagnostics
import Foundation
import FrontMatter
import Markup
import SiteModel
import Support
import Testing

@testable import SeedParsers

/// What must hold of any text, however damaged.
@Suite struct SeedLawTests {
  private static let records = [
    "kind: issue\nnumber: 4\ndate: 2020", "kind: biography\ndate: 2020",
    "kind: session-report\nseries: a-series", "kind: event-report\nslug: an-event",
    "kind: programme\nseries: {slug: a-series, title: A series}",
  ]

  private static func parsers() -> [any SeedParser] {
    let texts = records.enumerated().map { index, record in
      "  - file: \(index).txt\n"
        + record.split(separator: "\n").map { "    \($0)\n" }.joined()
    }
    let manifest = SourceFile(path: "seeds/seeds.yaml", text: "texts:\n" + texts.joined())
    return readSeedManifest(manifest).value.texts.map(\.parser)
  }

  @Test func everyKindIsUnderTest() { #expect(Self.parsers().count == SeedParsers.all.count) }

  @Test(arguments: 0..<20) func randomBytesNeverTrap(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let alphabet =
      Array("ab É.,;:()[]«»*#-•o1 2\n\n<sup>&_'’\u{301}Ã(2020)et ".utf8) + [0xFF, 0xC3, 0]
    let bytes = (0..<1_500).map { _ in alphabet.randomElement(using: &generator) ?? 0 }
    for parser in Self.parsers() { check(parser, bytes, "seed \(seed)") }
  }

  /// Ten damaged texts a seed, five real and five invented; `SITEGEN_MUTATIONS` asks for more texts.
  private static let mutations: Range<UInt64> = {
    let asked = ProcessInfo.processInfo.environment["SITEGEN_MUTATIONS"].flatMap(UInt64.init)
    return 0..<(asked ?? 1_000) / 10
  }()

  @Test(arguments: mutations) func damagedTextsKeepTheLaws(seed: UInt64) throws {
    var generator = SeededGenerator(seed: 1_000 + seed)
    for (index, parser) in Self.parsers().enumerated() {
      let texts = [
        try RealSeeds.file("\(RealSeeds.names[index]).txt"), try InventedSeeds.file(index),
      ]
      for (kind, text) in texts.enumerated() {
        let whole = text.bytes
        let start = Int.random(in: 0..<whole.count, using: &generator)
        var bytes = seed % 20 == 0 ? whole : Array(whole[start..<min(start + 3_000, whole.count)])
        for _ in 0..<Int.random(in: 1...30, using: &generator) {
          damage(&bytes, &generator)
        }
        check(parser, bytes, "seed \(seed), text \(index), \(kind == 0 ? "real" : "invented")")
      }
    }
  }

  private func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 1...200, using: &generator))
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: 0)
    case 3: bytes.insert(contentsOf: Array("(*[\n# \n<sup>•".utf8), at: place)
    case 4: bytes.insert(contentsOf: bytes[place..<end], at: place)
    case 5: swapLines(&bytes, &generator)
    case 6:
      for index in place..<min(end, place + 8) {
        bytes[index] = .random(in: 0...255, using: &generator)
      }
    default: if end - place > 150 { bytes.removeLast(bytes.count - place) }
    }
  }

  private func swapLines(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    var lines = bytes.split(separator: 0x0A, omittingEmptySubsequences: false)
    let (one, other) = (
      Int.random(in: 0..<lines.count, using: &generator),
      Int.random(in: 0..<lines.count, using: &generator)
    )
    lines.swapAt(one, other)
    bytes = Array(lines.joined(separator: [0x0A]))
  }

  /// Every word is in a field, a body, a label of a field or a report; short labels and numbers that
  /// grammars turn into structure may be nowhere.
  private func checkFidelity(_ drafted: Diagnosed<[Draft]>, _ file: SourceFile, _ label: String) {
    guard !drafted.diagnostics.contains(where: { $0.code.id == "SED006" }) else { return }
    var covered = [Bool](repeating: false, count: file.bytes.count)
    func cover(_ span: SourceSpan) {
      guard span.path == file.path else { return }
      for offset in span.range { covered[offset] = true }
    }
    for draft in drafted.value {
      FieldValue.mapping(draft.fields).scalars.forEach { cover($0.span) }
      draft.fields.entries.filter { $0.key.value == "videos" }.forEach { cover($0.key.span) }
      guard let body = draft.body else { continue }
      places(of: body).forEach(cover)
    }
    for diagnostic in drafted.diagnostics {
      ([diagnostic.span] + diagnostic.notes.map(\.span)).compactMap { $0 }.forEach(cover)
    }
    let lost = words(of: file.bytes).filter { !covered[$0].contains(true) }
      .map { String(decoding: file.bytes[$0], as: UTF8.self) }
    let isLabel: (String) -> Bool = { word in
      FrenchWords.labels.contains(slugify(word)) || (word.count <= 3 && word.allSatisfy(\.isNumber))
    }
    #expect(lost.filter { !isLabel($0) } == [], "\(label)")
  }

  /// Drafts and holds the result to the laws of spans.
  private func check(_ parser: any SeedParser, _ bytes: [UInt8], _ label: String) {
    let file = SourceFile(path: "seeds/damaged.txt", bytes: bytes)
    let drafted = draftSeed(ListedSeed(file: file, parser: parser))
    checkFidelity(drafted, file, label)
    for draft in drafted.value {
      let spans = FieldValue.mapping(draft.fields).spans + [draft.source]
      let outside = spans.filter { $0.path == file.path && !contains(bytes, $0) }
      #expect(outside.isEmpty, "\(label): \(draft.id)")
      if let body = draft.body {
        #expect(
          places(of: body).allSatisfy { contains(bytes, $0) },
          "\(label): body of \(draft.id)"
        )
        #expect(String(validating: body.bytes, as: UTF8.self) != nil, "\(label): \(draft.id)")
      }
    }
    for diagnostic in drafted.diagnostics {
      guard let span = diagnostic.span, span.path == file.path else { continue }
      #expect(contains(bytes, span), "\(label): \(diagnostic.code.id)")
    }
  }

  /// Where the runs of a body were copied from.
  private func places(of body: ComposedText) -> [SourceSpan] {
    let starts = body.map.segments.map(\.text)
    return zip(starts, starts.dropFirst() + [body.bytes.count]).map { start, end in
      body.map.span(of: start..<end)
    }
  }

  private func contains(_ bytes: [UInt8], _ span: SourceSpan) -> Bool {
    span.range.lowerBound >= 0 && span.range.upperBound <= bytes.count
  }

  @Test(arguments: 0..<5) func namesAreSpelledWhereTheyWereRead(number: Int) throws {
    let seed = try RealSeeds.drafts(number)
    for draft in seed.drafts where draft.id.kind == .person {
      for key in ["name", "given", "family"] {
        guard case .scalar(let field)? = draft.fields[key] else { continue }
        // The place of a name in the order « DURAND Anne » holds its words in another order.
        let printed = String(decoding: seed.file.bytes[field.span.range], as: UTF8.self)
        #expect(slugify(printed) == slugify(field.value))
      }
    }
  }

  @Test func aTextIsReadInOnePass() throws {
    for name in RealSeeds.names {
      let file = try RealSeeds.file("\(name).txt")
      let doubled = SourceFile(path: file.path, bytes: file.bytes + [0x0A] + file.bytes)
      var (once, twice) = (WorkCount(), WorkCount())
      _ = PlainSeed(file, counting: &once)
      _ = PlainSeed(doubled, counting: &twice)
      #expect(twice.steps <= 2 * once.steps + 6)
    }
  }
}
