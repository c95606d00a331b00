extension StringProtocol {
  /// The text without white space at its ends.
  func trimmingSpaces() -> String {
    guard let first = firstIndex(where: { !$0.isWhitespace }),
      let last = lastIndex(where: { !$0.isWhitespace })
    else { return "" }
    return String(self[first...last])
  }
}

extension String {
  /// The text with every occurrence of a character replaced.
  func replacing(_ character: Character, with replacement: String) -> String {
    guard contains(character) else { return self }
    var result = ""
    for current in self {
      if current == character { result += replacement } else { result.append(current) }
    }
    return result
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
