public import Diagnostics
import SiteModel

/// A link within the site leads to a file that is made.
public struct BrokenInternalLink: Rule {
  /// `LNK001`.
  public static let code = DiagnosticCode(
    "LNK001",
    "broken-internal-link",
    rule: "A link within the site leads to a page or file of the site.",
    remedy: "Correct the address, or create what it names."
  )

  /// Makes the rule.
  public init() {}

  /// Every link to nothing, in the order of pages and links.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    let pages = built.paths.map { $0.droppingIndex }
    return built.internalLinks.filter { !built.paths.contains($0.target.path) }.map { link in
      Diagnostic(
        Self.code,
        .error,
        at: built.source(ofPage: link.page),
        "the link \"\(link.text)\" of page \(link.page) leads nowhere"
          + suggestion(for: link.target.path.droppingIndex, among: pages)
      )
    }
  }
}

extension String {
  /// A path as an address names it; a part that all pages share would make strangers look alike.
  fileprivate var droppingIndex: String {
    hasSuffix("index.html") ? String(dropLast("index.html".count)) : self
  }
}
