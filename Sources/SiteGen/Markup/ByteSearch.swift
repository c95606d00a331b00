/// Search in bytes eight at a time, for the loops that pass over every byte of every page.
extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from `start` on, or the end.
  @inlinable
  @inline(__always)
  public func position(of byte: UInt8, from start: Int) -> Int {
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var place = start
    while count - place >= 8 {
      let found = (wholeWord(at: place) ^ pattern).zeroByteMarks
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, self[place] != byte { place += 1 }
    return place
  }

  /// The first place of either of two bytes from `start` on, or the end.
  @inlinable
  public func position(of first: UInt8, or second: UInt8, from start: Int) -> Int {
    let firsts = UInt64(first) &* 0x0101_0101_0101_0101
    let seconds = UInt64(second) &* 0x0101_0101_0101_0101
    var place = start
    while count - place >= 8 {
      let word = wholeWord(at: place)
      let found = (word ^ firsts).zeroByteMarks | (word ^ seconds).zeroByteMarks
      if found != 0 { return place + found.trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, self[place] != first, self[place] != second { place += 1 }
    return place
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

extension UInt64 {
  /// The high bit of every byte that is zero; those above the lowest may be marked wrongly (Warren,
  /// "Hacker's Delight", §6-1).
  @inlinable public var zeroByteMarks: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }

  /// The high bit of every byte that is a letter of ASCII, and of no other.
  @inlinable public var letterMarks: UInt64 {
    let small = (self | 0x2020_2020_2020_2020) & 0x7F7F_7F7F_7F7F_7F7F
    // From "a" on, and not from behind "z" on.
    let marks = (small &+ 0x1F1F_1F1F_1F1F_1F1F) & ~(small &+ 0x0505_0505_0505_0505)
    return marks & ~self & 0x8080_8080_8080_8080
  }

  /// The high bit of every byte of a letter of ASCII, or of one whose first byte is C3, as most letters
  /// with accents have it, and of no other in valid UTF-8: where another begins, a search ends.
  ///
  /// Bytes that continue a letter have the highest bit and not the next.
  @inlinable public var commonLetterMarks: UInt64 {
    letterMarks | marks(of: 0xC3) | (self & ~(self << 1) & 0x8080_8080_8080_8080)
  }

  /// The high bit of every byte that is the wanted one, and of no other.
  @inlinable
  public func marks(of byte: UInt8) -> UInt64 {
    let differences = self ^ (UInt64(byte) &* 0x0101_0101_0101_0101)
    let isOther = (differences & 0x7F7F_7F7F_7F7F_7F7F) &+ 0x7F7F_7F7F_7F7F_7F7F | differences
    return ~isOther & 0x8080_8080_8080_8080
  }
}
