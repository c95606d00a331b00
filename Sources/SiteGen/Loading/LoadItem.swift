public import Diagnostics
import FrontMatter
import Markdown
public import SiteModel

/// Reads one document as the entity it describes and parses its texts.
///
/// Emits what the fields and the Markdown emit.
public func loadItem(
  _ document: Document,
  as type: any Entity.Type
) -> Diagnosed<LoadedContent.Item> {
  var reader = FieldReader(document.fields, of: document.id.kind.rawValue)
  _ = reader.text("slug")
  let entity = type.init(document, reading: &reader)
  var diagnostics = reader.finish()
  var texts: [MarkdownDocument] = []
  for text in entity.texts {
    let parsed = parseMarkdown(
      text.markdown,
      dialect: text.typesetting == .french ? .scholarly : .gitHub
    )
    diagnostics += parsed.diagnostics
    texts.append(parsed.value)
  }
  return Diagnosed(LoadedContent.Item(entity, texts: texts), diagnostics)
}
