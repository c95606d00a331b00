/// The scalar that begins at an offset of valid UTF-8.
@inline(__always)
func scalar(in text: [UInt8], at position: Int) -> Unicode.Scalar {
  let lead = text[position]
  guard lead >= 0x80 else { return Unicode.Scalar(lead) }
  let width = lead < 0xE0 ? 2 : lead < 0xF0 ? 3 : 4
  var value = UInt32(lead) & (0xFF >> (UInt32(width) + 1))
  for byte in text[(position + 1)..<min(position + width, text.count)] {
    value = value << 6 | UInt32(byte) & 0x3F
  }
  return Unicode.Scalar(value) ?? "\u{FFFD}"
}

/// The offset of the last scalar of a text in valid UTF-8 that is not empty.
@inline(__always)
func startOfScalar(in text: ArraySlice<UInt8>) -> Int {
  var position = text.endIndex - 1
  while position > text.startIndex, isContinuation(text[position]) { position -= 1 }
  return position
}

/// Whether a byte is not the first of its scalar.
@inline(__always)
func isContinuation(_ byte: UInt8) -> Bool { byte & 0xC0 == 0x80 }

/// Not 0 where one of eight bytes is the wanted one.
///
/// A byte is 0 where taking 1 from it sets its highest bit, which was not set.
@inline(__always)
func places(of byte: UInt8, in word: UInt64) -> UInt64 {
  let ones: UInt64 = 0x0101_0101_0101_0101
  let differences = word ^ (ones &* UInt64(byte))
  return (differences &- ones) & ~differences & (ones << 7)
}

/// Puts a space in the place of every line end, which are looked for eight bytes at a time.
func replaceLineEnds(in text: inout [UInt8]) {
  text.withUnsafeMutableBytes { bytes in
    for start in stride(from: 0, to: bytes.count, by: 8) {
      let end = min(start + 8, bytes.count)
      if end == start + 8 {
        let word = bytes.loadUnaligned(fromByteOffset: start, as: UInt64.self)
        if places(of: 0x0A, in: word) == 0 { continue }
      }
      for position in start..<end where bytes[position] == 0x0A { bytes[position] = 0x20 }
    }
  }
}

extension Unicode.Scalar {
  /// White space; told of ASCII without asking Unicode's tables.
  var isSpace: Bool {
    isASCII ? value == 0x20 || (0x09...0x0D).contains(value) : properties.isWhitespace
  }

  /// A letter; told of ASCII without asking Unicode's tables.
  var isLetter: Bool {
    isASCII ? (value | 0x20) &- 0x61 < 26 : properties.isAlphabetic
  }
}
