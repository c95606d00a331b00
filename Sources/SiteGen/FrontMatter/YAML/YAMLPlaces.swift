import Diagnostics

/// Turns places in a text of YAML into spans of its file.
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

  /// The byte at an offset of the file; nil behind what is read of it.
  func byte(at offset: Int) -> UInt8? {
    range.contains(offset) ? file.bytes[offset] : nil
  }

  /// From the mark to the end of its word.
  func span(at mark: YAMLMark) -> SourceSpan { span(ofWordAt: offset(of: mark)) }

  /// From the place to the end of its word.
  func span(at place: YAMLProblem.Place) -> SourceSpan {
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
  func span(of text: String, isPlain: Bool, at mark: YAMLMark) -> SourceSpan {
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
  func span(ofLineFrom mark: YAMLMark) -> SourceSpan {
    let start = offset(of: mark)
    var end = start
    while end < range.upperBound, file.bytes[end] != 0x0A { end += 1 }
    while end > start, file.bytes[end - 1] <= 0x20 { end -= 1 }
    return SourceSpan(path: file.path, range: start..<end)
  }

  private func offset(of mark: YAMLMark) -> Int {
    var offset = lineStarts[min(mark.line, lineStarts.count - 1)]
    var scalars = mark.column
    while scalars > 0, offset < range.upperBound, file.bytes[offset] != 0x0A {
      offset += 1
      while offset < range.upperBound, file.bytes[offset] & 0xC0 == 0x80 { offset += 1 }
      scalars -= 1
    }
    return offset
  }
}
