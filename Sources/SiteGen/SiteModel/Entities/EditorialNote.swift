public import Diagnostics
public import FrontMatter

/// What a page says of its own source: words that the editors doubt or have corrected.
///
/// The printed words are kept; the sentence around them stands in a template, chosen by the kind.
public struct EditorialNote: Hashable, Sendable {
  /// Name of the field that holds the notes of a record.
  public static let field = "editorial-notes"

  /// What is doubted.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A citation spelt otherwise than the work it leads to.
    case misprintedCitation = "misprinted-citation"
    /// A citation of no known work.
    case unknownCitation = "unknown-citation"
    /// A citation of which two works may be meant.
    case ambiguousCitation = "ambiguous-citation"
    /// Another text says otherwise.
    case contradiction
    /// A date that the other sessions of the series make doubtful.
    case doubtfulDate = "doubtful-date"
    /// The editors replaced what the text prints.
    case corrected
  }

  /// What is doubted.
  public let kind: Kind
  /// The words as the source prints them.
  public let printed: String
  /// Where they stand.
  public let span: SourceSpan

  /// Makes a note.
  public init(_ kind: Kind, printed: String, at span: SourceSpan) {
    self.kind = kind
    self.printed = printed
    self.span = span
  }

  /// The note as an element of the field.
  public var value: FieldValue {
    func entry(_ key: String, _ text: String) -> FieldMapping.Entry {
      FieldMapping.Entry(Spanned(key, at: span), .scalar(Spanned(text, at: span)))
    }
    return .mapping(
      FieldMapping([entry("kind", kind.rawValue), entry("printed", printed)], at: span)
    )
  }
}

extension FieldMapping {
  /// The fields with more notes, each once.
  public func adding(_ notes: [EditorialNote]) -> FieldMapping {
    guard !notes.isEmpty else { return self }
    var values: [FieldValue] = []
    if case .sequence(let own, _)? = self[EditorialNote.field] { values = own }
    var known = Set(values.map { FieldContent($0) })
    for value in notes.map(\.value) where known.insert(FieldContent(value)).inserted {
      values.append(value)
    }
    let entry = Entry(Spanned(EditorialNote.field, at: span), .sequence(values, span))
    return FieldMapping(entries.filter { $0.key.value != EditorialNote.field } + [entry], at: span)
  }
}

extension FieldReader {
  /// The notes of a record, in order.
  public mutating func editorialNotes() -> [EditorialNote] {
    records(EditorialNote.field, shorthand: "printed").compactMap { record in
      var inner = FieldReader(record, of: "editorial note")
      let printed = inner.requiredText("printed")
      let word = inner.requiredText("kind")
      let kind = EditorialNote.Kind(rawValue: word.value)
      if kind == nil, !word.value.isEmpty {
        let kinds = EditorialNote.Kind.allCases.map(\.rawValue).joined(separator: ", ")
        inner.report(wrong: "kind", form: "one of \(kinds)", at: word.span)
      }
      absorb(inner)
      return kind.map { EditorialNote($0, printed: printed.value, at: record.span) }
    }
  }
}
