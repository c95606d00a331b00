/// Search in bytes eight at a time, for the loops that pass over every byte of every page.
extension UnsafeBufferPointer<UInt8> {
  /// The first place of a byte from `start` on, or the end.
  @inlinable
  public func position(of byte: UInt8, from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    let pattern = UInt64(byte) &* 0x0101_0101_0101_0101
    var place = start
    while place + 8 <= count {
      let differences = bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self) ^ pattern
      let found = differences.zeroByteMarks
      if found != 0 { return place + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
      place += 8
    }
    while place < count, self[place] != byte { place += 1 }
    return place
  }

  /// The eight bytes from a place before the end on, the first of them lowest; zeros where there
  /// are no more.
  @inlinable
  public func word(at place: Int) -> UInt64 {
    let bytes = UnsafeRawBufferPointer(self)
    if place + 8 <= count {
      return UInt64(
        littleEndian: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      )
    }
    if count >= 8 {
      // The last eight bytes, without those before the place.
      let last = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
      return UInt64(littleEndian: last) >> UInt64(8 * (place + 8 - count))
    }
    var word: UInt64 = 0
    for index in (place..<count).reversed() { word = word << 8 | UInt64(self[index]) }
    return word
  }
}

extension UInt64 {
  /// The high bit of every byte that is zero; those above the lowest may be marked wrongly (Warren,
  /// "Hacker's Delight", §6-1).
  @inlinable public var zeroByteMarks: UInt64 {
    (self &- 0x0101_0101_0101_0101) & ~self & 0x8080_8080_8080_8080
  }

  /// The high bit of every byte that is the given one, with the same reservation.
  @inlinable
  public func marks(of byte: UInt8) -> UInt64 {
    (self ^ UInt64(byte) &* 0x0101_0101_0101_0101).zeroByteMarks
  }
}
