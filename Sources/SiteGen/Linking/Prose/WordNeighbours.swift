import Markdown

/// The words before and behind a name in a block, at whose ends a NUL or nothing stands.
struct WordNeighbours {
  /// The word before, with a full stop that stands behind it; nil when a mark or nothing does.
  let before: String?
  /// The word before « de », where that stands before.
  private let beyond: String?
  /// Whether the word before, or else the name, opens a sentence.
  private let opensSentence: Bool
  /// Whether the name itself opens a sentence, so that its capital says nothing.
  var startsHere: Bool { before == nil && opensSentence }
  /// The word behind a space; nil when a mark or nothing is.
  private let behind: String?
  /// Where that word begins.
  private let behindPlace: Int
  /// The word behind « de », where that stands behind.
  private let farBehind: String?
  /// Whether a year follows, so that a work is cited, whose author may be anybody of the name.
  let isCitation: Bool

  init(of place: NamePlace) {
    let (range, text) = (place.match.range, place.prose.text)
    let word = WordNeighbours.word(before: range.lowerBound, in: text)
    before = word.text
    let isPreposition = before.map { FrenchNames.prepositions.contains($0) } ?? false
    beyond = isPreposition ? WordNeighbours.word(before: word.start, in: text).text : nil
    let start = place.block.range.lowerBound
    opensSentence = WordNeighbours.isOpening(word.start, in: text, from: start)
    let next = WordNeighbours.word(behind: range.upperBound, in: text)
    (behind, behindPlace) = (next.text, next.place)
    let isJoint = next.text.map { FrenchNames.prepositions.contains($0) } ?? false
    farBehind =
      isJoint ? WordNeighbours.word(behindPreposition: next.place, in: text) : nil
    isCitation = WordNeighbours.isYear(behind: range.upperBound, in: text)
  }

  /// The word that ends before a position, and where it begins; without one, where what parts it
  /// from the position begins.
  private static func word(before end: Int, in text: [UInt8]) -> (text: String?, start: Int) {
    var start = end
    // An apostrophe joins what is elided to the name: « d’Ada ».
    let isElided = endsInApostrophe(text[..<start])
    if isElided {
      start -= text[start - 1] == UInt8(ascii: "'") ? 1 : 3
    } else {
      start = skipSpacesBack(text, from: start)
    }
    guard isElided || start < end else { return (nil, start) }
    let wordEnd = start
    var wordStart = start
    if wordStart > 0, text[wordStart - 1] == UInt8(ascii: ".") { wordStart -= 1 }
    let stopless = wordStart
    while wordEnd - wordStart < 40, let letter = letter(before: wordStart, in: text) {
      wordStart = letter
    }
    guard wordStart < stopless else { return (nil, start) }
    let word = String(decoding: text[wordStart..<wordEnd], as: UTF8.self)
    // A full stop ends a sentence, unless it stands behind an initial or an abbreviated title.
    if stopless < wordEnd, word.count > 2, !FrenchNames.honorifics.contains(word) {
      return (nil, start)
    }
    return (word, wordStart)
  }

  private static func word(behind position: Int, in text: [UInt8]) -> (text: String?, place: Int) {
    let start = skipSpaces(text, from: position)
    return (start > position ? word(at: start, in: text) : nil, start)
  }

  private static func word(at start: Int, in text: [UInt8]) -> String? {
    text.withUnsafeBufferPointer { bytes in
      var end = start
      while end < bytes.count, end - start < 40 {
        let unit = WordBytes.unit(at: end, in: bytes)
        guard unit.isWord else { break }
        end += unit.length
      }
      return start < end ? String(decoding: bytes[start..<end], as: UTF8.self) : nil
    }
  }

  /// The word behind « de » or « d’ » that stands at a position.
  private static func word(behindPreposition place: Int, in text: [UInt8]) -> String? {
    if text[place...].starts(with: "d'".utf8) { return word(at: place + 2, in: text) }
    if text[place...].starts(with: "d’".utf8) { return word(at: place + 4, in: text) }
    return word(behind: place + 2, in: text).text
  }

  /// Whether a year follows as behind an author: « Weber (1905) », « Weber, 1905 ».
  private static func isYear(behind position: Int, in text: [UInt8]) -> Bool {
    var start = position
    if start < text.count, text[start] == UInt8(ascii: ",") { start += 1 }
    start = skipSpaces(text, from: start)
    guard start > position else { return false }
    if start < text.count, text[start] == UInt8(ascii: "(") { start += 1 }
    let digits = text[start...].prefix { (0x30...0x39).contains($0) }
    return digits.count == 4 && [0x31, 0x32].contains(text[start])
  }

  private static func endsInApostrophe(_ text: ArraySlice<UInt8>) -> Bool {
    text.last == UInt8(ascii: "'") || ends(text, with: [0xE2, 0x80, 0x99])
  }

  /// Compared as slices: a suffix that is asked to be an array walks the whole text.
  private static func ends(_ text: ArraySlice<UInt8>, with bytes: [UInt8]) -> Bool {
    text.count >= bytes.count && text[(text.endIndex - bytes.count)...] == bytes[...]
  }

  /// Where the letter, digit or hyphen begins that ends at a position; nil where another mark does.
  private static func letter(before end: Int, in text: [UInt8]) -> Int? {
    var start = end - 1
    while start > 0, end - start < 4, (0x80...0xBF).contains(text[start]) { start -= 1 }
    guard start >= 0 else { return nil }
    let unit = text.withUnsafeBufferPointer { WordBytes.unit(at: start, in: $0) }
    return unit.isWord ? start : nil
  }

  /// Whether a sentence opens at a position of a block that begins at `start`, perhaps behind one that
  /// ends with a quotation.
  private static func isOpening(_ position: Int, in text: [UInt8], from start: Int) -> Bool {
    var end = skipSpacesBack(text, from: position)
    if ends(text[..<end], with: [0xC2, 0xAB]) { return true }
    while let mark = closingMarks.first(where: { ends(text[..<end], with: $0) }) {
      end = skipSpacesBack(text, from: end - mark.count)
    }
    return end == start || [0x2E, 0x21, 0x3F, 0x3A].contains(text[end - 1])
      || ends(text[..<end], with: [0xE2, 0x80, 0xA6])
  }

  /// « » », « ” », « ) ».
  private static let closingMarks: [[UInt8]] = [[0xC2, 0xBB], [0xE2, 0x80, 0x9D], [0x29]]

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
  /// Whether the words around make another's name of a family name, or say that none is one.
  var belongToOthers: Bool {
    if isCapital(behind) { return true }
    guard let before else { return false }
    if FrenchNames.determiners.contains(before.lowercased()) { return true }
    if FrenchNames.prepositions.contains(before) {
      // « Max de Weber »
      return isCapital(beyond) && !FrenchNames.openings.contains(beyond ?? "")
    }
    if FrenchNames.particles.contains(before) || isNamesake { return true }
    return isCapital(before) && !(opensSentence && FrenchNames.openings.contains(before))
  }

  /// Whether the words around make another's of a name in full, unless a name that begins at `next`
  /// explains them: « Jean Luc Martin », « Ada Lovelace King », « lycée Ada Lovelace ».
  func extendPerson(next: Int?) -> Bool {
    if isNamesake || (isCapital(behind) && next != behindPlace) { return true }
    guard let before, isCapital(before), !opensSentence else { return false }
    return !FrenchNames.honorifics.contains(before) && !FrenchNames.offices.contains(before)
      && !isAcronym(before)
  }

  /// Whether the word behind makes another organisation of the name: « Sciences Po Lyon », « CHU de
  /// Nancy », unless a name that begins at `next` explains it.
  func extendOrganisation(next: Int?) -> Bool {
    guard let behind, next != behindPlace else { return false }
    return isCapital(farBehind) || (isCapital(behind) && !isAcronym(behind))
  }

  /// Whether a courtesy title stands before.
  var hasHonorific: Bool { before.map { FrenchNames.honorifics.contains($0) } ?? false }

  /// Whether something that bears the name stands before.
  private var isNamesake: Bool {
    before.map { FrenchNames.namesakes.contains($0.lowercased()) } ?? false
  }

  private func isCapital(_ word: String?) -> Bool {
    guard let word, let byte = word.utf8.first else { return false }
    // Of ASCII no table need be asked.
    if byte < 0x80 { return (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) }
    return word.first?.isUppercase ?? false
  }

  private func isAcronym(_ word: String) -> Bool {
    word.count > 1 && !word.contains { $0.isLowercase }
  }
}
