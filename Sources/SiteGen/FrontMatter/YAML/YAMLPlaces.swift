import Diagnostics
import Yams

/// Turns the marks of Yams (1-based line, 1-based column in scalars) into spans of the file.
struct YAMLPlaces {
  private let file: SourceFile
  private let range: Range<Int>
  private let lineStarts: [Int]

  init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
    var starts = [range.lowerBound]
    for offset in range where file.bytes[offset] == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  var whole: SourceSpan { SourceSpan(path: file.path, range: range) }

  /// The byte at an offset of the file; nil behind what is read of it.
  func byte(at offset: Int) -> UInt8? {
    range.contains(offset) ? file.bytes[offset] : nil
  }

  /// From the mark to the end of its word.
  func span(at mark: Mark) -> SourceSpan {
    let start = offset(of: mark)
    var end = start
    while end < range.upperBound, file.bytes[end] > 0x20 { end += 1 }
    return SourceSpan(path: file.path, range: start..<end)
  }

  /// Where a node stands.
  func span(of node: Node) -> SourceSpan {
    guard case .scalar(let scalar) = node else { return span(ofLineFrom: node.mark) }
    return span(of: scalar)
  }

  /// Where a scalar stands: a plain one ends where it ends, any other with its first line.
  func span(of scalar: Node.Scalar) -> SourceSpan {
    guard scalar.style == .plain, let mark = scalar.mark else {
      return span(ofLineFrom: scalar.mark)
    }
    let start = offset(of: mark)
    let end = start + scalar.string.utf8.count
    guard end <= range.upperBound, isWritten(scalar.string, at: start..<end) else {
      return span(ofLineFrom: mark)
    }
    return SourceSpan(path: file.path, range: start..<end)
  }

  /// Whether a text stands as it is at a range of its length.
  private func isWritten(_ text: String, at range: Range<Int>) -> Bool {
    var text = text
    return text.withUTF8 { text in
      file.bytes.withUnsafeBufferPointer { bytes in
        zip(bytes[range], text).allSatisfy { $0 == $1 }
      }
    }
  }

  /// From the start of a node to the end of its first line.
  func span(ofLineFrom mark: Mark?) -> SourceSpan {
    guard let mark else { return whole }
    let start = offset(of: mark)
    var end = start
    while end < range.upperBound, file.bytes[end] != 0x0A { end += 1 }
    while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 }
    return SourceSpan(path: file.path, range: start..<end)
  }

  /// The key `name` on the last line that begins with it; Yams names a key that stands twice but
  /// not its second place.
  func span(ofLastLineNaming name: String) -> SourceSpan? {
    for lineStart in lineStarts.reversed() {
      var start = lineStart
      while start < range.upperBound, file.bytes[start] == 0x20 { start += 1 }
      guard file.bytes[start..<range.upperBound].starts(with: "\(name):".utf8) else { continue }
      return SourceSpan(path: file.path, range: start..<start + name.utf8.count)
    }
    return nil
  }

  private func offset(of mark: Mark) -> Int {
    let line = min(max(mark.line - 1, 0), lineStarts.count - 1)
    var offset = lineStarts[line]
    var scalars = mark.column - 1
    while scalars > 0, offset < range.upperBound, file.bytes[offset] != 0x0A {
      offset += 1
      while offset < range.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars -= 1
    }
    return offset
  }
}
