import Markup

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

/// Puts a space in the place of every line end.
func replaceLineEnds(in text: inout [UInt8]) {
  text.withUnsafeMutableBufferPointer { bytes in
    let read = UnsafeBufferPointer(bytes)
    var position = read.position(of: 0x0A, from: 0)
    while position < bytes.count {
      bytes[position] = 0x20
      position = read.position(of: 0x0A, from: position + 1)
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
