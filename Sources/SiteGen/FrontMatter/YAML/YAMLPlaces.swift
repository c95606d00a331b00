import Diagnostics

/// Turns places in a text of YAML into spans of its file.
///
/// Marks come in ascending order but for a few, so that what is read of a line is mostly read once,
/// however long the line is.
struct YAMLPlaces {
  private let file: SourceFile
  private let range: Range<Int>
  private let lineStarts: [Int]
  /// The last mark that was asked for, and its offset.
  private var last = (line: 0, column: 0, offset: 0)

  init(file: SourceFile, range: Range<Int>) {
    self.file = file
    self.range = range
    var starts = [range.lowerBound]
    for offset in range where file.bytes[offset] == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
    last.offset = range.lowerBound
  }

  /// The byte at an offset of the file; nil behind what is read of it.
  func byte(at offset: Int) -> UInt8? {
    range.contains(offset) ? file.bytes[offset] : nil
  }

  /// From the mark to the end of its word.
  mutating func span(at mark: YAMLMark) -> SourceSpan { span(ofWordAt: offset(of: mark)) }

  /// From the place to the end of its word.
  mutating func span(at place: YAMLProblem.Place) -> SourceSpan {
    switch place {
    case .mark(let mark): span(at: mark)
    case .offset(let offset): span(ofWordAt: min(range.lowerBound + offset, range.upperBound))
    }
  }

  private func span(ofWordAt start: Int) -> SourceSpan {
    var end = start
    while end < range.upperBound, file.bytes[end] > 0x20 { end += 1 }
    return SourceSpan(path: file.path, range: start..<end)
  }

  /// Where a text stands: a plain one ends where it ends, any other with its first line.
  mutating func span(of text: String, isPlain: Bool, at mark: YAMLMark) -> SourceSpan {
    let start = offset(of: mark)
    let end = start + text.utf8.count
    guard isPlain, end <= range.upperBound, isWritten(text, at: start..<end) else {
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

  /// From a place to the end of its line.
  mutating func span(ofLineFrom mark: YAMLMark) -> SourceSpan {
    let start = offset(of: mark)
    let next = lineStarts.partitioningIndex { $0 > start }
    var end = next < lineStarts.count ? lineStarts[next] - 1 : range.upperBound
    while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 }
    return SourceSpan(path: file.path, range: start..<end)
  }

  private mutating func offset(of mark: YAMLMark) -> Int {
    let line = min(mark.line, lineStarts.count - 1)
    if line != last.line || mark.column < last.column { last = (line, 0, lineStarts[line]) }
    while last.column < mark.column, last.offset < range.upperBound, file.bytes[last.offset] != 0x0A
    {
      last.offset += 1
      while last.offset < range.upperBound, file.bytes[last.offset] & 0xC0 == 0x80 {
        last.offset += 1
      }
      last.column += 1
    }
    return last.offset
  }
}
