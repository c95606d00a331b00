import Diagnostics

extension DocumentAssembler {
  /// Definitions of notes that cmark dropped because nothing calls them.
  ///
  /// They left no event, so lines of the source that begin like a definition are compared with
  /// the notes that are printed; lines inside code blocks are none.
  func unusedNotes() -> [Diagnostic] {
    guard bytes.contains(UInt8(ascii: "^")) else { return [] }
    var labels: Set<[UInt8]> = []
    var code: [Range<Int>] = []
    for event in events {
      if event.kind == .noteDefinition { labels.insert(folded(buffer[event.text.range])) }
      if event.kind == .codeBlock || event.kind == .htmlBlock { code.append(event.source.range) }
    }
    var diagnostics: [Diagnostic] = []
    var position = 0
    var block = 0
    while position < bytes.count {
      while block < code.count, code[block].upperBound <= position { block += 1 }
      let isCode = block < code.count && code[block].contains(position)
      if !isCode, let label = definitionLabel(at: position), !labels.contains(folded(bytes[label]))
      {
        let text = String(decoding: bytes[label], as: UTF8.self)
        let span = source.map.span(of: label)
        diagnostics.append(
          Diagnostic(MarkdownDiagnostics.unusedNote, .warning, at: span, "unused note \"\(text)\"")
        )
      }
      let lineEnd = bytes[position...].firstIndex { $0 == 0x0A || $0 == 0x0D } ?? bytes.count
      position = lineEnd + 1
    }
    return diagnostics
  }

  /// The label of a definition that starts on the line at an offset, indented by three spaces at
  /// most.
  private func definitionLabel(at lineStart: Int) -> Range<Int>? {
    var start = lineStart
    while start < bytes.count, start < lineStart + 3, bytes[start] == 0x20 { start += 1 }
    guard start + 2 < bytes.count, bytes[start] == UInt8(ascii: "["),
      bytes[start + 1] == UInt8(ascii: "^")
    else { return nil }
    start += 2
    var end = start
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "]") { end += 1 }
    guard end > start, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "]"),
      bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return start..<end
  }

  private func folded(_ label: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: label, as: UTF8.self).lowercased().utf8)
  }
}
