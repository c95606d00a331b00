/// Whether a text is in English, which alone knows title case, and the locale's own casing.
struct TextLanguage: Hashable, Sendable {
  let isEnglish: Bool
  let primary: String

  init(primary: String) {
    self.primary = primary
    isEnglish = primary == "en"
  }
}

extension [Output] {
  /// The text with its letters changed, protected parts and affixes of this level left alone.
  func applying(_ textCase: TextCase, language: TextLanguage) -> [Output] {
    var letters: [CaseLetter] = []
    for output in self { output.collect(into: &letters, protected: false) }
    transform(&letters, textCase, language)
    var position = 0
    return map { $0.replacing(letters, at: &position) }
  }
}

/// A character that may become several, and whether it must stay.
private struct CaseLetter {
  /// What it becomes; nil while it stays.
  var changed: String?
  let character: Character
  let isProtected: Bool
  let isLetter: Bool
  let isNumber: Bool
  let isUppercase: Bool
  let isLowercase: Bool
  let isWhitespace: Bool

  init(_ character: Character, protected: Bool) {
    self.character = character
    isProtected = protected
    isLetter = character.isLetter
    isNumber = character.isNumber
    isUppercase = character.isUppercase
    isLowercase = character.isLowercase
    isWhitespace = character.isWhitespace
  }

  /// Letters of ASCII are classed by their bytes: the properties of Unicode are slow to look up.
  init(ascii byte: UInt8, protected: Bool) {
    character = Character(Unicode.Scalar(byte))
    isProtected = protected
    isUppercase = (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte)
    isLowercase = (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
    isLetter = isUppercase || isLowercase
    isNumber = (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
    isWhitespace = byte == 0x20 || (0x09...0x0D).contains(byte)
  }
}

/// Whether every byte is a character of its own.
private func isPlainASCII(_ text: String) -> Bool {
  text.utf8.allSatisfy { $0 < 0x80 && $0 != 0x0D }
}

extension [CaseLetter] {
  fileprivate mutating func collect(_ text: String, protected: Bool) {
    if isPlainASCII(text) {
      for byte in text.utf8 { append(CaseLetter(ascii: byte, protected: protected)) }
    } else {
      for character in text { append(CaseLetter(character, protected: protected)) }
    }
  }

  /// The text at a place with what became of its characters.
  fileprivate func take(_ text: String, at position: inout Int) -> String {
    let count = isPlainASCII(text) ? text.utf8.count : text.count
    let range = position..<position + count
    position += count
    guard self[range].contains(where: { $0.changed != nil }) else { return text }
    var result = ""
    result.reserveCapacity(text.utf8.count)
    for letter in self[range] {
      if let changed = letter.changed { result += changed } else { result.append(letter.character) }
    }
    return result
  }
}

extension Output {
  fileprivate func collect(into letters: inout [CaseLetter], protected: Bool) {
    switch self {
    case .text(let text): letters.collect(text, protected: protected)
    case .span(let span):
      let inner = protected || span.keepsCase || (span.isMarkup && span.font.align != nil)
      letters.collect(span.prefix, protected: protected)
      for (index, child) in span.children.enumerated() {
        if index > 0 { letters.collect(span.delimiter, protected: true) }
        child.collect(into: &letters, protected: inner)
      }
      letters.collect(span.suffix, protected: protected)
    }
  }

  fileprivate func replacing(_ letters: [CaseLetter], at position: inout Int) -> Output {
    switch self {
    case .text(let text): return .text(letters.take(text, at: &position))
    case .span(let span):
      let prefix = letters.take(span.prefix, at: &position)
      var children = span.children
      for index in children.indices {
        if index > 0 { position += span.delimiter.count }
        children[index] = children[index].replacing(letters, at: &position)
      }
      let suffix = letters.take(span.suffix, at: &position)
      return .span(span.with(prefix: prefix, suffix: suffix, children: children))
    }
  }
}

private func transform(
  _ letters: inout [CaseLetter],
  _ textCase: TextCase,
  _ language: TextLanguage
) {
  switch textCase {
  case .lowercase:
    for index in letters.indices { letters.lower(index, language) }
  case .uppercase:
    for index in letters.indices { letters.upper(index, language) }
  case .capitalizeFirst:
    letters.capitalizeFirstWord(language)
  case .capitalizeAll:
    for range in wordRanges(letters) { letters.capitalize(range, language) }
  case .sentence:
    let isShouting = !letters.contains { $0.isLowercase }
    for range in wordRanges(letters) {
      let capitals = letters[range].filter { $0.isUppercase }.count
      // "McDonald" keeps its inner capital, "IN SHORT" does not.
      if isShouting
        || (capitals > 0 && letters[range].dropFirst().allSatisfy { !$0.isUppercase })
      {
        for index in range { letters.lower(index, language) }
      }
    }
    letters.capitalizeFirstWord(language)
  case .title:
    if language.isEnglish { applyTitleCase(&letters, language) }
  }
}

extension [CaseLetter] {
  fileprivate mutating func lower(_ index: Int, _ language: TextLanguage) {
    guard !self[index].isProtected else { return }
    if language.primary == "tr" || language.primary == "az" {
      if self[index].character == "I" { self[index].changed = "ı"; return }
      if self[index].character == "İ" { self[index].changed = "i"; return }
    }
    guard !self[index].isLowercase else { return }
    self[index].changed = self[index].character.lowercased()
  }

  fileprivate mutating func upper(_ index: Int, _ language: TextLanguage) {
    guard !self[index].isProtected else { return }
    if self[index].character == "i", language.primary == "tr" || language.primary == "az" {
      self[index].changed = "İ"
    } else {
      self[index].changed = self[index].character.uppercased()
    }
  }

  fileprivate mutating func capitalizeFirstWord(_ language: TextLanguage) {
    guard let range = wordRanges(self).first else { return }
    capitalize(range, language)
  }

  /// Raises the first letter of a word, unless a digit or protected text comes before it.
  fileprivate mutating func capitalize(_ range: Range<Int>, _ language: TextLanguage) {
    guard
      let first = range.first(where: { self[$0].isLetter || self[$0].isNumber })
    else { return }
    upper(first, language)
  }
}

/// The words between white space.
private func wordRanges(_ letters: [CaseLetter]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start: Int?
  for index in letters.indices {
    if letters[index].isWhitespace {
      if let begin = start { ranges.append(begin..<index) }
      start = nil
    } else if start == nil {
      start = index
    }
  }
  if let begin = start { ranges.append(begin..<letters.count) }
  return ranges
}

/// English title case: every word but the small ones, the first and the last always, as well as
/// what follows a colon or a dash; words with capitals inside stay.
private func applyTitleCase(_ letters: inout [CaseLetter], _ language: TextLanguage) {
  let isShouting = !letters.contains { !$0.isProtected && $0.isLowercase }
  let words = titleWords(letters)
  var startsSentence = true
  for (position, range) in words.enumerated() {
    let isLast = position == words.count - 1
    let next = range.upperBound < letters.count ? letters[range.upperBound].character : " "
    let isSmall = isSmallWord(letters[range])
    var capitals = 0
    for index in range where letters[index].isUppercase { capitals += 1 }
    if isShouting, range.count > 1, capitals > 0 {
      for index in range.dropFirst() { letters.lower(index, language) }
      if isSmall, !startsSentence, !isLast { letters.lower(range.lowerBound, language) }
    } else if isSmall, !startsSentence, !isLast || next == "-" {
      if capitals <= 1 { for index in range { letters.lower(index, language) } }
    } else if capitals == 0 {
      letters.upper(range.lowerBound, language)
    }
    startsSentence = endsClause(letters, after: range)
  }
}

private func isSmallWord(_ letters: ArraySlice<CaseLetter>) -> Bool {
  guard letters.count <= SmallWords.longest else { return false }
  var word = ""
  for letter in letters { word.append(letter.character) }
  return SmallWords.english.contains(word.lowercased())
}

/// Whether what stands between this word and the next opens a new clause.
private func endsClause(_ letters: [CaseLetter], after range: Range<Int>) -> Bool {
  var index = range.upperBound
  while index < letters.count {
    if letters[index].isLetter || letters[index].isNumber { return false }
    let character = letters[index].character
    if ":?!".contains(character) { return true }
    if character == ".", index + 1 < letters.count, letters[index + 1].isWhitespace,
      range.count > 1
    {
      return true
    }
    if character == " ", index + 2 < letters.count, "“‘\"(".contains(letters[index + 1].character),
      letters[index + 2].isLetter
    {
      return true
    }
    index += 1
  }
  return false
}

/// Runs of letters and digits, with apostrophes and periods inside.
private func titleWords(_ letters: [CaseLetter]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start: Int?
  for index in letters.indices {
    let letter = letters[index]
    let isInside =
      letter.isLetter || letter.isNumber
      || (start != nil && "'’.&^`".contains(letter.character) && index + 1 < letters.count
        && letters[index + 1].isLetter)
    if isInside {
      start = start ?? index
    } else if let begin = start {
      ranges.append(begin..<index)
      start = nil
    }
  }
  if let begin = start { ranges.append(begin..<letters.count) }
  return ranges
}

/// Articles, conjunctions and prepositions, which title case leaves small.
private enum SmallWords {
  static let longest = 15

  static let english: Set<String> = [
    "a", "about", "above", "across", "afore", "after", "against", "al", "along", "alongside",
    "amid",
    "amidst", "among", "amongst", "an", "and", "anenst", "apropos", "apud", "around", "as", "aside",
    "astride", "at", "athwart", "atop", "barring", "before", "behind", "below", "beneath", "beside",
    "besides", "between", "beyond", "but", "by", "c", "ca", "circa", "d", "d’", "d'", "de",
    "despite",
    "down", "during", "et", "except", "for", "forenenst", "from", "given", "in", "inside", "into",
    "lest", "like", "modulo", "near", "next", "nor", "notwithstanding", "of", "off", "on", "onto",
    "or", "out", "over", "per", "plus", "pro", "qua", "sans", "since", "so", "than", "the",
    "through",
    "throughout", "thru", "thruout", "till", "to", "toward", "towards", "under", "underneath",
    "until", "unto", "up", "upon", "v", "v.", "van", "versus", "via", "vis-à-vis", "von", "vs",
    "vs.",
    "with", "within", "without", "yet",
  ]
}
