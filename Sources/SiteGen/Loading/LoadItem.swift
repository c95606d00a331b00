public import Diagnostics
import FrontMatter
import Markdown
public import SiteModel

/// Reads one document as the entity it describes and parses its texts.
///
/// Emits what the fields and the Markdown emit.
///
/// - Parameters:
///   - document: the document.
///   - type: the kind of entity.
///   - files: gives the files that the document was made from; of a text in a field that is not found
///     there, places are near the start of its field.
/// - Returns: the entity with its texts, and what reading them found.
public func loadItem(
  _ document: Document,
  as type: any Entity.Type,
  in files: TextReader
) -> Diagnosed<LoadedContent.Item> {
  var reader = FieldReader(document.fields, of: document.id.kind.rawValue)
  _ = reader.text("slug")
  _ = reader.texts(SourceNotes.field)
  let formerAddresses = reader.texts("former-addresses")
  let editorial = reader.editorialNotes()
  let nocite = type.contentType.hasReferenceList ? reader.texts("nocite") : []
  let links = type.contentType.kind == .reference ? .none : reader.linkChoices()
  let entity = type.init(document, reading: &reader)
  var diagnostics = reader.finish()
  var texts: [MarkdownDocument] = []
  for text in entity.texts {
    let isField = text.name != EntityText.bodyName
    let file = files(text.markdown.path)
    guard let written = text.markdown.text(in: file) else {
      preconditionFailure("a part of a file is read without the file")
    }
    let parsed = parseMarkdown(
      isField ? file.flatMap { written.placed(in: $0) } ?? written : written,
      dialect: text.typesetting == .french ? .scholarly : .gitHub
    )
    diagnostics += parsed.diagnostics
    texts.append(parsed.value)
  }
  let notes = SourceNotes(paths: displayedSources(of: document), editorial: editorial)
  return Diagnosed(
    LoadedContent.Item(
      entity,
      texts: texts,
      notes: notes,
      nocite: nocite,
      formerAddresses: formerAddresses,
      links: links
    ),
    diagnostics
  )
}

/// The texts that a page names: those that its file lists, and what was merged into it since; of a
/// file that lists none, the file itself and all that was merged.
public func displayedSources(of document: Document) -> [String] {
  var written: [String] = []
  if case .sequence(let values, _)? = document.fields[SourceNotes.field] {
    written = values.compactMap { value in
      guard case .scalar(let scalar) = value else { return nil }
      return scalar.value
    }
  }
  let own = document.sources.map(\.path)
  let merged = written.isEmpty ? own : own.filter { $0.hasPrefix("seeds/") }
  let named = written + merged
  guard named.count > 1 else { return named }
  var seen: Set<String> = []
  return named.filter { seen.insert($0).inserted }
}
