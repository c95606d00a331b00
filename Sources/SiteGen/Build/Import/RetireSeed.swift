import Diagnostics
import FrontMatter
import SeedParsers

/// The list of seeds with one text marked as imported; every other byte stays.
///
/// A line `imported: true` is put below the kind of the text, or the same words behind it where the
/// record stands in braces. Nil where the record has another form: the result is read again, and
/// must say what the list said before, and that.
func retireSeed(named name: String, in manifest: SourceFile) -> SourceFile? {
  let fields = readYAML(manifest).value
  guard case .sequence(let records, _)? = fields["texts"],
    let record = records.lazy.compactMap({ record(of: name, in: $0) }).first,
    let kind = record.entries.first(where: { $0.key.value == "kind" })
  else { return nil }
  let before = readSeedManifest(manifest).value.texts
  for edited in [
    insertLine(below: kind, in: manifest), insertWords(behind: kind, in: manifest),
  ] {
    let after = readSeedManifest(edited)
    let isWhole =
      !after.diagnostics.containsError
      && after.value.texts.map(\.file.value) == before.map(\.file.value)
      && zip(before, after.value.texts).allSatisfy { old, new in
        new.isImported == (old.isImported || new.file.value == name)
      }
    if isWhole { return edited }
  }
  return nil
}

private func record(of name: String, in value: FieldValue) -> FieldMapping? {
  guard case .mapping(let mapping) = value, case .scalar(let file)? = mapping["file"],
    file.value == name
  else { return nil }
  return mapping
}

/// A line of its own below the line of the field, at its column.
private func insertLine(below field: FieldMapping.Entry, in file: SourceFile) -> SourceFile {
  let bytes = file.bytes
  let newline = UInt8(ascii: "\n")
  let start = field.key.span.range.lowerBound
  let lineStart = (bytes[..<start].lastIndex(of: newline) ?? -1) + 1
  let lineEnd = bytes[field.value.span.range.upperBound...].firstIndex(of: newline) ?? bytes.count
  let isDOS = lineEnd > 0 && lineEnd < bytes.count && bytes[lineEnd - 1] == UInt8(ascii: "\r")
  let column = String(decoding: bytes[lineStart..<start], as: UTF8.self).unicodeScalars.count
  let line = String(repeating: " ", count: column) + "imported: true"
  let end = lineEnd - (isDOS ? 1 : 0)
  return inserting((isDOS ? "\r\n" : "\n") + line, at: end, in: file)
}

/// Words behind the value of the field, for records in braces.
private func insertWords(behind field: FieldMapping.Entry, in file: SourceFile) -> SourceFile {
  inserting(", imported: true", at: field.value.span.range.upperBound, in: file)
}

private func inserting(_ text: String, at offset: Int, in file: SourceFile) -> SourceFile {
  let bytes = Array(file.bytes[..<offset]) + Array(text.utf8) + Array(file.bytes[offset...])
  return SourceFile(path: file.path, bytes: bytes)
}
