/// Whether a text is in English, which alone knows title case, and the locale's own casing.
struct TextLanguage: Hashable, Sendable {
  var isEnglish: Bool
  var primary: String
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
  var text: String
  let character: Character
  let isProtected: Bool

  init(_ character: Character, protected: Bool) {
    self.character = character
    text = String(character)
    isProtected = protected
  }
}

extension Output {
  fileprivate func collect(into letters: inout [CaseLetter], protected: Bool) {
    switch self {
    case .text(let text):
      for character in text { letters.append(CaseLetter(character, protected: protected)) }
    case .span(let span):
      let inner = protected || span.keepsCase || (span.isMarkup && span.font.align != nil)
      for character in span.prefix { letters.append(CaseLetter(character, protected: protected)) }
      for (index, child) in span.children.enumerated() {
        if index > 0 {
          for character in span.delimiter {
            letters.append(CaseLetter(character, protected: true))
          }
        }
        child.collect(into: &letters, protected: inner)
      }
      for character in span.suffix { letters.append(CaseLetter(character, protected: protected)) }
    }
  }

  fileprivate func replacing(_ letters: [CaseLetter], at position: inout Int) -> Output {
    func take(_ text: String) -> String {
      let end = position + text.count
      defer { position = end }
      return letters[position..<end].reduce(into: "") { $0 += $1.text }
    }
    switch self {
    case .text(let text): return .text(take(text))
    case .span(var span):
      span.prefix = take(span.prefix)
      for index in span.children.indices {
        if index > 0 { position += span.delimiter.count }
        span.children[index] = span.children[index].replacing(letters, at: &position)
      }
      span.suffix = take(span.suffix)
      return .span(span)
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
    let isShouting = !letters.contains { $0.character.isLowercase }
    for range in wordRanges(letters) {
      let capitals = letters[range].filter { $0.character.isUppercase }.count
      // "McDonald" keeps its inner capital, "IN SHORT" does not.
      if isShouting
        || (capitals > 0 && letters[range].dropFirst().allSatisfy { !$0.character.isUppercase })
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
      if self[index].character == "I" { self[index].text = "ı"; return }
      if self[index].character == "İ" { self[index].text = "i"; return }
    }
    self[index].text = self[index].character.lowercased()
  }

  fileprivate mutating func upper(_ index: Int, _ language: TextLanguage) {
    guard !self[index].isProtected else { return }
    if self[index].character == "i", language.primary == "tr" || language.primary == "az" {
      self[index].text = "İ"
    } else {
      self[index].text = self[index].character.uppercased()
    }
  }

  fileprivate mutating func capitalizeFirstWord(_ language: TextLanguage) {
    guard let range = wordRanges(self).first else { return }
    capitalize(range, language)
  }

  /// Raises the first letter of a word, unless a digit or protected text comes before it.
  fileprivate mutating func capitalize(_ range: Range<Int>, _ language: TextLanguage) {
    guard
      let first = range.first(where: { self[$0].character.isLetter || self[$0].character.isNumber })
    else { return }
    upper(first, language)
  }
}

/// The words between white space.
private func wordRanges(_ letters: [CaseLetter]) -> [Range<Int>] {
  var ranges: [Range<Int>] = []
  var start: Int?
  for index in letters.indices {
    if letters[index].character.isWhitespace {
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
  let isShouting = !letters.contains { !$0.isProtected && $0.character.isLowercase }
  let words = titleWords(letters)
  var startsSentence = true
  for (position, range) in words.enumerated() {
    let isLast = position == words.count - 1
    let word = String(letters[range].map { $0.character })
    let next = range.upperBound < letters.count ? letters[range.upperBound].character : " "
    let isSmall = SmallWords.english.contains(word.lowercased())
    let capitals = word.filter { $0.isUppercase }.count
    if isShouting, word.count > 1, capitals > 0 {
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

/// Whether what stands between this word and the next opens a new clause.
private func endsClause(_ letters: [CaseLetter], after range: Range<Int>) -> Bool {
  var index = range.upperBound
  while index < letters.count {
    let character = letters[index].character
    if character.isLetter || character.isNumber { return false }
    if ":?!".contains(character) { return true }
    if character == ".", index + 1 < letters.count, letters[index + 1].character.isWhitespace,
      range.count > 1
    {
      return true
    }
    if character == " ", index + 2 < letters.count, "“‘\"(".contains(letters[index + 1].character),
      letters[index + 2].character.isLetter
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
    let character = letters[index].character
    let isInside =
      character.isLetter || character.isNumber
      || (start != nil && "'’.&^`".contains(character) && index + 1 < letters.count
        && letters[index + 1].character.isLetter)
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
