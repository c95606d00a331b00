/// Given names cut to initials, or existing initials brought to one form.
struct NameInitials {
  let mark: String
  let keepsHyphen: Bool

  /// "Jean-Luc" with "." gives "J.-L."; words in small letters stay.
  func abbreviate(_ given: String) -> String {
    if given == "Lord" || given == "Lady" { return given }
    if let plain = abbreviatePlainWords(given) { return plain }
    guard let first = given.unicodeScalars.first(where: { $0.properties.isAlphabetic }),
      first.isRomanesque
    else { return given }
    var result = ""
    for word in words(of: given) {
      guard let letter = word.text.first(where: { $0.isLetter }) else { continue }
      if letter.isLowercase {
        if word.isHyphenated {
          continue
        }
        if !result.isEmpty, result.last != " " { result += " " }
        result += word.text + " "
        continue
      }
      if word.isHyphenated, keepsHyphen {
        result.trimEnd()
        result += "-"
      }
      result += word.opening
      for piece in pieces(of: word.text) { result += piece + mark }
      guard !word.closing.isEmpty else { continue }
      let endsInSpace = result.utf8.last == UInt8(ascii: " ")
      result.trimEnd()
      result += word.closing + (endsInSpace ? " " : "")
    }
    result.trimEnd()
    return result
  }

  /// A word without the tags at its ends, and those.
  private struct Word {
    var text: String
    var isHyphenated: Bool
    var opening = ""
    var closing = ""

    init(_ source: Substring, isHyphenated: Bool) {
      self.isHyphenated = isHyphenated
      var rest = source
      while rest.first == "<", let end = rest.firstIndex(of: ">") {
        opening += rest[...end]
        rest = rest[rest.index(after: end)...]
      }
      while rest.last == ">", let start = rest.lastIndex(of: "<") {
        closing = rest[start...] + closing
        rest = rest[..<start]
      }
      text = String(rest)
    }
  }

  /// The initials of a word: what ends in a period is an abbreviation and stays, the rest gives
  /// its first letter with the capitals after it where a small one follows.
  private func pieces(of word: String) -> [String] {
    dottedPieces(of: word).compactMap { piece in
      guard !piece.isAbbreviation else { return piece.text }
      guard let start = piece.text.firstIndex(where: { $0.isLetter }) else { return nil }
      let rest = piece.text[piece.text.index(after: start)...]
      let capitals = rest.prefix { $0.isUppercase }
      let extra = capitals.count < rest.count ? capitals.lowercased() : ""
      return String(piece.text[...start]) + extra
    }
  }

  private func dottedPieces(of word: String) -> [(text: String, isAbbreviation: Bool)] {
    let parts = word.split(separator: ".")
    return parts.enumerated().map { index, part in
      (String(part), index < parts.count - 1 || word.last == ".")
    }
  }

  private func words(of given: String) -> [Word] {
    var words: [Word] = []
    for word in given.split(whereSeparator: { $0.isWhitespace }) {
      for (index, part) in word.split(whereSeparator: { $0 == "-" || $0 == "‐" }).enumerated() {
        words.append(Word(part, isHyphenated: index > 0))
      }
    }
    return words
  }

  /// Initials that are there get the mark, whole names stay (`initialize="false"`).
  func normalize(_ given: String) -> String {
    var result = ""
    for word in given.split(whereSeparator: { $0.isWhitespace }) {
      for piece in dottedPieces(of: String(word)) {
        let isInitial = piece.text.count == 1 && piece.text.first?.isUppercase == true
        let opensCapital = piece.text.first?.isUppercase == true
        if isInitial || (piece.isAbbreviation && opensCapital) {
          result += piece.text + mark
        } else {
          if !result.isEmpty, result.last != " " { result += " " }
          result += piece.text + (piece.isAbbreviation ? ". " : " ")
        }
      }
    }
    return result.trimmingEnd()
  }
}

extension String {
  /// The text without spaces at its end.
  func trimmingEnd() -> String {
    var text = self
    text.trimEnd()
    return text
  }
}

extension NameInitials {
  /// The initials of given names that are words of letters of ASCII or Latin-1, each a capital and
  /// small ones, with one space between, as nearly all are; nil for any other.
  private func abbreviatePlainWords(_ given: String) -> String? {
    var result = ""
    var isAtStart = true
    var isWord = false
    for scalar in given.unicodeScalars {
      switch scalar {
      case "A"..."Z", "À"..."Ö", "Ø"..."Þ":
        guard isAtStart else { return nil }
        result.unicodeScalars.append(scalar)
        result += mark
        isAtStart = false
      case "a"..."z", "ß"..."ö", "ø"..."ÿ":
        guard !isAtStart else { return nil }
        isWord = true
      case " " where isWord:
        isAtStart = true
        isWord = false
      default: return nil
      }
    }
    guard isWord else { return nil }
    result.trimEnd()
    return result
  }
}
