import Diagnostics

/// What is wrong with the bytes of a text as such: none at all, or no UTF-8.
func encodingDiagnostic(of source: SourceFile) -> Diagnostic? {
  if source.bytes.isEmpty {
    let summary = "\"\(source.path)\" is empty"
    return Diagnostic(FileSystemDiagnostics.emptyText, .error, at: source.span, summary)
  }
  guard let offset = source.firstInvalidUTF8Offset else { return nil }
  let byte = String(source.bytes[offset], radix: 16, uppercase: true)
  let line = source.bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1
  return Diagnostic(
    FileSystemDiagnostics.invalidUTF8,
    .error,
    at: SourceSpan(path: source.path, range: offset..<offset + 1),
    "invalid byte 0x\(byte) at offset \(offset), line \(line): the text is not UTF-8",
    help: looksLikeUTF16(source.bytes) ? "Save the file in UTF-8; it seems to be in UTF-16." : ""
  )
}

private func looksLikeUTF16(_ bytes: [UInt8]) -> Bool {
  bytes.starts(with: [0xFF, 0xFE]) || bytes.starts(with: [0xFE, 0xFF])
}
