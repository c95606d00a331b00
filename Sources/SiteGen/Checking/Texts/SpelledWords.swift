public import SiteModel

/// The words that rules look for, made ready for looking up.
public struct SpelledWords: Sendable {
  /// A spelling to correct.
  struct Spelling {
    let typed: [UInt8]
    let wanted: String
  }

  let vagueLinks: Set<String>
  let languages: [(tag: String, words: Set<String>)]
  /// By the first word of the spelling.
  let spellings: [[UInt8]: [Spelling]]

  /// Makes words ready; a spelling in small letters also holds with a capital.
  public init(_ words: EditorialWords) {
    vagueLinks = words.vagueLinks
    languages = words.languages
    var spellings: [[UInt8]: [Spelling]] = [:]
    for spelling in words.spellings {
      var forms = [(spelling.typed, spelling.wanted)]
      let capital = (capitalised(spelling.typed), capitalised(spelling.wanted))
      if capital.0 != spelling.typed { forms.append(capital) }
      for (typed, wanted) in forms {
        let bytes = Array(typed.utf8)
        spellings[firstWord(of: bytes), default: []].append(Spelling(typed: bytes, wanted: wanted))
      }
    }
    self.spellings = spellings
  }
}

private func firstWord(of bytes: [UInt8]) -> [UInt8] {
  nextWord(in: bytes, from: 0).map { Array(bytes[$0]) } ?? []
}

private func capitalised(_ text: String) -> String {
  text.prefix(1).uppercased() + text.dropFirst()
}
