import Support
import Testing

@testable import CSL

@Suite struct InterchangeRobustnessTests {
  static let alphabet = Array("@{}(),=#\"\\'`^~$%&-_ \n\tabAé<>/i.:;0129XTYER  -".utf8)

  @Test(arguments: 1...40 as ClosedRange<UInt64>)
  func randomBytesNeverTrap(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let count = Int.random(in: 0...600, using: &generator)
    let bytes = (0..<count).map { _ in
      Bool.random(using: &generator)
        ? Self.alphabet[Int.random(in: 0..<Self.alphabet.count, using: &generator)]
        : UInt8.random(in: 0...255, using: &generator)
    }
    expectReading(bytes)
    expectReading(Array("@book{a, title = {".utf8) + bytes)
    expectReading(Array("@book{a, author = {".utf8) + bytes + Array("}, date = {".utf8) + bytes)
  }

  @Test(arguments: 1...60 as ClosedRange<UInt64>)
  func damagedEntriesNeverTrap(_ seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let items = try InterchangeSamples.items()
    var bytes = BibTeX.writeItems(items, dialect: seed % 2 == 0 ? .bibLaTeX : .bibTeX).bytes
    for _ in 0..<20 {
      let index = Int.random(in: 0..<bytes.count, using: &generator)
      switch Int.random(in: 0..<3, using: &generator) {
      case 0: bytes.remove(at: index)
      case 1: bytes.insert(Self.alphabet.randomElement(using: &generator) ?? 0x7B, at: index)
      default: bytes[index] = Self.alphabet.randomElement(using: &generator) ?? 0x7D
      }
    }
    expectReading(bytes)
  }

  @Test func deepNestingNeverTraps() {
    let depth = 100_000
    let open = [UInt8](repeating: UInt8(ascii: "{"), count: depth)
    let close = [UInt8](repeating: UInt8(ascii: "}"), count: depth)
    expectReading(Array("@book{a, title = ".utf8) + open + close + Array("}".utf8))
    expectReading(Array("@book{a, title = ".utf8) + open)
    expectReading(Array(String(repeating: "@book{a, title = {\n", count: 10_000).utf8))
  }

  /// Whatever is read can be written, and what is written is read without a new complaint about
  /// its form.
  private func expectReading(_ bytes: [UInt8]) {
    let reading = BibTeX.readItems(bytes)
    #expect(reading.positions.allSatisfy { $0.offset < bytes.count && $0.line > 0 })
    let writing = BibTeX.writeItems(reading.items, dialect: .bibLaTeX)
    let malformed: Set<InterchangeDiagnostic.Kind> = [
      .unclosed, .unexpected, .undefinedString, .missingKey, .unknownCommand, .invalidEncoding,
    ]
    let copy = BibTeX.readItems(writing.bytes)
    #expect(copy.items.count == reading.items.count)
    #expect(copy.diagnostics.filter { malformed.contains($0.kind) } == [])
    let records = RIS.readItems(bytes)
    #expect(records.positions.allSatisfy { $0.offset < bytes.count })
    let record = RIS.writeItems(records.items + reading.items)
    #expect(RIS.readItems(record.bytes).items.count == records.items.count + reading.items.count)
  }
}
