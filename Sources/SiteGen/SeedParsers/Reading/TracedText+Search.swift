extension TracedText {
  var trimmed: TracedText {
    var low = 0
    var high = count
    while low < high, scalars[low].isSpace { low += 1 }
    while high > low, scalars[high - 1].isSpace { high -= 1 }
    return self[low..<high]
  }

  /// Every run of white space as one space; French spacing is the generator's work.
  var withSingleSpaces: TracedText {
    guard hasOtherSpaces else { return self }
    var result = TracedText(path: path)
    var previousIsSpace = false
    for traced in scalars {
      let isSpace = traced.isSpace
      if isSpace {
        if !previousIsSpace { result.append(TracedScalar(scalar: " ", source: traced.source)) }
      } else {
        result.append(traced)
      }
      previousIsSpace = isSpace
    }
    return result
  }

  /// Whether white space is anything but single spaces between words.
  private var hasOtherSpaces: Bool {
    let scalars = scalars
    var index = 0
    while index < scalars.count {
      while index < scalars.count, !scalars[index].isSpace { index += 1 }
      guard index < scalars.count else { break }
      if scalars[index].value != 0x20 { return true }
      index += 1
      if index < scalars.count, scalars[index].isSpace { return true }
    }
    return false
  }

  /// The text without the scalars at the ends that satisfy a condition, spaces included.
  func trimmed(where isUnwanted: (Unicode.Scalar) -> Bool) -> TracedText {
    var low = 0
    var high = count
    func drops(_ scalar: Unicode.Scalar) -> Bool {
      scalar.isSpace || isUnwanted(scalar)
    }
    while low < high, drops(scalars[low].scalar) { low += 1 }
    while high > low, drops(scalars[high - 1].scalar) { high -= 1 }
    return self[low..<high]
  }

  /// Whether a scalar stands anywhere.
  func holds(_ scalar: Unicode.Scalar) -> Bool {
    for traced in scalars where traced.value == scalar.value { return true }
    return false
  }

  func hasPrefix(_ prefix: String, at offset: Int = 0) -> Bool {
    var index = offset
    for scalar in prefix.unicodeScalars {
      guard index < count, scalars[index].value == scalar.value else { return false }
      index += 1
    }
    return true
  }

  func hasSuffix(_ suffix: String) -> Bool {
    let length = suffix.unicodeScalars.count
    return length <= count && hasPrefix(suffix, at: count - length)
  }

  /// The first place of a text at or after an offset; linear times the length of the needle.
  func firstRange(of needle: String, from offset: Int = 0) -> Range<Int>? {
    let wanted = needle.unicodeScalars.map(\.value)
    guard let first = wanted.first else { return nil }
    var index = max(0, offset)
    while index + wanted.count <= scalars.count {
      guard scalars[index].value == first else {
        index += 1
        continue
      }
      if wanted.indices.allSatisfy({ scalars[index + $0].value == wanted[$0] }) {
        return index..<index + wanted.count
      }
      index += 1
    }
    return nil
  }

  func firstIndex(from offset: Int = 0, where matches: (Unicode.Scalar) -> Bool) -> Int? {
    var index = max(0, offset)
    while index < count {
      if matches(scalars[index].scalar) { return index }
      index += 1
    }
    return nil
  }

  /// The parts between the places where a separator stands, empty ones included.
  func split(at separator: String) -> [TracedText] {
    var parts: [TracedText] = []
    var start = 0
    while let range = firstRange(of: separator, from: start) {
      parts.append(self[start..<range.lowerBound])
      start = range.upperBound
    }
    parts.append(self[start..<count])
    return parts
  }

  /// The last run of anything but white space, found from the end; of a longer one its end.
  ///
  /// Texts grow at their end while lines are joined: to look further each time would be to look at
  /// all of it again.
  func lastWordRange(within length: Int) -> Range<Int>? {
    let floor = max(0, count - length)
    guard let last = scalars[floor...].lastIndex(where: { !$0.isSpace }) else {
      return nil
    }
    var low = last
    while low > floor, !scalars[low - 1].isSpace { low -= 1 }
    return low..<last + 1
  }

  /// The first run of anything but white space.
  var firstWordRange: Range<Int>? {
    guard let first = firstIndex(where: { !$0.isSpace }) else { return nil }
    return first..<(firstIndex(from: first) { $0.isSpace } ?? count)
  }

  /// Runs of anything but white space.
  var wordRanges: [Range<Int>] {
    var ranges: [Range<Int>] = []
    ranges.reserveCapacity(count / 6 + 1)
    let scalars = scalars
    var index = 0
    while index < scalars.count {
      let start = index
      while index < scalars.count, !scalars[index].isSpace { index += 1 }
      if start < index { ranges.append(start..<index) }
      index += 1
    }
    return ranges
  }

  /// The part of a word without what is no letter at its ends; empty where it has none.
  func fromFirstToLastLetter(of word: Range<Int>) -> Range<Int> {
    guard let first = scalars[word].firstIndex(where: \.isLetter),
      let last = scalars[word].lastIndex(where: \.isLetter)
    else { return word.lowerBound..<word.lowerBound }
    return first..<last + 1
  }

  /// The same text with its first letter in upper case, as titles have it.
  var withCapitalInitial: TracedText {
    guard let first = scalars.first, first.scalar.properties.isLowercase else { return self }
    var result = TracedText(path: path)
    for scalar in first.scalar.properties.uppercaseMapping.unicodeScalars {
      result.append(TracedScalar(scalar: scalar, source: first.source))
    }
    result.append(self[1..<count])
    return result
  }
}

// The tables of Unicode are slow to ask; nearly every scalar of a text is ASCII.
extension Unicode.Scalar {
  var isDigit: Bool { ("0"..."9").contains(self) }

  var isSpace: Bool {
    guard value >= 0x80 else { return value == 0x20 || (0x09...0x0D).contains(value) }
    return switch value {
    case 0x85, 0xA0, 0x1680, 0x2000...0x200A, 0x2028, 0x2029, 0x202F, 0x205F,
      0x3000:
      true
    default: false
    }
  }

  var isLetter: Bool {
    switch value {
    case 0x41...0x5A, 0x61...0x7A, 0xAA, 0xB5, 0xBA, 0xC0...0xD6, 0xD8...0xF6, 0xF8...0x24F: true
    case 0..<0x100, 0x2010...0x203A: false
    default: properties.isAlphabetic
    }
  }

  var isUpper: Bool {
    switch value {
    case 0x41...0x5A, 0xC0...0xD6, 0xD8...0xDE: true
    case 0..<0x100, 0x2010...0x203A: false
    default: properties.isUppercase || properties.generalCategory == .titlecaseLetter
    }
  }

  var isLower: Bool {
    switch value {
    case 0x61...0x7A, 0xAA, 0xB5, 0xBA, 0xDF...0xF6, 0xF8...0xFF: true
    case 0..<0x100, 0x2010...0x203A: false
    default: properties.isLowercase
    }
  }

  var isApostrophe: Bool { self == "'" || self == "\u{2019}" || self == "\u{2BC}" }

  var isQuote: Bool {
    switch self {
    case "\"", "«", "»", "“", "”", "„", "‹", "›": true
    default: false
    }
  }

  var isBracket: Bool { self == "(" || self == ")" || self == "[" || self == "]" }
}
