public import Diagnostics
import SiteModel

/// An id stands once on a page, else links to it are uncertain (HTML Living Standard §3.2.6).
public struct DuplicateIdentifier: Rule {
  /// `LNK003`.
  public static let code = DiagnosticCode(
    "LNK003",
    "duplicate-identifier",
    rule: "An id stands once on a page.",
    remedy: "Change one of the two headings or templates that give this id."
  )

  /// Makes the rule.
  public init() {}

  /// Every id that stands more than once, in the order of pages.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    let found = built.pages.flatMap { page in
      var seen: Set<String> = []
      var reported: Set<String> = []
      return page.ids.compactMap { id in
        seen.insert(id).inserted || !reported.insert(id).inserted
          ? nil : (page: page.path, id: id)
      }
    }
    guard !found.isEmpty else { return [] }
    let origins = built.origins()
    return found.map { page, id in
      Diagnostic(
        Self.code,
        .error,
        at: origins.source(ofPage: page),
        "the id \"\(id)\" stands more than once on page \(page)"
      )
    }
  }
}
