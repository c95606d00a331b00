public import Diagnostics
import SiteModel

/// Every page can be reached by a link of another.
public struct OrphanPage: Rule {
  /// `ORP001`.
  public static let code = DiagnosticCode(
    "ORP001",
    "orphan-page",
    rule: "A link of another page leads to every page.",
    remedy: "Link to it from a text, or let a template list its kind.",
    explanation: """
      Readers and search engines find a page by the links to it; one that nobody links to is read by
      nobody. Lists and the foot of the page count.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every page of an entity that no other page links to.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    let linked = Set(
      built.pages.flatMap { page in
        page.internalLinks.map(\.target.path).filter { $0 != page.path }
      }
    )
    let alone = built.pages.filter { !linked.contains($0.path) }
    guard !alone.isEmpty else { return [] }
    let origins = built.origins()
    return alone.filter { origins.isOfEntity($0.path) }.map { page in
      Diagnostic(
        Self.code,
        .warning,
        at: origins.source(ofPage: page.path),
        "no page links to \(page.path)"
      )
    }
  }
}
