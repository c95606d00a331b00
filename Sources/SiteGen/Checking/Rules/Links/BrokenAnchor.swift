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
    // Few pages are led to by anchors of other pages: ids are gathered for those alone.
    let named = Set(
      built.pages.flatMap { page in
        page.internalLinks.compactMap { $0.target.place == nil ? nil : $0.target.path }
      }
    )
    let ids = Dictionary(
      built.pages.filter { named.contains($0.path) }.map { ($0.path, Set($0.ids)) },
      uniquingKeysWith: { first, _ in first }
    )
    let broken = built.internalLinks { target in
      guard let place = target.place, let known = ids[target.path] else { return false }
      return !known.contains(place)
    }
    guard !broken.isEmpty else { return [] }
    let origins = built.origins()
    return broken.map { link in
      let (fragment, known) = (link.target.place ?? "", ids[link.target.path] ?? [])
      let written = origins.written(link)
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
