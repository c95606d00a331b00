/// A word for the grammar of names: elisions stand alone, hyphens hold a word together.
struct NamingToken: Hashable, Sendable {
  let range: Range<Int>
  /// As printed, apostrophes straight.
  let text: String
  let lowercased: String
  /// What stands between the word before and this one.
  let gap: String
  /// Whether nothing but a space, or an elision, divides it from the word before.
  let isJoined: Bool
  let startsUpper: Bool
  /// See ``hasAcronymShape(_:)``.
  let isAcronym: Bool
  /// Whether the word has no capital.
  let isSmall: Bool
  /// Whether the word is letters and hyphens alone.
  let isOfLetters: Bool

  /// Reads a word that stands in a text.
  init(_ word: NamingWord, in text: TracedText) {
    let range = word.range
    let written = text.string(in: range)
    var (capitals, others) = (0, 0)
    var (isOfLetters, hasHyphen, hasApostrophe) = (true, false, false)
    for traced in text.scalars[range] where !traced.isPlainSmallLetter {
      if traced.isUpper { capitals += 1 } else if traced.value >= 0x100 { others += 1 }
      if traced.value == 0x2D { hasHyphen = true } else if !traced.isLetter { isOfLetters = false }
      if traced.value >= 0x80, traced.scalar.isApostrophe { hasApostrophe = true }
    }
    let isSmall = capitals == 0
    let plain = hasApostrophe ? withPlainApostrophes(written) : written
    let gap = word.gap.isEmpty ? "" : text.string(in: word.gap)
    self.range = range
    self.text = plain
    lowercased = isSmall ? plain : hasApostrophe ? plain.lowercased() : text.lowercased(in: range)
    self.gap = gap
    isJoined = gap.isEmpty || gap == " "
    startsUpper = !isSmall && text.scalars[range.lowerBound].isUpper
    // A word with one capital has the shape only where it has a hyphen.
    isAcronym =
      !isSmall && (hasHyphen || capitals + others > 1) && hasAcronymShape(plain)
    self.isSmall = isSmall
    self.isOfLetters = isOfLetters
  }

  var isNumber: Bool { text.unicodeScalars.allSatisfy(\.isDigit) }
}

/// Where a word of a text stands.
struct NamingWord: Sendable {
  /// Never empty.
  let range: Range<Int>
  /// What lies between the word before, or the start of the text, and this one.
  let gap: Range<Int>
}

/// The words of a text in order, each read anew whenever it is asked for.
///
/// For texts of which few words matter; see ``namingTokens(of:)``.
struct UnreadTokens: RandomAccessCollection {
  let text: TracedText
  let words: [NamingWord]

  init(_ text: TracedText) {
    self.text = text
    words = namingWords(of: text)
  }

  var startIndex: Int { 0 }
  var endIndex: Int { words.count }

  subscript(index: Int) -> NamingToken { NamingToken(words[index], in: text) }
}

/// The words of a text in order, `&` included; linear.
func namingTokens(of text: TracedText) -> [NamingToken] {
  namingWords(of: text).map { NamingToken($0, in: text) }
}

private func namingWords(of text: TracedText) -> [NamingWord] {
  var words: [NamingWord] = []
  words.reserveCapacity(text.count / 6 + 1)
  var start: Int?
  var previousEnd = 0
  func close(_ end: Int) {
    guard let low = start else { return }
    start = nil
    var high = end
    while high > low, text.scalars[high - 1].scalar.isNamingHyphen { high -= 1 }
    guard high > low else { return }
    words.append(NamingWord(range: low..<high, gap: previousEnd..<low))
    previousEnd = high
  }
  let scalars = text.scalars
  var next = 0
  while next < scalars.count {
    let index = next
    while next < scalars.count, scalars[next].isPlainSmallLetter { next += 1 }
    if index == next, scalars[index].isLetter || scalars[index].isDigit { next += 1 }
    if index < next {
      start = start ?? index
      continue
    }
    next += 1
    let scalar = scalars[index].scalar
    if scalar.isApostrophe, let low = start, isElision(text, low..<index) {
      close(index + 1)
    } else if scalar == "&" {
      close(index)
      start = index
      close(index + 1)
    } else if !scalar.isNamingHyphen && !scalar.isApostrophe {
      close(index)
    }
  }
  close(text.count)
  return words
}

/// The text with every kind of apostrophe as a typewriter has it.
private func withPlainApostrophes(_ text: String) -> String {
  var plain = ""
  for scalar in text.unicodeScalars {
    plain.unicodeScalars.append(scalar.isApostrophe ? "'" : scalar)
  }
  return plain
}

/// « l’ », « d’ », « qu’ », « jusqu’ »: not « aujourd’hui ».
private func isElision(_ text: TracedText, _ word: Range<Int>) -> Bool {
  word.count == 1 || text.lowercased(in: word).hasSuffix("qu")
}

extension Unicode.Scalar {
  /// Whether it is a hyphen that holds a word together.
  fileprivate var isNamingHyphen: Bool { self == "-" || self == "\u{2010}" || self == "\u{2011}" }
}
