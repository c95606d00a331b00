import Markup
import Support
import Testing

/// Sixteen or eight bytes at a time find what one after the other finds.
struct ByteSearchTests {
  /// Few bytes, so that each stands often: those wanted, their neighbours, and the ends of ranges.
  private static let bytes: [UInt8] = [
    0x00, 0x0A, 0x0D, 0x1F, 0x20, 0x21, 0x3F, 0x40, 0x41, 0x5A, 0x5B, 0x60, 0x61, 0x7A, 0x7B, 0x7F,
    0x80, 0x81, 0xA0, 0xC1, 0xC3, 0xDA, 0xE1, 0xFA, 0xFF,
  ]

  private func text(_ count: Int, _ generator: inout SeededGenerator) -> [UInt8] {
    (0..<count).map { _ in ByteSearchTests.bytes.randomElement(using: &generator) ?? 0 }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func firstPlaces(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let text = text(Int.random(in: 0...60, using: &generator), &generator)
    let start = Int.random(in: 0...text.count, using: &generator)
    for (first, second) in [(0x0A, 0x0D), (0x5B, 0x40), (0x61, 0xE1)] as [(UInt8, UInt8)] {
      let one = text[start...].firstIndex { $0 == first } ?? text.count
      let either = text[start...].firstIndex { $0 == first || $0 == second } ?? text.count
      let found = text.withUnsafeBufferPointer { bytes in
        (
          one: bytes.position(of: first, from: start),
          either: bytes.position(of: first, or: second, from: start)
        )
      }
      #expect(found.one == one)
      #expect(found.either == either)
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func marksOfAWord(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = text(8, &generator)
    let word = bytes.reversed().reduce(0 as UInt64) { $0 << 8 | UInt64($1) }
    for byte in ByteSearchTests.bytes {
      let wanted = bytes.reversed().reduce(0 as UInt64) { $0 << 8 | ($1 == byte ? 0x80 : 0) }
      #expect(word.marks(of: byte) == wanted)
    }
  }

  @Test(arguments: 0..<100 as Range<UInt64>)
  func marksOfAVector(seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let bytes = text(16, &generator)
    let vector = bytes.withUnsafeBufferPointer { $0.vector(at: 0) }
    func places(_ marks: ByteMarks) -> [Int] { marks.indices.filter { marks[$0] } }
    func places(_ isWanted: (UInt8) -> Bool) -> [Int] {
      bytes.indices.filter { isWanted(bytes[$0]) }
    }
    let isLetter = { (0x41...0x5A).contains($0 as UInt8) || (0x61...0x7A).contains($0) }
    #expect(places(vector.letterMarks) == places(isLetter))
    #expect(vector.letterMarks.firstPlace == places(isLetter).first)
    #expect(
      places(vector.commonLetterMarks)
        == places { isLetter($0) || $0 == 0xC3 || (0x80...0xBF).contains($0) }
    )
    for byte in ByteSearchTests.bytes {
      #expect(places(vector.marks(of: byte)) == places { $0 == byte })
    }
  }
}
