import CSL
public import Diagnostics
import Markdown
public import SiteModel

/// Citations in the running text that a style of notes would set as notes (`CIT002`).
///
/// Notes that hold a citation are the author's to write: the numbers of the notes he has written
/// and the way back from each would else be those of other notes. One diagnostic for each text, at
/// its first citation.
public func checkNoteStyle(_ site: Site) -> [Diagnostic] {
  guard site.citationStyle.style.isNoteStyle else { return [] }
  let entities = site.contentTypes.flatMap { site.graph.entities(of: $0.kind) }
  return entities.flatMap { entity in
    entity.texts.compactMap { text -> Diagnostic? in
      guard let document = site.text(text.name, of: entity.id) else { return nil }
      let citation = document.notePlan.places.lazy
        .filter { $0.note == nil }.map { document.citations[$0.citation] }
        .first { $0.printed == nil }
      guard let cite = citation?.cites.first else { return nil }
      return Diagnostic(
        LinkingDiagnostics.citationOutsideNote,
        .error,
        at: cite.key.span,
        "@\(cite.key.value) is cited in the running text, and the style writes notes"
      )
    }
  }
}
