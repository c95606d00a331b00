/// Offset of the first byte that belongs to no scalar of UTF-8, or nil; linear.
///
/// Every text is asked before it is read, so ASCII is passed over eight bytes at a time.
public func offsetOfInvalidUTF8(in text: [UInt8]) -> Int? {
  text.withUnsafeBytes { bytes in
    var position = 0
    while position < bytes.count {
      if position + 8 <= bytes.count {
        let word = bytes.loadUnaligned(fromByteOffset: position, as: UInt64.self)
        let marked = UInt64(littleEndian: word) & 0x8080_8080_8080_8080
        position += marked.trailingZeroBitCount / 8
        if marked == 0 { continue }
      }
      // Most letters with accents have two bytes.
      if position + 1 < bytes.count, (0xC2...0xDF).contains(bytes[position]),
        bytes[position + 1] & 0xC0 == 0x80
      {
        position += 2
        continue
      }
      guard let width = scalarWidth(in: bytes, at: position) else { return position }
      position += width
    }
    return nil
  }
}

/// How many bytes a well-formed scalar has (Unicode Standard, table 3-7); nil for any other.
private func scalarWidth(in bytes: UnsafeRawBufferPointer, at position: Int) -> Int? {
  let (width, second): (Int, ClosedRange<UInt8>) =
    switch bytes[position] {
    case ..<0x80: (1, 0x80...0xBF)
    case 0xC2...0xDF: (2, 0x80...0xBF)
    case 0xE0: (3, 0xA0...0xBF)
    case 0xED: (3, 0x80...0x9F)
    case 0xE1...0xEF: (3, 0x80...0xBF)
    case 0xF0: (4, 0x90...0xBF)
    case 0xF1...0xF3: (4, 0x80...0xBF)
    case 0xF4: (4, 0x80...0x8F)
    default: (0, 0x80...0xBF)
    }
  guard width > 1 else { return width == 1 ? 1 : nil }
  guard position + width <= bytes.count, second.contains(bytes[position + 1]) else { return nil }
  for place in position + 2..<position + width where bytes[place] & 0xC0 != 0x80 { return nil }
  return width
}
