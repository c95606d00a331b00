/// A number variable taken apart: numbers with their affixes, and what joins them.
struct NumberText: Hashable, Sendable {
  enum Part: Hashable, Sendable {
    /// Letters before, digits, letters after.
    case number(prefix: String, value: Int, suffix: String)
    case word(String)
    case hyphen
    case comma
    case ampersand
  }

  let parts: [Part]
  let source: String

  /// Whether there is more than one number.
  var isPlural: Bool {
    parts.contains { $0 == .hyphen || $0 == .comma || $0 == .ampersand } && parts.count > 2
  }

  /// Whether all is numbers, with joints only between them (CSL 1.0.2 § is-numeric).
  var isNumeric: Bool {
    guard !parts.isEmpty else { return false }
    for (index, part) in parts.enumerated() {
      switch part {
      case .number: if index % 2 == 1 { return false }
      case .hyphen, .comma, .ampersand: if index % 2 == 0 { return false }
      case .word: return false
      }
    }
    return parts.count % 2 == 1
  }

  init(_ text: String) {
    source = text
    var parts: [Part] = []
    var word = ""
    func flush() {
      guard !word.isEmpty else { return }
      parts.append(NumberText.part(word))
      word = ""
    }
    for character in text {
      switch character {
      case "-", "–":
        flush()
        parts.append(.hyphen)
      case ",":
        flush()
        parts.append(.comma)
      case "&":
        flush()
        parts.append(.ampersand)
      case _ where character.isWhitespace: flush()
      default: word.append(character)
      }
    }
    flush()
    self.parts = parts
  }

  private static func part(_ word: String) -> Part {
    let isDigit = { (character: Character) in character.isASCII && character.isNumber }
    guard let start = word.firstIndex(where: isDigit), let end = word.lastIndex(where: isDigit),
      let value = Int(word[start...end])
    else { return .word(word) }
    let prefix = String(word[..<start])
    let suffix = String(word[word.index(after: end)...])
    guard prefix.allSatisfy({ $0.isLetter }), suffix.allSatisfy({ $0.isLetter || $0 == "." }) else {
      return .word(word)
    }
    return .number(prefix: prefix, value: value, suffix: suffix)
  }
}

/// A number in small Roman figures; numbers out of reach stay Arabic.
func romanNumeral(_ value: Int) -> String {
  guard (1..<6000).contains(value) else { return String(value) }
  let figures: [(Int, String)] = [
    (1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"), (90, "xc"), (50, "l"),
    (40, "xl"), (10, "x"), (9, "ix"), (5, "v"), (4, "iv"), (1, "i"),
  ]
  var rest = value
  var result = ""
  for (worth, figure) in figures {
    while rest >= worth {
      result += figure
      rest -= worth
    }
  }
  return result
}

extension CSLLocale {
  /// The suffix of an ordinal (CSL 1.0.2 § Ordinal Suffixes).
  func ordinalSuffix(_ value: Int, gender: Gender?) -> String {
    let magnitude = Int(clamping: value.magnitude)
    let two = twoDigits(magnitude % 100)
    let one = "0" + String(magnitude % 10)
    var candidates: [(String, OrdinalMatch)] = []
    if magnitude < 100 { candidates.append((two, .wholeNumber)) }
    candidates.append((two, .lastTwoDigits))
    candidates.append((one, .lastDigit))
    for (digits, reach) in candidates {
      if let term = ordinalTerm("ordinal-\(digits)", gender: gender), serves(term, digits, reach) {
        return term.single
      }
    }
    return ordinalTerm("ordinal", gender: gender)?.single ?? ""
  }

  private func serves(_ term: Term, _ digits: String, _ reach: OrdinalMatch) -> Bool {
    // Without `match`, 00 to 09 serve the last digit and 10 to 99 the last two.
    let own = term.match ?? (digits.first == "0" ? .lastDigit : .lastTwoDigits)
    return own == reach
  }

  private func ordinalTerm(_ name: String, gender: Gender?) -> Term? {
    if let gender, let term = terms[TermKey(name, gender: gender)] { return term }
    return terms[TermKey(name)]
  }

  /// The ordinal in words, where the locale has it (1 to 10).
  func longOrdinal(_ value: Int, gender: Gender?) -> String? {
    guard (1...10).contains(value) else { return nil }
    return ordinalTerm("long-ordinal-\(twoDigits(value))", gender: gender)?.single
  }
}

/// A number below 100 in two digits.
func twoDigits(_ value: Int) -> String { value < 10 ? "0\(value)" : String(value) }
