import Markup

/// The letters with which a word begins, eight bytes at most: enough to tell most words of a text from
/// the beginnings of names.
struct WordHead: Hashable, Sendable {
  /// The first byte is the lowest.
  let letters: UInt64
  /// In bytes.
  let length: Int

  /// Reads eight bytes at once; behind the end of a text stand none.
  @inline(__always)
  init(at start: Int, in bytes: UnsafeBufferPointer<UInt8>) {
    let word = bytes.word(at: start)
    let ends = word.letterEndMarks
    length = ends.trailingZeroBitCount / 8
    // All bits below the first byte of another kind.
    letters = word & (((ends & (~ends &+ 1)) >> 7) &- 1)
  }

  /// The head of a name as names are compared.
  init(of name: ArraySlice<UInt8>) {
    self = name.withUnsafeBufferPointer { WordHead(at: 0, in: $0) }
  }
}

extension UInt64 {
  /// Of eight bytes of a text, the high bit of the first that is neither a letter of ASCII nor of a
  /// longer scalar; bytes behind it may be marked wrongly.
  ///
  /// Scalars that begin with C2 or E2 may be marks, and are none of these.
  fileprivate var letterEndMarks: UInt64 {
    let capitals = self & 0x5F5F_5F5F_5F5F_5F5F
    // From "A" on, and not from behind "Z" on.
    let letters = (capitals &+ 0x3F3F_3F3F_3F3F_3F3F) & ~(capitals &+ 0x2525_2525_2525_2525)
    let marks = ((self | 0x2020_2020_2020_2020) ^ 0xE2E2_E2E2_E2E2_E2E2).zeroByteMarks
    return ~(letters | self) & 0x8080_8080_8080_8080 | marks
  }
}

extension WordBytes {
  /// The offset behind the letters that follow, as far as eight bytes at a time tell them.
  static func endOfLetters(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start
    while true {
      let head = WordHead(at: position, in: bytes)
      position += head.length
      if head.length < 8 { return position }
    }
  }
}

/// Which heads names have: a bit for each (Bloom, "Space/time trade-offs in hash coding with
/// allowable errors", 1970).
struct HeadMarks: Sendable {
  private var bits: [UInt64]
  /// How far a hash is moved to the right to be the number of a bit.
  private let shift: UInt64

  /// Room for so many heads, of which hardly two share a bit.
  init(count: Int) {
    let width = UInt64(max(6, Int.bitWidth - count.leadingZeroBitCount + 4))
    shift = 64 - width
    bits = [UInt64](repeating: 0, count: 1 << (width - 6))
  }

  mutating func insert(_ head: WordHead) {
    let bit = HeadMarks.hash(head) >> shift
    bits[Int(bit / 64)] |= 1 << (bit % 64)
  }

  /// Lends the marks for one walk.
  func withLookup<Result>(_ use: (Lookup) -> Result) -> Result {
    bits.withUnsafeBufferPointer { use(Lookup(bits: $0, shift: shift)) }
  }

  struct Lookup {
    fileprivate let bits: UnsafeBufferPointer<UInt64>
    fileprivate let shift: UInt64

    /// Whether some name may begin with a head.
    @inline(__always)
    func mayHold(_ head: WordHead) -> Bool {
      let bit = HeadMarks.hash(head) &>> shift
      return bits[Int(bit / 64)] & (1 << (bit % 64)) != 0
    }
  }

  @inline(__always)
  private static func hash(_ head: WordHead) -> UInt64 {
    head.letters &* 0x9E37_79B9_7F4A_7C15
  }
}
