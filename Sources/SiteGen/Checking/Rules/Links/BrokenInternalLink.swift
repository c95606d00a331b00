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
    let broken = built.internalLinks { !built.paths.contains($0.path) }
    guard !broken.isEmpty else { return [] }
    let origins = built.origins()
    let addresses = built.paths.map { $0.asAddress }
    // The same link of a template may be broken on every page; a path is compared with all once.
    var near: [String: String] = [:]
    return broken.map { link in
      let written = origins.written(link)
      let path = link.target.path
      if near[path] == nil {
        near[path] = near.count < 200 ? suggestion(for: path.asAddress, among: addresses) : ""
      }
      return Diagnostic(
        Self.code,
        .error,
        at: written.span,
        "the link \"\(written.words)\" of page \(link.page) leads nowhere"
          + (near[path] ?? ""),
        help: help(for: link.target.path)
      )
    }
  }
}

/// What to do about a file that is missing; empty for pages.
private func help(for path: String) -> String {
  let name = path.split(separator: "/").last.map(String.init) ?? ""
  guard name.contains("."), !name.hasSuffix(".html") else { return "" }
  let place = path.hasPrefix("assets/") ? path : "assets/\(name)"
  return "Put the file at Content/\(place), and call it /\(place)."
}

extension String {
  /// A path as texts write it, from the root of the site.
  fileprivate var asAddress: String {
    hasSuffix("index.html") ? "/\(dropLast("index.html".count))" : "/\(self)"
  }
}
