import CSL
public import Diagnostics
import SiteModel

/// The identifiers of works have their form, and their check characters agree.
public struct InvalidWorkIdentifier: Rule {
  /// `MET005`.
  public static let code = DiagnosticCode(
    "MET005",
    "invalid-work-identifier",
    rule: "The DOI, ISBN or ISSN of a work has its form, and its check character agrees.",
    remedy: "Correct it by the title page or the publisher's site; a DOI begins with 10.",
    explanation: """
      The last character of an ISBN or ISSN is computed from the others: where it disagrees, a figure
      is wrong, and links and library software lead to another work or to none.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every identifier that is none, in the order of works.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    built.site.graph.entities(of: .reference).flatMap { entity in
      wrongIdentifiers(of: entity).map { name, text in
        Diagnostic(Self.code, .warning, at: entity.start, "\"\(text)\" is no \(name)")
      }
    }
  }

  private func wrongIdentifiers(of entity: any Entity) -> [(name: String, text: String)] {
    let schemes: [(String, IdentifierScheme)] = [("DOI", .doi), ("ISBN", .isbn), ("ISSN", .issn)]
    return schemes.flatMap { variable, scheme -> [(name: String, text: String)] in
      guard let text = entity.work?.text(variable) else { return [] }
      // Bibliographic software writes the numbers of print and screen one after another.
      let parts = scheme == .doi ? [text] : text.split { ",; ".contains($0) }.map(String.init)
      return parts.filter { part in
        part.contains(where: \.isNumber) && Identifier(scheme, part) == nil
      }.map { (variable, $0) }
    }
  }
}
