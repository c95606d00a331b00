public import Diagnostics

/// The two parts of a content file: fields between `---` lines, then text.
public struct FrontMatterSplit: Hashable, Sendable {
  /// Offsets of the YAML between the fences; nil when the file begins with text.
  public let yaml: Range<Int>?
  /// Offsets of the text after the closing fence.
  public let body: Range<Int>

  /// Makes a split.
  public init(yaml: Range<Int>?, body: Range<Int>) {
    self.yaml = yaml
    self.body = body
  }
}

/// Finds the fences of a content file; an opened fence that is never closed gives `YML002`.
public func splitFrontMatter(_ file: SourceFile) -> Diagnosed<FrontMatterSplit> {
  let bytes = file.bytes
  let start = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? 3 : 0
  guard let yamlStart = endOfFence(in: bytes, at: start) else {
    return Diagnosed(FrontMatterSplit(yaml: nil, body: start..<bytes.count))
  }
  var line = yamlStart
  while line < bytes.count {
    if let bodyStart = endOfFence(in: bytes, at: line) {
      return Diagnosed(FrontMatterSplit(yaml: yamlStart..<line, body: bodyStart..<bytes.count))
    }
    line = (bytes[line...].firstIndex(of: 0x0A) ?? bytes.count - 1) + 1
  }
  let diagnostic = Diagnostic(
    FrontMatterDiagnostics.unclosedFence,
    .error,
    at: SourceSpan(path: file.path, range: start..<min(start + 3, bytes.count)),
    "front matter is opened here and never closed"
  )
  return Diagnosed(
    FrontMatterSplit(yaml: nil, body: bytes.count..<bytes.count),
    [diagnostic]
  )
}

/// The offset after a line that holds `---` and white space only, or nil.
private func endOfFence(in bytes: [UInt8], at start: Int) -> Int? {
  guard bytes[start...].starts(with: [0x2D, 0x2D, 0x2D]) else { return nil }
  var end = start + 3
  while end < bytes.count, bytes[end] != 0x0A {
    guard bytes[end] == 0x20 || bytes[end] == 0x09 || bytes[end] == 0x0D else { return nil }
    end += 1
  }
  return min(end + 1, bytes.count)
}
