/// The names that stand in the texts of an entity, before it is decided what they become.
public struct FoundNames: Sendable {
  /// The names of the site in one block of prose.
  struct Block: Sendable {
    let matches: [NameAutomaton.Match]
    /// How many bytes were looked at.
    let work: Int

    init(_ found: (found: [NameAutomaton.Match], work: Int)) { (matches, work) = found }
  }

  /// The words that are names in capitals elsewhere.
  public let commonWords: Set<String>
  /// By text and block.
  let texts: [[Block]]
}
