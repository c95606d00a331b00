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
    let addresses = built.paths.map { $0.asAddress }
    return built.internalLinks.filter { !built.paths.contains($0.target.path) }.map { link in
      let written = built.written(link)
      return Diagnostic(
        Self.code,
        .error,
        at: written.span,
        "the link \"\(written.words)\" of page \(link.page) leads nowhere"
          + suggestion(for: link.target.path.asAddress, among: addresses)
      )
    }
  }
}

extension String {
  /// A path as texts write it, from the root of the site.
  fileprivate var asAddress: String {
    hasSuffix("index.html") ? "/\(dropLast("index.html".count))" : "/\(self)"
  }
}
