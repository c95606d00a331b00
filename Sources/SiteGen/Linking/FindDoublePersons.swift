import Diagnostics
import SiteModel

/// A person whom one record lists a second time in one role (`MET010`).
func listedTwice(
  _ person: EntityID,
  as role: RelationName,
  at span: SourceSpan?
) -> Diagnostic {
  Diagnostic(
    LinkingDiagnostics.listedTwice,
    .warning,
    at: span,
    "\"\(person.slug.text)\" is listed twice as \(role.rawValue)"
  )
}

/// Works two of whose creators are one person of the collection (`MET010`), so that he would be his
/// own co-author; linear in the edges.
func findDoubleCreators(_ creators: [Relation], of entities: [any Entity]) -> [Diagnostic] {
  var seen: Set<Relation> = []
  let doubles = creators.filter { !seen.insert($0).inserted }
  guard !doubles.isEmpty else { return [] }
  let sources = Dictionary(entities.map { ($0.id, $0.sources) }) { first, _ in first }
  return doubles.map { edge in
    let span = sources[edge.source]?.first.map { SourceSpan(path: $0.path, range: 0..<0) }
    return listedTwice(edge.target, as: edge.name, at: span)
  }
}

extension RelationName {
  /// Whether a person has this role in a text once; in an event people speak in several parts.
  var isTakenOnce: Bool {
    switch self {
    case .author, .member, .speaker, .moderator: true
    case .lead, .participant, .partOf, .axis, .lists, .alsoLists, .cites, .mentions, .creator,
      .affiliation, .organiser, .shortens, .uses:
      false
    }
  }
}
