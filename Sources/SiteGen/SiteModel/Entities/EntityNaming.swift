public import Diagnostics

/// Words by which texts may name an entity.
public struct EntityNaming: Hashable, Sendable {
  /// What the words are to the entity, which says when they name it with certainty.
  public enum Form: Hashable, Sendable {
    /// Its name in full, or its acronym.
    case name
    /// Another printed form of the name.
    case alias
    /// The family name of a person, who must have been named in full before.
    case familyName
    /// The title of a text or a gathering.
    case title
    /// The number that follows the noun of its kind: « axe 2 ».
    case number
    /// An acronym that the glossary explains, with what it stands for.
    case acronym(expansion: String?)
  }

  /// What the words are.
  public let form: Form
  /// The words, and where the record has them.
  public let words: Spanned<String>

  /// Makes a naming.
  public init(_ form: Form, _ words: Spanned<String>) {
    self.form = form
    self.words = words
  }
}
