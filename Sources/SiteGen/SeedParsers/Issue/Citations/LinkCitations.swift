import Diagnostics
import SiteModel

/// The citations of a paragraph as links: `[Durand, 2007](@durand2007)`.
///
/// The printed words stay. What does not resolve is left as printed: reported where it can only be
/// a citation (`SED011`), passed over otherwise. A near spelling of the same year is resolved and
/// reported (`SED010`), one that differs in accents alone as well, likewise a citation that two
/// works answer to (`SED014`).
func linkCitations(
  _ text: TracedText,
  index: CitationIndex,
  counting work: inout WorkCount
) -> Diagnosed<[LinkInsertion]> {
  var links: [LinkInsertion] = []
  var diagnostics: [Diagnostic] = []
  func link(_ citation: FoundCitation, to slug: Slug) {
    let closing = "](@\(slug.text))"
    links.append(LinkInsertion(range: citation.range, opening: "[", closing: closing))
  }
  for citation in findCitations(in: text) {
    let printed = plainText(text[citation.range])
    func report(_ code: DiagnosticCode, _ summary: String) {
      diagnostics.append(Diagnostic(code, .warning, at: printed.span, summary))
    }
    switch index.resolve(citation.work, counting: &work) {
    case .exact(let slug): link(citation, to: slug)
    case .ambiguous(let slug, let other):
      link(citation, to: slug)
      report(
        SeedDiagnostics.ambiguousCitation,
        "\"\(printed.string)\" may be \"\(slug.text)\" or \"\(other.text)\""
      )
    case .unaccented(let slug):
      link(citation, to: slug)
      report(
        SeedDiagnostics.citationResolved,
        "printed \"\(printed.string)\", resolved to \"\(slug.text)\"; the accents differ"
      )
    case .near(let slug) where citation.isCertain:
      link(citation, to: slug)
      report(
        SeedDiagnostics.citationResolved,
        "printed \"\(printed.string)\", resolved to \"\(slug.text)\""
      )
    case .near, nil:
      guard citation.isCertain else { continue }
      report(
        SeedDiagnostics.unknownCitation,
        "\"\(printed.string)\" is in no list of references"
      )
    }
  }
  return Diagnosed(links, diagnostics)
}
