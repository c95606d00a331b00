public import Diagnostics
import SiteModel

/// An old address is that of no file that the site copies or gives away (`/assets/`, `.bib`).
public struct FormerAddressOfFile: Rule {
  /// `REL020`.
  public static let code = DiagnosticCode(
    "REL020",
    "former-address-of-file",
    rule: "An address under `former-addresses` is that of no file of the site.",
    remedy: "Remove the address, or rename the file."
  )

  /// Makes the rule.
  public init() {}

  /// Every such address, in order.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    // At an old address of a page stands the page that leads on; two files at one path never pass
    // the writing door.
    built.site.redirects.filter { !$0.from.isPage && built.paths.contains($0.from.outputText) }
      .map { redirect in
        Diagnostic(
          Self.code,
          .error,
          at: redirect.span,
          "\(redirect.from.text) is said to lead to \(redirect.target), but is a file of the site"
        )
      }
  }
}
