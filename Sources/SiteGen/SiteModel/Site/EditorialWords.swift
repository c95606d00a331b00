import Diagnostics

/// Words of the language of the site that rules look for; they stand in a file, not in the program.
public struct EditorialWords: Hashable, Sendable {
  /// Where the file stands; a site without it is held to no rule that needs words.
  public static let path = "Templates/rules/words.yaml"

  /// A spelling of the typewriter, and what print asks for.
  public struct Spelling: Hashable, Sendable {
    /// As it is typed.
    public let typed: String
    /// As it should be.
    public let wanted: String

    /// Makes a spelling.
    public init(typed: String, wanted: String) {
      self.typed = typed
      self.wanted = wanted
    }
  }

  /// Words of links that do not say where they lead, folded.
  public let vagueLinks: Set<String>
  /// Spellings to correct, each `typed` once, by the bytes of `typed`.
  public let spellings: [Spelling]
  /// The commonest words of languages, in small letters, by their tags in ascending order.
  public let languages: [(tag: String, words: Set<String>)]

  /// No words.
  public static let none = EditorialWords(vagueLinks: [], spellings: [], languages: [:])

  /// Makes a list of words.
  public init(vagueLinks: Set<String>, spellings: [Spelling], languages: [String: Set<String>]) {
    self.vagueLinks = vagueLinks
    self.spellings = spellings.sorted { $0.typed.precedesInBytes($1.typed) }
    self.languages = languages.sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
  }

  /// Equal when they hold the same words.
  public static func == (left: EditorialWords, right: EditorialWords) -> Bool {
    left.vagueLinks == right.vagueLinks && left.spellings == right.spellings
      && left.languages.elementsEqual(right.languages) { $0 == $1 }
  }

  /// Feeds the spellings to the hasher.
  public func hash(into hasher: inout Hasher) { hasher.combine(spellings) }
}
