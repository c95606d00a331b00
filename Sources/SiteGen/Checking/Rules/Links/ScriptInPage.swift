public import Diagnostics
import SiteModel

/// A page runs nothing that stands in its text: no handlers, no addresses that are scripts.
public struct ScriptInPage: Rule {
  /// `LNK004`.
  public static let code = DiagnosticCode(
    "LNK004",
    "script-in-page",
    rule: "A text holds no script: no `onclick` or the like, no `javascript:` or `data:` address.",
    remedy: "Remove the attribute, or write an address that begins with https://."
  )

  /// Makes the rule.
  public init() {}

  /// Every handler and every address that is a script, in the order of pages.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    let found = built.pages.flatMap { page in
      let addresses = page.links.filter(isScript).map { "the address \"\($0.prefix(40))\"" }
      let handlers = page.handlers.map { "the attribute \"\($0)\"" }
      return (addresses + handlers).map { (page: page.path, subject: $0) }
    }
    guard !found.isEmpty else { return [] }
    let origins = built.origins()
    return found.map { page, subject in
      Diagnostic(
        Self.code,
        .error,
        at: origins.source(ofPage: page),
        "\(subject) of page \(page) is a script"
      )
    }
  }

  /// As browsers read it: letters of any case, white space and controls passed over.
  func isScript(_ link: String) -> Bool {
    // A script begins with one of three letters, and nearly every link with another byte.
    guard let first = link.utf8.first(where: { $0 > 0x20 }), "jJvVdD".utf8.contains(first) else {
      return false
    }
    let letters = link.unicodeScalars.filter { $0.value > 0x20 }.prefix(11)
    let start = String(String.UnicodeScalarView(letters)).lowercased()
    return ["javascript:", "vbscript:", "data:"].contains(where: start.hasPrefix)
  }
}
