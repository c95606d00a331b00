/// Given names cut to initials, or existing initials brought to one form.
struct NameInitials {
  let mark: String
  let keepsHyphen: Bool

  /// "Jean-Luc" with "." gives "J.-L."; words in small letters stay.
  func abbreviate(_ given: String) -> String {
    guard let first = given.unicodeScalars.first(where: { $0.properties.isAlphabetic }),
      first.isRomanesque
    else { return given }
    if given == "Lord" || given == "Lady" { return given }
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
        result = result.trimmingEnd()
        result += "-"
      }
      for piece in pieces(of: word.text) { result += piece + mark }
    }
    return result.trimmingEnd()
  }

  /// "J.R.R." and "McDonald": every initial of a run, or the first letter with the capitals after.
  private func pieces(of word: String) -> [String] {
    let dotted = word.split(separator: ".").map(String.init)
    return dotted.compactMap { part in
      guard let first = part.first(where: { $0.isLetter }) else { return nil }
      let rest = part[part.index(after: part.firstIndex(of: first) ?? part.startIndex)...]
      let capitals = rest.prefix { $0.isUppercase }
      // "GEORGE" is shouted, "McX" is not; "Ph." keeps what it has.
      if !capitals.isEmpty, capitals.count < rest.count {
        return String(first) + capitals.lowercased()
      }
      return String(first)
    }
  }

  private func words(of given: String) -> [(text: String, isHyphenated: Bool)] {
    var words: [(String, Bool)] = []
    for word in given.split(whereSeparator: { $0.isWhitespace }) {
      for (index, part) in word.split(whereSeparator: { $0 == "-" || $0 == "‐" }).enumerated() {
        words.append((String(part), index > 0))
      }
    }
    return words
  }

  /// Initials that are there get the mark, whole names stay (`initialize="false"`).
  func normalize(_ given: String) -> String {
    var result = ""
    for word in given.split(whereSeparator: { $0.isWhitespace }) {
      let letters = word.filter { $0 != "." }
      let isInitials =
        word.contains(".") && word.split(separator: ".").allSatisfy { $0.count == 1 }
        || (letters.count == 1 && word.first?.isUppercase == true)
      if isInitials, word.first?.isUppercase == true {
        for letter in letters { result += String(letter) + mark }
      } else {
        if !result.isEmpty, result.last != " " { result += " " }
        result += word + " "
      }
    }
    return result.trimmingEnd()
  }
}

extension String {
  /// The text without spaces at its end.
  func trimmingEnd() -> String {
    var text = self[...]
    while text.last == " " { text.removeLast() }
    return String(text)
  }
}
