/// The offsets behind the sentences of a text in UTF-8, in ascending order.
///
/// A sentence ends in `.`, `!`, `?` or `…` with the marks that close around it, before a space and
/// a capital, a digit or an opening mark. A full stop behind an initial or an abbreviation ends
/// none, nor does any mark between `«` and `»`. Linear.
func sentenceEnds(of text: [UInt8]) -> [Int] {
  var ends: [Int] = []
  var position = 0
  var quotes = 0
  while position < text.count {
    guard isEndingMark(in: text, at: position) else {
      if isOpeningGuillemet(in: text, at: position) { quotes += 1 }
      if isClosingGuillemet(in: text, at: position) { quotes = max(0, quotes - 1) }
      // What follows the first byte of a letter is no mark.
      position += 1
      continue
    }
    let mark = position
    position = endOfClosing(in: text, from: position)
    quotes = max(0, quotes - (mark..<position).count { isClosingGuillemet(in: text, at: $0) })
    guard quotes == 0 else { continue }
    let next = skipSpaces(in: text, from: position)
    guard next > position, next < text.count else { continue }
    let opening = scalar(in: text, at: next)
    guard opening.opensSentence else { continue }
    if text[mark] == UInt8(ascii: "."), isAbbreviated(text, before: mark, next: opening) {
      continue
    }
    ends.append(position)
  }
  return ends
}

extension Unicode.Scalar {
  fileprivate var endsSentence: Bool {
    switch self {
    case ".", "!", "?", "…": true
    default: false
    }
  }

  fileprivate var closesQuotation: Bool {
    switch self {
    case "»", "”", "\"", ")", "]", "’": true
    default: false
    }
  }

  fileprivate var opensSentence: Bool {
    switch self {
    case "«", "“", "\"", "(", "[", "—", "–": true
    default: properties.isUppercase || properties.numericType != nil
    }
  }
}

private enum SentenceWords {
  /// Words whose full stop does not end a sentence, in French and English.
  static let abbreviations: Set<String> = [
    "al", "app", "apr", "art", "av", "cf", "ch", "chap", "coll", "col", "dir", "dr", "ed", "eds",
    "éd", "éds", "eg", "env", "ex", "fig", "fol", "ibid", "ie", "infra", "me", "mlle", "mm", "mme",
    "mr", "mrs", "ms", "no", "op", "p", "pp", "par", "pr", "prof", "sect", "ss", "st", "ste",
    "suiv", "supra", "sv", "tab", "trad", "univ", "vol", "vs",
  ]
}

/// Asked of every byte, so answered without reading the scalar.
private func isEndingMark(in text: [UInt8], at position: Int) -> Bool {
  switch text[position] {
  case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"): true
  case 0xE2: scalar(in: text, at: position) == "…"
  default: false
  }
}

private func isOpeningGuillemet(in text: [UInt8], at position: Int) -> Bool {
  text[position] == 0xC2 && scalar(in: text, at: position) == "«"
}

private func isClosingGuillemet(in text: [UInt8], at position: Int) -> Bool {
  text[position] == 0xC2 && scalar(in: text, at: position) == "»"
}

private func endOfClosing(in text: [UInt8], from mark: Int) -> Int {
  var position = mark
  while position < text.count {
    let sign = scalar(in: text, at: position)
    let end = position + UTF8.width(sign)
    if sign.endsSentence || sign.closesQuotation {
      position = end
      continue
    }
    // French sets a space before its closing mark.
    guard sign == "\u{A0}" || sign == "\u{202F}", end < text.count else { break }
    let next = scalar(in: text, at: end)
    guard next == "»" || next.endsSentence else { break }
    position = end + UTF8.width(next)
  }
  return position
}

private func skipSpaces(in text: [UInt8], from start: Int) -> Int {
  var position = start
  while position < text.count {
    let sign = scalar(in: text, at: position)
    guard sign.properties.isWhitespace else { break }
    position += UTF8.width(sign)
  }
  return position
}

/// Whether the word before a full stop is an initial or an abbreviation.
private func isAbbreviated(_ text: [UInt8], before stop: Int, next: Unicode.Scalar) -> Bool {
  var start = stop
  var letters: [Unicode.Scalar] = []
  // Longer words are no abbreviations that this knows.
  while start > 0, letters.count < 7 {
    let before = startOfScalar(in: text[..<start])
    let letter = scalar(in: text, at: before)
    guard letter.properties.isAlphabetic else { break }
    letters.append(letter)
    start = before
  }
  guard letters.count < 7, let first = letters.last else { return false }
  // An initial, or `l. 5`.
  if letters.count == 1, first.properties.isUppercase || next.properties.numericType != nil {
    return true
  }
  let word = String(decoding: text[start..<stop], as: UTF8.self)
  return SentenceWords.abbreviations.contains(word.lowercased())
}
