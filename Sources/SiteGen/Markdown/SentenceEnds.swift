import Markup

/// The offsets behind the sentences of a text in UTF-8, in ascending order.
///
/// A sentence ends in `.`, `!`, `?` or `…` with the marks that close around it, before a space and
/// a capital, a digit or an opening mark. A full stop behind an initial or an abbreviation ends
/// none, nor does any mark between `«` and `»`. Linear.
///
/// - Parameters:
///   - text: The text.
///   - limit: Up to where sentences are wanted: nothing is looked for behind the first that ends
///     there or later.
/// - Returns: The offsets.
func sentenceEnds(of text: [UInt8], upTo limit: Int = .max) -> [Int] {
  var ends: [Int] = []
  // Few paragraphs have more.
  ends.reserveCapacity(8)
  var position = 0
  var quotes = 0
  while ends.last.map({ $0 < limit }) ?? true {
    position = nextMark(in: text, from: position)
    guard position < text.count else { break }
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

/// The offset of the next byte that is `.`, `!` or `?` or may begin one of the other marks; the end
/// where there is none.
private func nextMark(in text: [UInt8], from start: Int) -> Int {
  text.withUnsafeBufferPointer { $0.position(from: start, where: mayBeginMarks) }
}

@inline(__always)
private func mayBeginMarks(in bytes: SIMD16<UInt8>) -> ByteMarks {
  // C2 and E2 differ in one bit alone.
  bytes.marks(of: UInt8(ascii: ".")) .| bytes.marks(of: UInt8(ascii: "!"))
    .| bytes.marks(of: UInt8(ascii: "?")) .| (bytes | 0x20).marks(of: 0xE2)
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
  static let abbreviations: Set<UInt64> = Set(
    words.compactMap { packWord(Array($0.utf8)[...]) }
  )

  private static let words = [
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

/// The bytes of a word in small letters as one number; nil for more than eight.
///
/// Words are looked up behind every full stop, and texts would have to be made for that.
private func packWord(_ word: ArraySlice<UInt8>) -> UInt64? {
  guard word.count <= 8 else { return nil }
  var packed: UInt64 = 0
  for byte in word {
    let isCapital =
      (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
      // "À" to "Þ", of which the second byte tells the case.
      || packed & 0xFF == 0xC3 && (0x80...0x9E).contains(byte) && byte != 0x97
    packed = packed << 8 | UInt64(isCapital ? byte | 0x20 : byte)
  }
  return packed
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
  return packWord(text[start..<stop]).map(SentenceWords.abbreviations.contains) ?? false
}
