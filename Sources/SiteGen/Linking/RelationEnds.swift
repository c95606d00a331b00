public import SiteModel

/// What entities may be joined to: asks nothing of their texts, so that it can be made while names are
/// linked there.
public struct RelationEnds: Sendable {
  /// Where words lead.
  public let targets: WordTargets
  let creators: CreatorMatches

  /// Looks at all entities and what is withheld; linear in their names.
  public init(_ content: LoadedContent) {
    targets = WordTargets(content)
    creators = CreatorMatches(content.items.map(\.entity))
  }
}
