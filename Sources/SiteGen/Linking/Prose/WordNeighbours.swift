/// The words before and behind a name in a block.
struct WordNeighbours {
  /// The word before, with a full stop that stands behind it; nil when a mark or nothing does.
  let before: String?
  /// Whether the word before, or else the name, opens a sentence.
  private let opensSentence: Bool
  /// Whether the name itself opens a sentence, so that its capital says nothing.
  var startsHere: Bool { before == nil && opensSentence }
  /// The word behind a space; nil when a mark or nothing is.
  let behind: String?

  init(of range: Range<Int>, in text: [UInt8]) {
    var start = range.lowerBound
    // An apostrophe joins what is elided to the name: « d’Ada ».
    let isElided = WordNeighbours.endsInApostrophe(text[..<start])
    if isElided {
      start -= text[start - 1] == UInt8(ascii: "'") ? 1 : 3
    } else {
      start = WordNeighbours.skipSpacesBack(text, from: start)
    }
    let isJoined = isElided || start < range.lowerBound
    let wordEnd = start
    var wordStart = start
    if isJoined, wordStart > 0, text[wordStart - 1] == UInt8(ascii: ".") { wordStart -= 1 }
    let stopless = wordStart
    while wordStart > 0, wordEnd - wordStart < 40, WordNeighbours.isLetter(text[wordStart - 1]) {
      wordStart -= 1
    }
    var hasWord = isJoined && wordStart < stopless
    let word = hasWord ? String(decoding: text[wordStart..<wordEnd], as: UTF8.self) : nil
    // A full stop ends a sentence, unless it stands behind an initial or an abbreviated title.
    if let word, stopless < wordEnd, word.count > 2, !FrenchNames.honorifics.contains(word) {
      hasWord = false
    }
    before = hasWord ? word : nil
    let opening = hasWord ? wordStart : start
    let previous = WordNeighbours.skipSpacesBack(text, from: opening)
    opensSentence =
      previous == 0 || [0x2E, 0x21, 0x3F, 0x3A].contains(text[previous - 1])
      || WordNeighbours.ends(text[..<previous], with: [0xC2, 0xAB])
    behind = WordNeighbours.word(behind: range.upperBound, in: text)
  }

  private static func word(behind position: Int, in text: [UInt8]) -> String? {
    let start = skipSpaces(text, from: position)
    guard start > position else { return nil }
    var end = start
    while end < text.count, end - start < 40, isLetter(text[end]) { end += 1 }
    return start < end ? String(decoding: text[start..<end], as: UTF8.self) : nil
  }

  private static func endsInApostrophe(_ text: ArraySlice<UInt8>) -> Bool {
    text.last == UInt8(ascii: "'") || ends(text, with: [0xE2, 0x80, 0x99])
  }

  /// Compared as slices: a suffix that is asked to be an array walks the whole text.
  private static func ends(_ text: ArraySlice<UInt8>, with bytes: [UInt8]) -> Bool {
    text.count >= bytes.count && text[(text.endIndex - bytes.count)...] == bytes[...]
  }

  /// Letters, digits and hyphens; every byte of a letter beyond ASCII.
  private static func isLetter(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A, 0x2D, 0x80...0xBF, 0xC3...0xDF: true
    default: false
    }
  }

  static func skipSpaces(_ text: [UInt8], from start: Int) -> Int {
    text.withUnsafeBufferPointer { WordBytes.endOfSpaces(from: start, in: $0) }
  }

  /// Before the spaces that end at a position: ASCII ones, U+00A0 and U+202F.
  private static func skipSpacesBack(_ text: [UInt8], from end: Int) -> Int {
    var position = end
    while position > 0 {
      switch text[position - 1] {
      case 0x20, 0x0A, 0x09, 0x0D: position -= 1
      case 0xA0 where position > 1 && text[position - 2] == 0xC2: position -= 2
      case 0xAF where ends(text[..<position], with: [0xE2, 0x80, 0xAF]): position -= 3
      default: return position
      }
    }
    return position
  }
}

extension WordNeighbours {
  /// Whether the words around are parts of another name, or say that none follows.
  var belongToOthers: Bool {
    if let behind, behind.first?.isUppercase ?? false { return true }
    guard let before else { return false }
    if FrenchNames.determiners.contains(before.lowercased()) { return true }
    guard before.first?.isUppercase ?? false else { return false }
    return !(opensSentence && FrenchNames.openings.contains(before))
  }

  /// Whether a courtesy title stands before.
  var hasHonorific: Bool { before.map { FrenchNames.honorifics.contains($0) } ?? false }
}
