import Diagnostics
import SiteModel

/// Puts what the reading of a seed doubts on the records whose pages show the doubted words.
///
/// A doubt goes to every issue, session, event and person whose part of the seed holds its place.
func noteDoubts(_ doubts: [Diagnostic], on drafts: [Draft], of file: SourceFile) -> [Draft] {
  let notes = doubts.compactMap { diagnostic -> EditorialNote? in
    guard let kind = noteKind(of: diagnostic.code), let span = diagnostic.span,
      span.path == file.path
    else { return nil }
    let bytes = file.bytes[span.range.clamped(to: 0..<file.bytes.count)]
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return EditorialNote(kind, printed: words.joined(separator: " "), at: span)
  }
  guard !notes.isEmpty else { return drafts }
  return drafts.map { draft in
    guard [.issue, .session, .event, .person].contains(draft.id.kind),
      draft.source.path == file.path
    else { return draft }
    let own = notes.filter { note in
      draft.source.range.lowerBound <= note.span.range.lowerBound
        && note.span.range.upperBound <= draft.source.range.upperBound
    }
    return Draft(draft.id, fields: draft.fields.adding(own), body: draft.body, source: draft.source)
  }
}

/// What readers of a page are told of a doubt; nil where it is none of theirs.
private func noteKind(of code: DiagnosticCode) -> EditorialNote.Kind? {
  switch code {
  case SeedDiagnostics.citationResolved: .misprintedCitation
  case SeedDiagnostics.unknownCitation: .unknownCitation
  case SeedDiagnostics.ambiguousCitation: .ambiguousCitation
  default: nil
  }
}
