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

  /// Five damaged texts a seed; `SITEGEN_MUTATIONS` asks for more seeds.
  private static let mutations: Range<UInt64> = {
    let asked = ProcessInfo.processInfo.environment["SITEGEN_MUTATIONS"].flatMap(UInt64.init)
    return 0..<(asked ?? 200)
  }()

  @Test(arguments: mutations) func damagedSeedsNeverTrap(seed: UInt64) throws {
    var generator = SeededGenerator(seed: 1_000 + seed)
    for (index, parser) in Self.parsers().enumerated() {
      let whole = try RealSeeds.file("\(RealSeeds.names[index]).txt").bytes
      let start = Int.random(in: 0..<whole.count, using: &generator)
      var bytes = seed % 20 == 0 ? whole : Array(whole[start..<min(start + 3_000, whole.count)])
      for _ in 0..<Int.random(in: 1...30, using: &generator) {
        damage(&bytes, &generator)
      }
      check(parser, bytes, "seed \(seed), text \(index)")
    }
  }

  private func damage(_ bytes: inout [UInt8], _ generator: inout SeededGenerator) {
    guard !bytes.isEmpty else { return }
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 1...200, using: &generator))
    switch Int.random(in: 0..<5, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.insert(contentsOf: bytes[place..<end], at: 0)
    case 3: bytes.insert(contentsOf: Array("(*[\n# \n<sup>•".utf8), at: place)
    default: bytes.removeLast(bytes.count - place)
    }
  }

  /// Drafts and holds the result to the laws of spans.
  private func check(_ parser: any SeedParser, _ bytes: [UInt8], _ label: String) {
    let file = SourceFile(path: "seeds/damaged.txt", bytes: bytes)
    let drafted = draftSeed(ListedSeed(file: file, parser: parser))
    for draft in drafted.value {
      let spans = FieldValue.mapping(draft.fields).spans + [draft.source]
      let outside = spans.filter { $0.path == file.path && !contains(bytes, $0) }
      #expect(outside.isEmpty, "\(label): \(draft.id)")
      if let body = draft.body {
        let offsets = body.bytes.indices.map { body.map.span(of: $0..<$0 + 1) }
        #expect(offsets.allSatisfy { contains(bytes, $0) }, "\(label): body of \(draft.id)")
        #expect(String(validating: body.bytes, as: UTF8.self) != nil, "\(label): \(draft.id)")
      }
    }
    for diagnostic in drafted.diagnostics {
      guard let span = diagnostic.span, span.path == file.path else { continue }
      #expect(contains(bytes, span), "\(label): \(diagnostic.code.id)")
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
