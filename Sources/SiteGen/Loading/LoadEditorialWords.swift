public import Diagnostics
import FrontMatter
import Markup
public import SiteModel

/// Reads `Templates/rules/words.yaml`, the words that rules look for; no file gives no words.
///
/// Emits what reading YAML and fields emits.
public func loadEditorialWords(_ tree: SourceTree) -> Diagnosed<EditorialWords> {
  guard let file = tree.file(at: EditorialWords.path) else { return Diagnosed(.none) }
  let yaml = readYAML(file)
  var reader = FieldReader(yaml.value, of: "list of words")
  let vague = reader.texts("vague-links").map { slugify($0.value) }
  var spellings: [EditorialWords.Spelling] = []
  for entry in pairs(of: "spellings", &reader) {
    if case .scalar(let wanted) = entry.value {
      spellings.append(.init(typed: entry.key.value, wanted: wanted.value))
    } else {
      reader.report(
        wrong: "spellings",
        form: "spellings, each with the right one",
        at: entry.key.span
      )
    }
  }
  var languages: [String: Set<String>] = [:]
  for entry in pairs(of: "languages", &reader) {
    if case .scalar(let words) = entry.value {
      languages[entry.key.value] = Set(words.value.split { $0.isWhitespace }.map(String.init))
    } else {
      reader.report(wrong: "languages", form: "tags, each with its words", at: entry.key.span)
    }
  }
  return Diagnosed(
    EditorialWords(vagueLinks: Set(vague), spellings: spellings, languages: languages),
    yaml.diagnostics + reader.finish()
  )
}

private func pairs(of key: String, _ reader: inout FieldReader) -> [FieldMapping.Entry] {
  switch reader.value(key) {
  case .mapping(let mapping)?: return mapping.entries
  case let other?:
    reader.report(wrong: key, form: "names and their values", at: other.span)
    return []
  case nil: return []
  }
}
