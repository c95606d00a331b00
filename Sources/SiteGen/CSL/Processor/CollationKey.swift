/// A key that orders texts as readers expect: letters before case and accents, no system locale.
struct CollationKey: Hashable, Comparable, Sendable {
  private var primary: [UInt32]
  private var original: String

  init(_ text: String) {
    var primary: [UInt32] = []
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

  private static func append(_ scalar: Unicode.Scalar, to primary: inout [UInt32]) {
    if scalar.isASCII {
      switch scalar.value {
      case 0x41...0x5A: primary.append(0x1000 + scalar.value + 32)
      case 0x61...0x7A: primary.append(0x1000 + scalar.value)
      case 0x30...0x39: primary.append(0x800 + scalar.value)
      case 0x20: primary.append(1)
      default: primary.append(0x100 + scalar.value)
      }
    } else if let base = CollationTable.bases[scalar] {
      for letter in base.unicodeScalars { primary.append(0x1000 + letter.value) }
    } else if scalar.properties.isAlphabetic {
      let lower = scalar.properties.lowercaseMapping.unicodeScalars.first ?? scalar
      primary.append(0x1000 + lower.value)
    } else if (0x2018...0x201D).contains(scalar.value) {
      primary.append(0x100 + 0x27)
    } else if scalar.properties.isWhitespace {
      primary.append(1)
    } else {
      primary.append(0x200 + min(scalar.value, 0x5FF))
    }
  }

  static func < (left: CollationKey, right: CollationKey) -> Bool {
    if left.primary != right.primary {
      return left.primary.lexicographicallyPrecedes(right.primary)
    }
    return accentsThenCase(left.original, right.original)
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
}

/// Whether values order one list before another; missing ones come last both ways.
func precedes(_ left: [SortValue], _ right: [SortValue], _ keys: [SortKey]) -> Bool? {
  for (index, key) in keys.enumerated() {
    let comparison = compare(left[index], right[index])
    if comparison == 0 { continue }
    if left[index] == .missing || right[index] == .missing { return comparison < 0 }
    return key.descending ? comparison > 0 : comparison < 0
  }
  return nil
}

private func compare(_ left: SortValue, _ right: SortValue) -> Int {
  switch (left, right) {
  case (.missing, .missing): return 0
  case (.missing, _): return 1
  case (_, .missing): return -1
  case (.text(let a), .text(let b)): return a == b ? 0 : a < b ? -1 : b < a ? 1 : 0
  case (.number(let a), .number(let b)): return a == b ? 0 : a < b ? -1 : 1
  case (.number, .text): return -1
  case (.text, .number): return 1
  }
}
