import Diagnostics
import SiteModel

/// The Markdown of a paragraph with its citations as links: `[Durand, 2007](@durand2007)`.
///
/// The printed words stay. What does not resolve is left as printed: reported where it can only be
/// a citation (`SED011`), passed over otherwise. A near spelling of the same year is resolved and
/// reported (`SED010`).
func linkCitations(_ text: TracedText, index: CitationIndex) -> Diagnosed<TracedText> {
  var insertions: [Insertion] = []
  var diagnostics: [Diagnostic] = []
  for citation in findCitations(in: text) {
    let printed = plainText(text[citation.range])
    switch index.resolve(citation.work) {
    case .exact(let slug):
      insertions.append(Insertion("[", at: citation.range.lowerBound))
      insertions.append(Insertion("](@\(slug.text))", at: citation.range.upperBound))
    case .near(let slug) where citation.isCertain:
      insertions.append(Insertion("[", at: citation.range.lowerBound))
      insertions.append(Insertion("](@\(slug.text))", at: citation.range.upperBound))
      diagnostics.append(
        Diagnostic(
          SeedDiagnostics.citationResolved,
          .warning,
          at: printed.span,
          "printed \"\(printed.string)\", resolved to \"\(slug.text)\""
        )
      )
    case .near, nil:
      guard citation.isCertain else { continue }
      diagnostics.append(
        Diagnostic(
          SeedDiagnostics.unknownCitation,
          .warning,
          at: printed.span,
          "\"\(printed.string)\" is in no list of references"
        )
      )
    }
  }
  return Diagnosed(markdown(fromMarkdown: text, insertions: insertions), diagnostics)
}
