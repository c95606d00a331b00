import Diagnostics
import FrontMatter
import SiteModel

/// A record as a content file: fields between fences, then the text.
func contentFileText(of document: Document) -> String {
  let body = document.body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  let fields = writeYAML(document.fields, comments: comments(for: document.fields))
  return "---\n\(fields)---\n"
    + (body.isEmpty ? "" : "\n\(body)\(body.hasSuffix("\n") ? "" : "\n")")
}

/// Words for whoever opens the file, above the fields that need them.
func comments(for fields: FieldMapping) -> [String: String] {
  var comments = [
    SourceNotes.field: "The texts that the page names as its sources.",
    EditorialNote.field: "Doubts that the page shows; take one away once it is settled.",
    "printed-date": "The words of the text; the page shows `date`.",
    "printed-status": "The words of the text; the page shows `status`.",
  ]
  if let first = fields.entries.first?.key.value {
    let own = comments[first].map { "\n\($0)" } ?? ""
    comments[first] =
      "Imported from seeds/. Edit freely: a later import keeps your words.\(own)"
  }
  return comments
}

extension Document {
  /// The same record with a field more, or with another value for it; none when the list is empty.
  func withTexts(_ texts: [String], in field: String) -> Document {
    let span = fields.span
    let values = texts.map { FieldValue.scalar(Spanned($0, at: span)) }
    return withList(values, in: field)
  }

  /// The same record with another list; without the field when the list is empty.
  func withList(_ values: [FieldValue], in field: String) -> Document {
    var entries = fields.entries.filter { $0.key.value != field }
    if !values.isEmpty {
      let key = Spanned(field, at: fields.span)
      entries.append(FieldMapping.Entry(key, .sequence(values, fields.span)))
    }
    return withFields(FieldMapping(entries, at: fields.span))
  }
}
