/// Which words may stand in a text, without the text: a bit for each (Bloom, "Space/time trade-offs in
/// hash coding with allowable errors", 1970), an eighth of the length of the text.
struct WordMarks: Sendable {
  private let bits: [UInt64]
  /// How far a hash is moved to the right to be the number of a bit.
  private let shift: UInt64

  /// Marks the words of a text; linear.
  init(of text: [UInt8]) {
    let width = UInt64(max(6, Int.bitWidth - text.count.leadingZeroBitCount))
    shift = 64 - width
    var bits = [UInt64](repeating: 0, count: 1 << (width - 6))
    let shift = shift
    text.withUnsafeBufferPointer { text in
      WordMarks.eachWord(in: text) { hash in
        let bit = hash >> shift
        bits[Int(bit / 64)] |= 1 << (bit % 64)
      }
    }
    self.bits = bits
  }

  /// Whether all words of a name may stand in the text.
  func mayHold(_ name: [UInt64]) -> Bool {
    name.allSatisfy { hash in
      let bit = hash >> shift
      return bits[Int(bit / 64)] & (1 << (bit % 64)) != 0
    }
  }

  /// The words of a name; where it stands in a text, they stand there.
  static func words(of name: String) -> [UInt64] {
    var words: [UInt64] = []
    Array(name.utf8).withUnsafeBufferPointer { bytes in eachWord(in: bytes) { words.append($0) } }
    return words
  }

  /// The hash of every run of letters and digits; hyphens, which have several spellings, part them.
  private static func eachWord(
    in bytes: UnsafeBufferPointer<UInt8>,
    _ take: (UInt64) -> Void
  ) {
    // FNV-1a, and a step that brings its low bits to the top.
    let start: UInt64 = 0xCBF2_9CE4_8422_2325
    var (position, hash) = (0, start)
    while position < bytes.count {
      let unit = WordBytes.unit(at: position, in: bytes)
      if unit.isWord, unit.folded != UInt8(ascii: "-") {
        for byte in bytes[position..<position + unit.length] {
          hash = (hash ^ UInt64(byte)) &* 0x100_0000_01B3
        }
      } else if hash != start {
        take((hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15)
        hash = start
      }
      position += unit.length
    }
    if hash != start { take((hash ^ hash >> 32) &* 0x9E37_79B9_7F4A_7C15) }
  }
}
