public import Diagnostics
import SiteModel

/// One number, one issue.
public struct DuplicateNumber: Rule {
  /// `DUP003`.
  public static let code = DiagnosticCode(
    "DUP003",
    "duplicate-number",
    rule: "Every issue has a number of its own.",
    remedy: "Give one of the two issues another `number:`.",
    explanation: """
      Readers and catalogues cite an issue by its number. The address of its page comes from the name
      of its file, so two issues of one number may stand side by side unseen.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every issue whose number an earlier one has.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    var holders: [String: (issue: EntityID, place: SourceSpan)] = [:]
    let issues = built.site.graph.entities(of: .issue).sorted { $0.id < $1.id }
    return issues.compactMap { issue -> Diagnostic? in
      guard let number = issue.namings.first(where: { $0.form == .number })?.words else {
        return nil
      }
      guard let first = holders[number.value] else {
        holders[number.value] = (issue.id, number.span)
        return nil
      }
      return Diagnostic(
        Self.code,
        .warning,
        at: number.span,
        "number \(number.value) is that of \(first.issue) too",
        notes: [.init("it stands here first", at: first.place)]
      )
    }
  }
}
