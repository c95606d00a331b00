public import Diagnostics
import SiteModel

/// What editors record is used by some text or record.
public struct UnusedRecord: Rule {
  /// `ORP002`.
  public static let code = DiagnosticCode(
    "ORP002",
    "unused-record",
    rule: "A text or a record names every person, organisation, axis and work of Content/.",
    remedy: "Name it where it belongs, or remove its file.",
    explanation: """
      A person who writes, speaks and belongs nowhere was left over, or a text spells the name
      otherwise (`sitegen inspect --links` tells). A record with a text of its own stands for itself. Works that nothing cites are a note only: whole
      libraries may be imported.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every record that nothing names, in the order of kinds.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    let graph = built.site.graph
    return [EntityKind.person, .organisation, .axis, .reference].flatMap { kind in
      graph.entities(of: kind).filter { entity in
        (kind == .reference || entity.texts.isEmpty)
          && entity.sources.allSatisfy { $0.path.hasPrefix("Content/") }
          && graph.relations(to: entity.id).isEmpty
          && graph.relations(from: entity.id).allSatisfy { !$0.name.isStated }
      }.map { entity in
        Diagnostic(
          Self.code,
          kind == .reference ? .note : .warning,
          at: entity.start,
          "nothing names \(entity.id)"
        )
      }
    }
  }
}
