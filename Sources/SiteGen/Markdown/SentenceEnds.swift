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
    // Asked of every byte: what is neither one of three marks nor may begin another ends nothing.
    switch text[position] {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "?"), 0xC2, 0xE2: break
    default: position += 1; continue
    }
    let sign = scalar(in: text, at: position)
    guard sign.endsSentence else {
      if sign == "«" { quotes += 1 }
      if sign == "»" { quotes = max(0, quotes - 1) }
      position += UTF8.width(sign)
      continue
    }
    let mark = position
    position = endOfClosing(in: text, from: position)
    // Among the marks that close, `»` alone has this byte.
    quotes = max(0, quotes - text[mark..<position].count { $0 == 0xBB })
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
    default: isCapital || isNumber
    }
  }

  fileprivate var isCapital: Bool {
    isASCII ? ("A"..."Z").contains(self) : properties.isUppercase
  }

  fileprivate var isNumber: Bool {
    isASCII ? ("0"..."9").contains(self) : properties.numericType != nil
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
    guard sign.isSpace else { break }
    position += UTF8.width(sign)
  }
  return position
}

/// Whether the word before a full stop is an initial or an abbreviation.
private func isAbbreviated(_ text: [UInt8], before stop: Int, next: Unicode.Scalar) -> Bool {
  var start = stop
  var letters = 0
  // Longer words are no abbreviations that this knows.
  while start > 0, letters < 7 {
    let before = startOfScalar(in: text[..<start])
    guard scalar(in: text, at: before).isLetter else { break }
    letters += 1
    start = before
  }
  guard letters > 0, letters < 7 else { return false }
  // An initial, or `l. 5`.
  if letters == 1, scalar(in: text, at: start).isCapital || next.isNumber { return true }
  let word = String(decoding: text[start..<stop], as: UTF8.self)
  return SentenceWords.abbreviations.contains(word.lowercased())
}
