import Diagnostics
import Markup

extension DocumentAssembler {
  /// Definitions of notes that cmark dropped because nothing calls them.
  ///
  /// They left no event, so lines of the source that begin like a definition are compared with
  /// the notes that are printed; lines inside code blocks are none.
  func unusedNotes() -> [Diagnostic] {
    let defined = definitionLabels()
    if defined.isEmpty { return [] }
    var labels: Set<[UInt8]> = []
    var code: [Range<Int>] = []
    var number = 0
    for event in events {
      if event.kind == .noteDefinition { labels.insert(folded(buffer[event.text.range])) }
      guard event.beginsBlock else { continue }
      if event.kind == .codeBlock || event.kind == .htmlBlock { code.append(blocks[number].range) }
      number += 1
    }
    var diagnostics: [Diagnostic] = []
    var block = 0
    for label in defined where !labels.contains(folded(bytes[label])) {
      while block < code.count, code[block].upperBound <= label.lowerBound { block += 1 }
      if block < code.count, code[block].contains(label.lowerBound) { continue }
      let text = String(decoding: bytes[label], as: UTF8.self)
      let span = source.map.span(of: label)
      diagnostics.append(
        Diagnostic(MarkdownDiagnostics.unusedNote, .warning, at: span, "unused note \"\(text)\"")
      )
    }
    return diagnostics
  }

  /// The labels of lines that begin like a definition, indented by three spaces at most.
  private func definitionLabels() -> [Range<Int>] {
    bytes.withUnsafeBufferPointer { bytes in
      var labels: [Range<Int>] = []
      var sign = bytes.position(of: UInt8(ascii: "^"), from: 0)
      while sign < bytes.count {
        if let label = definitionLabel(behind: sign, in: bytes) { labels.append(label) }
        sign = bytes.position(of: UInt8(ascii: "^"), from: sign + 1)
      }
      return labels
    }
  }

  private func definitionLabel(
    behind sign: Int,
    in bytes: UnsafeBufferPointer<UInt8>
  ) -> Range<Int>? {
    guard sign > 0, bytes[sign - 1] == UInt8(ascii: "[") else { return nil }
    var lineStart = sign - 1
    while lineStart > 0, sign - 1 - lineStart < 3, bytes[lineStart - 1] == 0x20 { lineStart -= 1 }
    guard lineStart == 0 || bytes[lineStart - 1] == 0x0A || bytes[lineStart - 1] == 0x0D else {
      return nil
    }
    var end = sign + 1
    while end < bytes.count, bytes[end] > 0x20, bytes[end] != UInt8(ascii: "]") { end += 1 }
    guard end > sign + 1, end + 1 < bytes.count, bytes[end] == UInt8(ascii: "]"),
      bytes[end + 1] == UInt8(ascii: ":")
    else { return nil }
    return sign + 1..<end
  }

  private func folded(_ label: ArraySlice<UInt8>) -> [UInt8] {
    Array(String(decoding: label, as: UTF8.self).lowercased().utf8)
  }
}
