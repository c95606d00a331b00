/// A word for the grammar of names: elisions stand alone, hyphens hold a word together.
struct NamingToken: Hashable, Sendable {
  let range: Range<Int>
  /// As printed, apostrophes straight.
  let text: String
  let lowercased: String
  /// What stands between the word before and this one.
  let gap: String
  let startsUpper: Bool
  /// See ``hasAcronymShape(_:)``.
  let isAcronym: Bool
  /// Whether the word has no capital.
  let isSmall: Bool

  /// Reads the word at a range, which is not empty, after the end of the word before.
  fileprivate init(_ text: TracedText, at range: Range<Int>, after previousEnd: Int) {
    let written = text.string(in: range)
    var (isSmall, hasApostrophe) = (true, false)
    for traced in text.scalars[range] where !traced.isPlainSmallLetter {
      if traced.isUpper { isSmall = false }
      if traced.value >= 0x80, traced.scalar.isApostrophe { hasApostrophe = true }
    }
    let word = hasApostrophe ? withPlainApostrophes(written) : written
    self.range = range
    self.text = word
    self.isSmall = isSmall
    lowercased = isSmall ? word : hasApostrophe ? word.lowercased() : text.lowercased(in: range)
    startsUpper = text.scalars[range.lowerBound].isUpper
    isAcronym = !isSmall && hasAcronymShape(word)
    let gap = previousEnd..<range.lowerBound
    let isSpace = gap.count == 1 && text.scalars[previousEnd].scalar == " "
    self.gap = isSpace ? " " : gap.isEmpty ? "" : text.string(in: gap)
  }

  var isNumber: Bool { text.unicodeScalars.allSatisfy(\.isDigit) }
  /// Whether nothing but a space, or an elision, divides it from the word before.
  var isJoined: Bool { gap == " " || gap.isEmpty }
}

/// The words of a text in order, `&` included; linear.
func namingTokens(of text: TracedText) -> [NamingToken] {
  var tokens: [NamingToken] = []
  tokens.reserveCapacity(text.count / 6 + 1)
  var start: Int?
  var previousEnd = 0
  func close(_ end: Int) {
    guard let low = start else { return }
    start = nil
    var high = end
    while high > low, text.scalars[high - 1].scalar.isNamingHyphen { high -= 1 }
    guard high > low else { return }
    tokens.append(NamingToken(text, at: low..<high, after: previousEnd))
    previousEnd = high
  }
  for (index, traced) in text.scalars.enumerated() {
    let scalar = traced.scalar
    if traced.isLetter || scalar.isDigit {
      if start == nil { start = index }
    } else if scalar.isApostrophe, let low = start, isElision(text, low..<index) {
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
  return tokens
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
  word.count == 1 || text.string(in: word).lowercased().hasSuffix("qu")
}

extension Unicode.Scalar {
  fileprivate var isNamingHyphen: Bool { self == "-" || self == "\u{2010}" || self == "\u{2011}" }
}
