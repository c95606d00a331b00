import Diagnostics
import FrontMatter
import SiteModel

/// Says of every field that an editor wrote over a seed's whether it changes anything.
///
/// A field that says what the seeds say gives `REL005`, one that says otherwise `REL006`. A record
/// whose seeds were imported is the editors' whole, and nothing is said of it.
///
/// - Returns: notes for the page, where a printed date was replaced.
func judgeCorrections(in record: Document, of draft: Document) -> Diagnosed<[EditorialNote]> {
  guard record.fields[SourceNotes.field] == nil else { return Diagnosed([]) }
  var notes: [EditorialNote] = []
  var diagnostics: [Diagnostic] = []
  for entry in record.fields.entries {
    guard let printed = draft.fields[entry.key.value] else { continue }
    let name = entry.key.value
    if FieldContent(entry.value) == FieldContent(printed) {
      diagnostics.append(
        Diagnostic(
          LoadingDiagnostics.uselessCorrection,
          .warning,
          at: entry.key.span,
          "\"\(name)\" changes nothing: the text says the same",
          notes: [.init("the text says it here", at: printed.span)]
        )
      )
    } else {
      diagnostics.append(
        Diagnostic(
          LoadingDiagnostics.correction,
          .note,
          at: entry.key.span,
          "\"\(name)\" takes the place of what a text says",
          notes: [.init("the text says \"\(FieldContent(printed).excerpt)\"", at: printed.span)]
        )
      )
      if name == "date", let words = printedDate(of: draft) {
        notes.append(EditorialNote(.corrected, printed: words.value, at: words.span))
      }
    }
  }
  return Diagnosed(notes, diagnostics)
}

/// The words of a date as the seed prints them.
func printedDate(of document: Document) -> Spanned<String>? {
  for key in ["printed-date", "date"] {
    if case .scalar(let scalar)? = document.fields[key] { return scalar }
  }
  return nil
}

extension FieldContent {
  /// Its words, cut where they would fill a terminal.
  var excerpt: String {
    let words = summary
    return words.count <= 80 ? words : "\(words.prefix(79))…"
  }
}
