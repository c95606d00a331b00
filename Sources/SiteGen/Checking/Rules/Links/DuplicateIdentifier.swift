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
    built.pages.flatMap { page -> [Diagnostic] in
      var seen: Set<String> = []
      var reported: Set<String> = []
      return page.ids.compactMap { id in
        guard !seen.insert(id).inserted, reported.insert(id).inserted else { return nil }
        return Diagnostic(
          Self.code,
          .error,
          at: built.source(ofPage: page.path),
          "the id \"\(id)\" stands more than once on page \(page.path)"
        )
      }
    }
  }
}
