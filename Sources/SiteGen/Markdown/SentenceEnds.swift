/// The offsets behind the sentences of a text, in ascending order.
///
/// A sentence ends in `.`, `!`, `?` or `…` with the marks that close around it, before a space and
/// a capital, a digit or an opening mark. A full stop behind an initial or an abbreviation ends
/// none, nor does any mark between `«` and `»`. Linear.
func sentenceEnds(of text: [Unicode.Scalar]) -> [Int] {
  var ends: [Int] = []
  var position = 0
  var quotes = 0
  while position < text.count {
    guard SentenceMarks.ending.contains(text[position]) else {
      if text[position] == "«" { quotes += 1 }
      if text[position] == "»" { quotes = max(0, quotes - 1) }
      position += 1
      continue
    }
    let mark = position
    position = endOfClosing(in: text, from: position)
    quotes = max(0, quotes - text[mark..<position].count { $0 == "»" })
    guard quotes == 0 else { continue }
    let next = skipSpaces(in: text, from: position)
    guard next > position, next < text.count, opensSentence(text[next]) else { continue }
    if text[mark] == ".", isAbbreviated(text, before: mark, next: text[next]) { continue }
    ends.append(position)
  }
  return ends
}

private enum SentenceMarks {
  static let ending: Set<Unicode.Scalar> = [".", "!", "?", "…"]
  static let quotes: Set<Unicode.Scalar> = ["»", "”", "\"", ")", "]", "’"]
  static let openings: Set<Unicode.Scalar> = ["«", "“", "\"", "(", "[", "—", "–"]
  /// Words whose full stop does not end a sentence, in French and English.
  static let abbreviations: Set<String> = [
    "al", "app", "apr", "art", "av", "cf", "ch", "chap", "coll", "col", "dir", "dr", "ed", "eds",
    "éd", "éds", "eg", "env", "ex", "fig", "fol", "ibid", "ie", "infra", "me", "mlle", "mm", "mme",
    "mr", "mrs", "ms", "no", "op", "p", "pp", "par", "pr", "prof", "sect", "ss", "st", "ste",
    "suiv", "supra", "sv", "tab", "trad", "univ", "vol", "vs",
  ]
}

private func endOfClosing(in text: [Unicode.Scalar], from mark: Int) -> Int {
  var position = mark
  while position < text.count {
    if SentenceMarks.ending.contains(text[position])
      || SentenceMarks.quotes.contains(text[position])
    {
      position += 1
      continue
    }
    // French sets a space before its closing mark.
    let isSpace = text[position] == "\u{A0}" || text[position] == "\u{202F}"
    guard isSpace, position + 1 < text.count,
      text[position + 1] == "»" || SentenceMarks.ending.contains(text[position + 1])
    else { break }
    position += 2
  }
  return position
}

private func skipSpaces(in text: [Unicode.Scalar], from start: Int) -> Int {
  var position = start
  while position < text.count, text[position].properties.isWhitespace { position += 1 }
  return position
}

private func opensSentence(_ scalar: Unicode.Scalar) -> Bool {
  scalar.properties.isUppercase || scalar.properties.numericType != nil
    || SentenceMarks.openings.contains(scalar)
}

/// Whether the word before a full stop is an initial or an abbreviation.
private func isAbbreviated(
  _ text: [Unicode.Scalar],
  before stop: Int,
  next: Unicode.Scalar
) -> Bool {
  var start = stop
  // Longer words are no abbreviations that this knows.
  while start > 0, stop - start < 7, text[start - 1].properties.isAlphabetic { start -= 1 }
  guard stop - start < 7, start < stop else { return false }
  // An initial, or `l. 5`.
  if stop - start == 1, text[start].properties.isUppercase || next.properties.numericType != nil {
    return true
  }
  var word = ""
  word.unicodeScalars.append(contentsOf: text[start..<stop])
  return SentenceMarks.abbreviations.contains(word.lowercased())
}
