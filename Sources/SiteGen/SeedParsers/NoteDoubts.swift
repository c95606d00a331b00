import Diagnostics
import SiteModel

/// Puts what the reading of a seed doubts on the records whose pages show the doubted words.
///
/// A doubt goes to every issue, session, event and person whose part of the seed holds its place.
func noteDoubts(_ doubts: [Diagnostic], on drafts: [Draft], of file: SourceFile) -> [Draft] {
  let notes = doubts.compactMap { diagnostic -> EditorialNote? in
    guard let kind = noteKinds[diagnostic.code], let span = diagnostic.span,
      span.path == file.path
    else { return nil }
    let bytes = file.bytes[span.range.clamped(to: 0..<file.bytes.count)]
    let words = String(decoding: bytes, as: UTF8.self).split(whereSeparator: \.isWhitespace)
    return EditorialNote(kind, printed: words.joined(separator: " "), at: span)
  }
  guard !notes.isEmpty else { return drafts }
  return drafts.map { draft in
    guard notedKinds.contains(draft.id.kind), draft.source.path == file.path else { return draft }
    let own = notes.filter { note in
      draft.source.range.lowerBound <= note.span.range.lowerBound
        && note.span.range.upperBound <= draft.source.range.upperBound
    }
    return Draft(draft.id, fields: draft.fields.adding(own), body: draft.body, source: draft.source)
  }
}

/// The doubts that readers of a page are told of.
private let noteKinds: [DiagnosticCode: EditorialNote.Kind] = [
  SeedDiagnostics.citationResolved: .misprintedCitation,
  SeedDiagnostics.unknownCitation: .unknownCitation,
  SeedDiagnostics.ambiguousCitation: .ambiguousCitation,
]

private let notedKinds: Set<EntityKind> = [.issue, .session, .event, .person]
