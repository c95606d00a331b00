import Diagnostics
import Markup

/// The citations of somebody's own works in a text without a list of references (`SED011`).
///
/// Without a list « (Petit, 2015) » may be a publisher; the name of the person whom the text is about
/// is none.
func reportOwnCitations(in texts: [TracedText], of person: PersonName) -> [Diagnostic] {
  let family = slugify(person.family.string)
  return texts.flatMap { text in
    findCitations(in: text).filter { $0.work.families.contains(family) }
      .map { .unknownCitation(plainText(text[$0.range])) }
  }
}

extension Diagnostic {
  /// A citation of no listed work.
  static func unknownCitation(_ printed: TracedText) -> Self {
    Diagnostic(
      SeedDiagnostics.unknownCitation,
      .warning,
      at: printed.span,
      "\"\(printed.string)\" is in no list of references"
    )
  }
}
