/// A key that orders texts as readers expect: letters before case and accents, no system locale.
struct CollationKey: Hashable, Comparable, Sendable {
  /// The letters without case and accents, as bytes in the order of sorting: spaces, marks, other
  /// signs, digits, letters of ASCII, other letters; a first byte tells how many follow.
  private var primary: [UInt8]
  private var original: String

  init(_ text: String) {
    var primary: [UInt8] = []
    primary.reserveCapacity(text.utf8.count)
    var opensWord = true
    for scalar in text.unicodeScalars {
      // Quotes and brackets do not count, an apostrophe inside a word does.
      let isQuote = scalar == "'" || scalar == "\"" || (0x2018...0x201D).contains(scalar.value)
      if scalar == "[" || scalar == "]" || (isQuote && opensWord) { continue }
      CollationKey.append(scalar, to: &primary)
      opensWord = scalar == " "
    }
    self.primary = primary
    original = text
  }

  var isEmpty: Bool { original.isEmpty }

  private static func append(_ scalar: Unicode.Scalar, to primary: inout [UInt8]) {
    if scalar.isASCII {
      let byte = UInt8(scalar.value)
      switch byte {
      case 0x41...0x5A: primary.append(byte + 32)
      case 0x61...0x7A, 0x30...0x39: primary.append(byte)
      case 0x20: primary.append(1)
      default: primary += [2, byte]
      }
    } else if let base = CollationTable.bases[scalar] {
      for letter in base.unicodeScalars { append(letter: letter, to: &primary) }
    } else if scalar.properties.isAlphabetic {
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      append(letter: lower, to: &primary)
    } else if (0x2018...0x201D).contains(scalar.value) {
      primary += [2, UInt8(ascii: "'")]
    } else if scalar.properties.isWhitespace {
      primary.append(1)
    } else {
      let sign = min(scalar.value, 0x5FF)
      primary += [3, UInt8(sign >> 8), UInt8(sign & 0xFF)]
    }
  }

  private static func append(letter: Unicode.Scalar, to primary: inout [UInt8]) {
    let value = letter.value
    if value < 0x7B {
      primary.append(UInt8(value))
    } else {
      primary += [0x7B, UInt8(value >> 16), UInt8(value >> 8 & 0xFF), UInt8(value & 0xFF)]
    }
  }

  static func < (left: CollationKey, right: CollationKey) -> Bool { left.order(right) < 0 }

  /// Less than 0 before the other, more than 0 after it, 0 when they are the same text.
  func order(_ other: CollationKey) -> Int {
    let (left, right) = (primary, other.primary)
    for index in 0..<min(left.count, right.count) where left[index] != right[index] {
      return left[index] < right[index] ? -1 : 1
    }
    if left.count != right.count { return left.count < right.count ? -1 : 1 }
    if original == other.original { return 0 }
    if CollationKey.accentsThenCase(original, other.original) { return -1 }
    return CollationKey.accentsThenCase(other.original, original) ? 1 : 0
  }

  private static func accentsThenCase(_ left: String, _ right: String) -> Bool {
    let (lowerLeft, lowerRight) = (left.lowercased(), right.lowercased())
    if lowerLeft != lowerRight {
      return lowerLeft.unicodeScalars.lexicographicallyPrecedes(lowerRight.unicodeScalars)
    }
    // Small letters come before capitals.
    return right.unicodeScalars.lexicographicallyPrecedes(left.unicodeScalars)
  }
}

/// The value of one sort key for one item.
enum SortValue: Hashable, Sendable {
  case missing
  case text(CollationKey)
  case number(Int)

  var isMissing: Bool { if case .missing = self { true } else { false } }
}

/// Whether values order one list before another; missing ones come last both ways.
func precedes(_ left: [SortValue], _ right: [SortValue], _ keys: [SortKey]) -> Bool? {
  for (index, key) in keys.enumerated() {
    let comparison = compare(left[index], right[index])
    if comparison == 0 { continue }
    if left[index].isMissing || right[index].isMissing { return comparison < 0 }
    return key.descending ? comparison > 0 : comparison < 0
  }
  return nil
}

private func compare(_ left: SortValue, _ right: SortValue) -> Int {
  switch (left, right) {
  case (.missing, .missing): return 0
  case (.missing, _): return 1
  case (_, .missing): return -1
  case (.text(let a), .text(let b)): return a.order(b)
  case (.number(let a), .number(let b)): return a == b ? 0 : a < b ? -1 : 1
  case (.number, .text): return -1
  case (.text, .number): return 1
  }
}
