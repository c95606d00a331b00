public import Diagnostics

/// Reads YAML into spanned values.
///
/// Only `range` of the file is read, and it must be valid UTF-8; a byte order mark before it is passed
/// over. An empty text gives an empty mapping. Emits `YML001`, `YML003`, `YML004` and, where the root is no mapping, `FLD003`.
public func readYAML(_ file: SourceFile, range: Range<Int>) -> Diagnosed<FieldMapping> {
  let empty = FieldMapping([], at: SourceSpan(path: file.path, range: range))
  let hasMark = file.bytes[range].starts(with: [0xEF, 0xBB, 0xBF])
  let range = range.dropFirst(hasMark ? 3 : 0)
  guard !range.isEmpty else { return Diagnosed(empty) }
  return file.bytes.withUnsafeBufferPointer { bytes in
    var composer = YAMLComposer(
      UnsafeBufferPointer(rebasing: bytes[range]),
      YAMLPlaces(file: file, range: range)
    )
    do throws(YAMLFault) {
      let root = try composer.compose()
      let overflow = composer.overflow.map { [$0] } ?? []
      switch root {
      case .mapping(let mapping): return Diagnosed(mapping, overflow)
      case .scalar, .sequence: return Diagnosed(empty, [noList(at: root?.span ?? empty.span)])
      case nil: return Diagnosed(empty, overflow)
      }
    } catch {
      return Diagnosed(empty, [error.diagnostic])
    }
  }
}

/// What is wrong with a text that is one value and holds no named ones.
private func noList(at span: SourceSpan) -> Diagnostic {
  Diagnostic(
    FrontMatterDiagnostics.wrongForm,
    .error,
    at: span,
    "the text is no list of fields",
    help: "Write one `name: value` a line."
  )
}

/// Reads a whole file as YAML.
public func readYAML(_ file: SourceFile) -> Diagnosed<FieldMapping> {
  readYAML(file, range: 0..<file.bytes.count)
}
