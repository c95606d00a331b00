/// Search in bytes sixteen or eight at a time, for the loops that pass over every byte of every page.
extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from `start` on, or the end.
  @inlinable
  @inline(__always)
  public func position(of byte: UInt8, from start: Int) -> Int {
    position(from: start) { $0.marks(of: byte) }
  }

  /// The first place of either of two bytes from `start` on, or the end.
  @inlinable
  public func position(of first: UInt8, or second: UInt8, from start: Int) -> Int {
    position(from: start) { $0.marks(of: first) .| $0.marks(of: second) }
  }

  /// The first place from `start` on that is marked, or the end; zeros behind it are shown as well.
  @inlinable
  @inline(__always)
  public func position(from start: Int, where marks: (SIMD16<UInt8>) -> ByteMarks) -> Int {
    position(in: start..<Swift.max(start, count), where: marks)
  }

  /// The first place in a range that is marked, or its end; bytes behind it are shown as well.
  @inlinable
  @inline(__always)
  public func position(in range: Range<Int>, where marks: (SIMD16<UInt8>) -> ByteMarks) -> Int {
    var place = range.lowerBound
    while place < range.upperBound {
      if let found = marks(vector(at: place)).firstPlace {
        return Swift.min(range.upperBound, place + found)
      }
      place += 16
    }
    return range.upperBound
  }

  /// The sixteen bytes from a place before the end on; zeros where there are no more.
  @inlinable
  @inline(__always)
  public func vector(at place: Int) -> SIMD16<UInt8> {
    if count - place >= 16 {
      let bytes = UnsafeRawBufferPointer(self)
      return bytes.loadUnaligned(fromByteOffset: place, as: SIMD16<UInt8>.self)
    }
    return lastVector(at: place)
  }

  /// Asked for once a search: the searches stay small without it.
  @inlinable
  @inline(never)
  func lastVector(at place: Int) -> SIMD16<UInt8> {
    let second = count - place > 8 ? word(at: place + 8) : 0
    return SIMD16(littleEndian: SIMD2(word(at: place), second))
  }

  /// The eight bytes from a place on, the first of them lowest; all must be there.
  @inlinable
  @inline(__always)
  public func wholeWord(at place: Int) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(self)
    return UInt64(littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
  }

  /// The eight bytes from a place before the end on, the first of them lowest; zeros where there
  /// are no more.
  @inlinable
  @inline(__always)
  public func word(at place: Int) -> UInt64 {
    if count - place >= 8 { return wholeWord(at: place) }
    let bytes = UnsafeRawBufferPointer(self)
    // Two halves that may overlap: where they do, they are the same.
    let rest = count - place
    if rest >= 4 {
      let first = bytes.loadUnaligned(fromByteOffset: place, as: UInt32.self)
      let last = bytes.loadUnaligned(fromByteOffset: count - 4, as: UInt32.self)
      return UInt64(UInt32(littleEndian: first))
        | UInt64(UInt32(littleEndian: last)) &<< UInt64(8 * (rest - 4))
    }
    if rest >= 2 {
      let first = bytes.loadUnaligned(fromByteOffset: place, as: UInt16.self)
      return UInt64(UInt16(littleEndian: first)) | UInt64(self[count - 1])
        &<< UInt64(8 * (rest - 1))
    }
    return rest == 1 ? UInt64(self[place]) : 0
  }
}

/// Which of sixteen bytes are wanted.
public typealias ByteMarks = SIMDMask<SIMD16<Int8>>

extension SIMDMask<SIMD16<Int8>> {
  /// The first that is marked; nil where none is.
  @inlinable
  @inline(__always)
  public var firstPlace: Int? {
    let halves = unsafeBitCast(self, to: SIMD2<UInt64>.self)
    guard halves.x | halves.y != 0 else { return nil }
    return halves.x != 0
      ? halves.x.littleEndian.trailingZeroBitCount / 8
      : 8 + halves.y.littleEndian.trailingZeroBitCount / 8
  }
}

extension SIMD16<UInt8> {
  /// The bytes of two words, the lowest first.
  @inlinable
  @inline(__always)
  init(littleEndian words: SIMD2<UInt64>) {
    self = unsafeBitCast(SIMD2(words.x.littleEndian, words.y.littleEndian), to: SIMD16<UInt8>.self)
  }

  /// Those that are letters of ASCII.
  @inlinable
  @inline(__always)
  public var letterMarks: ByteMarks {
    ((self | 0x20) &- UInt8(ascii: "a")) .< SIMD16(repeating: 26)
  }

  /// Those of letters of ASCII, or of letters whose first byte is C3, as most with accents have it, and
  /// of no others in valid UTF-8: where another begins, a search ends.
  ///
  /// Bytes that continue a letter have the highest bit and not the next.
  @inlinable
  @inline(__always)
  public var commonLetterMarks: ByteMarks {
    letterMarks .| marks(of: 0xC3) .| (self & 0xC0).marks(of: 0x80)
  }

  /// Those that are the wanted one.
  @inlinable
  @inline(__always)
  public func marks(of byte: UInt8) -> ByteMarks {
    // With a byte instead of a vector, Swift compares one after the other.
    self .== SIMD16(repeating: byte)
  }
}

extension UInt64 {
  /// The high bit of every byte that is zero; those above the lowest may be marked wrongly (Warren,
  /// "Hacker's Delight", §6-1).
  @inlinable public var zeroByteMarks: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }

  /// The high bit of every byte that is the wanted one, and of no other.
  @inlinable
  public func marks(of byte: UInt8) -> UInt64 {
    let differences = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    let isOther = (differences & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | differences
    return ~isOther & 0x8080_8080_8080_8080
  }
}
