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
  func link(_ range: Range<Int>, to slug: Slug) {
    links.append(LinkInsertion(range: range, opening: "[", closing: "](@\(slug.text))"))
  }
  for citation in findCitations(in: text) {
    let printed = plainText(text[citation.range])
    func report(_ code: DiagnosticCode, _ summary: String) {
      diagnostics.append(Diagnostic(code, .warning, at: printed.span, summary))
    }
    let resolution = index.resolve(citation.work, counting: &work)
    if resolution?.isExact != true,
      let other = firstExact(of: citation, in: text, index: index, counting: &work)
    {
      link(other.range, to: other.slug)
      continue
    }
    switch resolution {
    case .exact(let slug): link(citation.range, to: slug)
    case .ambiguous(let slug, let other):
      link(citation.range, to: slug)
      report(
        SeedDiagnostics.ambiguousCitation,
        "\"\(printed.string)\" may be \"\(slug.text)\" or \"\(other.text)\""
      )
    case .unaccented(let slug):
      link(citation.range, to: slug)
      report(
        SeedDiagnostics.citationResolved,
        "printed \"\(printed.string)\", resolved to \"\(slug.text)\"; the accents differ"
      )
    case .near(let slug) where citation.isCertain:
      link(citation.range, to: slug)
      report(
        SeedDiagnostics.citationResolved,
        "printed \"\(printed.string)\", resolved to \"\(slug.text)\""
      )
    case .near, nil:
      guard citation.isCertain else { continue }
      diagnostics.append(.unknownCitation(printed))
    }
  }
  return Diagnosed(links, diagnostics)
}

/// The first other reading of a citation that a list answers exactly, or the body that a narrative
/// citation names.
private func firstExact(
  of citation: FoundCitation,
  in text: TracedText,
  index: CitationIndex,
  counting work: inout WorkCount
) -> (slug: Slug, range: Range<Int>)? {
  for other in citation.others {
    if case .exact(let slug)? = index.resolve(other.work, counting: &work) {
      return (slug, other.range)
    }
  }
  return nil
}
