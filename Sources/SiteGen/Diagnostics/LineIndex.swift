/// A place for human readers: line and column, both counted from 1.
///
/// The column counts Unicode scalars, as editors do, not bytes.
public struct LineColumn: Hashable, Sendable {
  /// 1-based line.
  public let line: Int
  /// 1-based column, in Unicode scalars.
  public let column: Int

  /// Makes a place.
  public init(line: Int, column: Int) {
    self.line = line
    self.column = column
  }
}

/// Turns UTF-8 offsets of one text into lines and columns, for printing only.
public struct LineIndex: Sendable {
  private let bytes: [UInt8]
  private let lineStarts: [Int]

  /// Indexes a text; linear in its size.
  public init(_ bytes: [UInt8]) {
    self.bytes = bytes
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    lineStarts = starts
  }

  /// The place of an offset; offsets past the end give the place just after the last byte.
  public func position(of offset: Int) -> LineColumn {
    let clamped = min(max(offset, 0), bytes.count)
    let line = lineNumber(of: clamped)
    let scalars = bytes[lineStarts[line]..<clamped].count { $0 & 0xC0 != 0x80 }
    return LineColumn(line: line + 1, column: scalars + 1)
  }

  /// The 1-based line of an offset; logarithmic, however long the line.
  public func line(of offset: Int) -> Int {
    lineNumber(of: min(max(offset, 0), bytes.count)) + 1
  }

  /// The text of a 1-based line without its line end; empty when there is no such line.
  public func text(ofLine line: Int) -> String {
    guard lineStarts.indices.contains(line - 1) else { return "" }
    let start = lineStarts[line - 1]
    var end = line < lineStarts.count ? lineStarts[line] : bytes.count
    while end > start, bytes[end - 1] == 0x0A || bytes[end - 1] == 0x0D { end -= 1 }
    return String(decoding: bytes[start..<end], as: UTF8.self)
  }

  /// Offset of the first byte of a 1-based line; the end of the text when there is no such line.
  public func offset(ofLine line: Int) -> Int {
    lineStarts.indices.contains(line - 1) ? lineStarts[line - 1] : bytes.count
  }

  private func lineNumber(of offset: Int) -> Int {
    max(0, lineStarts.partitioningIndex { $0 > offset } - 1)
  }
}
