extension StringProtocol {
  /// The text without white space at its ends.
  func trimmingSpaces() -> String {
    guard let start = utf8.first, let end = unicodeScalars.last?.value else { return "" }
    // Most texts begin and end with a visible character of ASCII.
    if (0x21..<0x7F).contains(start), (0x21..<0x7F).contains(end) { return String(self) }
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// Whether all is ASCII.
  var isPlainASCII: Bool { !containsByte { $0 >= 0x80 } }

  /// Whether the test holds of any byte; asked of the bytes where they lie, since nearly every text
  /// is asked.
  func containsByte(where test: (UInt8) -> Bool) -> Bool {
    utf8.withContiguousStorageIfAvailable { $0.contains(where: test) } ?? utf8.contains(where: test)
  }

  /// The place of the first byte of which the test holds, sought where the bytes lie.
  func firstByte(where test: (UInt8) -> Bool) -> Index? {
    let offset = utf8.withContiguousStorageIfAvailable { $0.firstIndex(where: test) }
    guard let offset else { return utf8.firstIndex(where: test) }
    return offset.map { utf8.index(startIndex, offsetBy: $0) }
  }

  /// The text with every occurrence of another replaced, in one pass over its bytes.
  func replacing(_ text: String, with replacement: String) -> String {
    let wanted = Array(text.utf8)
    guard let first = wanted.first, utf8.contains(first) else { return self }
    let source = Array(utf8)
    var result: [UInt8] = []
    result.reserveCapacity(source.count)
    var index = 0
    while index < source.count {
      if source[index] == first, source[index...].starts(with: wanted) {
        result.append(contentsOf: replacement.utf8)
        index += wanted.count
      } else {
        result.append(source[index])
        index += 1
      }
    }
    return String(decoding: result, as: UTF8.self)
  }

  /// Takes the spaces off the end.
  mutating func trimEnd() {
    while utf8.last == UInt8(ascii: " ") { unicodeScalars.removeLast() }
  }
}

extension Unicode.Scalar {
  /// Whether the scalar belongs to a script that separates words and given names by spaces.
  var isRomanesque: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xBA, 0xC0...0x2B8, 0x370...0x52F, 0x531...0x58F,
      0x590...0x6FF, 0x750...0x77F, 0x1E00...0x1FFF, 0x900...0xDFF, 0x10A0...0x10FF:
      true
    default: false
    }
  }
}
