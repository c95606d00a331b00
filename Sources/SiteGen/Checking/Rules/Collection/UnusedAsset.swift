public import Diagnostics
import SiteModel

/// A file that editors publish is shown or linked somewhere.
public struct UnusedAsset: Rule {
  /// `ORP003`.
  public static let code = DiagnosticCode(
    "ORP003",
    "unused-asset",
    rule: "A page shows or links to every image and file of Content/.",
    remedy: "Show it in a text, or remove it.",
    explanation: """
      Such a file is published all the same: anybody who knows its address can read it. It may be a
      draft, or an image whose name a text misspells.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every such file, in the order of their paths.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    let linked = Set(built.pages.flatMap { $0.internalLinks.map(\.target.path) })
    return built.copies.filter { copy in
      copy.source.hasPrefix("Content/") && !linked.contains(copy.path)
    }.map { copy in
      Diagnostic(
        Self.code,
        .warning,
        at: SourceSpan(path: copy.source, range: 0..<0),
        "no page shows \(copy.source)"
      )
    }
  }
}
