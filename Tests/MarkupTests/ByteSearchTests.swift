import Markup
import Support
import Testing

/// Eight bytes at a time find what one after the other finds.
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
    func marks(_ isWanted: (UInt8) -> Bool) -> UInt64 {
      bytes.reversed().reduce(0) { $0 << 8 | (isWanted($1) ? 0x80 : 0) }
    }
    let letters = marks { (0x41...0x5A).contains($0) || (0x61...0x7A).contains($0) }
    #expect(word.letterMarks == letters)
    let accented = marks { $0 == 0xC3 || (0x80...0xBF).contains($0) }
    #expect(word.commonLetterMarks == letters | accented)
    for byte in ByteSearchTests.bytes {
      let wanted = marks { $0 == byte }
      #expect(word.marks(of: byte) == wanted)
    }
  }
}
