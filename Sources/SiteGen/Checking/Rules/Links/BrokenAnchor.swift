public import Diagnostics
import SiteModel

/// A link to a place in a page leads to an id that stands there.
public struct BrokenAnchor: Rule {
  /// `LNK002`.
  public static let code = DiagnosticCode(
    "LNK002",
    "broken-anchor",
    rule: "A link to a place within a page names an id of that page.",
    remedy: "Correct the part after #, or give the place that id."
  )

  /// Makes the rule.
  public init() {}

  /// Every link to a place that is not there, in the order of pages and links.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    let ids = Dictionary(built.pages.map { ($0.path, Set($0.ids)) }) { first, _ in first }
    let broken = built.internalLinks { target in
      guard let place = target.place else { return false }
      return ids[target.path].map { !$0.contains(place) } ?? false
    }
    return broken.map { link in
      let (fragment, known) = (link.target.fragment ?? "", ids[link.target.path] ?? [])
      let written = built.written(link)
      return Diagnostic(
        Self.code,
        .error,
        at: written.span,
        "the link \"\(written.words)\" of page \(link.page) names no place of \(link.target.path)"
          + suggestion(for: fragment, among: known)
      )
    }
  }
}
