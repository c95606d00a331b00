/// The names that stand in the texts of an entity, before it is decided what they become.
public struct FoundNames: Sendable {
  /// The names of the site in the prose of one text.
  struct Text: Sendable {
    let matches: [NameAutomaton.Match]
    /// How many bytes were looked at.
    let work: Int
    /// Whether nothing need be decided, unless editors add names: no name stands there, and nothing
    /// that an author wrote about names.
    var isSilent = false

    init(_ found: (found: [NameAutomaton.Match], work: Int)) { (matches, work) = found }
  }

  /// The words that are names in capitals elsewhere.
  public let commonWords: Set<String>
  let texts: [Text]
}
