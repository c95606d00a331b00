public import Diagnostics
import FrontMatter
public import SiteModel

/// A record as the file of one of its versions: the fields that count, then the body.
///
/// Reading it gives the same canonical text, or there is no such file: nil where no file can hold
/// what the record says.
public func keptText(of document: Document, version: Int) -> String? {
  let fields = document.fields.entries.filter { countsForReaders($0.key.value) }
  let body = document.body.map { String(decoding: $0.bytes, as: UTF8.self) } ?? ""
  let lines = body.replacing("\r\n", with: "\n").replacing("\r", with: "\n").drop { $0 == "\n" }
  let text =
    "---\n# Version \(version) as it was published. Written by `sitegen publish` alone.\n"
    + writeYAML(FieldMapping(fields, at: document.fields.span)) + "---\n"
    + (lines.isEmpty ? "" : "\n\(lines)\(lines.hasSuffix("\n") ? "" : "\n")")
  let file = SourceFile(path: Publication.keptPath(of: version, document.id), text: text)
  let read = readKeptText(file, of: document.id)
  return read.map { CanonicalText(of: $0).parts.map(\.lines) }
    == CanonicalText(of: document).parts.map(\.lines) ? text : nil
}

/// The record that the file of a version holds, under an identity; nil where it cannot be read.
public func readKeptText(_ file: SourceFile, of id: EntityID) -> Document? {
  let split = splitFrontMatter(file)
  guard let range = split.value.yaml else { return nil }
  let yaml = readYAML(file, range: range)
  guard !split.diagnostics.containsError, !yaml.diagnostics.containsError else { return nil }
  let body = ComposedText(of: file, range: split.value.body)
  return Document(
    id,
    fields: yaml.value,
    body: body.isBlank ? nil : body,
    sources: [file.span]
  )
}
