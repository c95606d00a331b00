import Markup

/// Turns the lines and columns that cmark counts into offsets.
struct SourceLines {
  private let bytes: [UInt8]
  private let starts: [Int]

  /// Finds the lines as CommonMark §2.1 ends them: line feed, carriage return, or both.
  init(_ bytes: [UInt8]) {
    var starts: [Int] = []
    // Lines of prose are longer; so few grow.
    starts.reserveCapacity(bytes.count / 32 + 1)
    starts.append(0)
    bytes.withUnsafeBufferPointer { bytes in
      var end = bytes.position(of: 0x0A, or: 0x0D, from: 0)
      while end < bytes.count {
        if bytes[end] == 0x0D, end + 1 < bytes.count, bytes[end + 1] == 0x0A { end += 1 }
        starts.append(end + 1)
        end = bytes.position(of: 0x0A, or: 0x0D, from: end + 1)
      }
    }
    self.starts = starts
    self.bytes = bytes
  }

  /// The range from a 1-based line and column to another, the last byte included.
  ///
  /// Columns count bytes of the line as cmark read it, after the repair of invalid UTF-8: they
  /// may be wrong there and are cut to their line.
  func range(from first: (Int32, Int32), to last: (Int32, Int32)) -> ByteRange {
    let start = offset(line: Int(first.0), column: Int(first.1) - 1)
    return ByteRange(start..<max(start, offset(line: Int(last.0), column: Int(last.1))))
  }

  private func offset(line: Int, column: Int) -> Int {
    guard line >= 1 else { return 0 }
    guard line <= starts.count else { return bytes.count }
    let lineEnd = line < starts.count ? starts[line] : bytes.count
    return min(starts[line - 1] + max(0, column), lineEnd)
  }

  /// The label of a note whose text starts at an offset, read backwards from there to `[^`.
  ///
  /// cmark 0.29 lets nobody ask for it. A label holds no space and no `]`.
  func noteLabel(before offset: Int) -> ArraySlice<UInt8> {
    var end = min(offset, bytes.count)
    while end > 0, bytes[end - 1] != UInt8(ascii: "]") {
      guard bytes[end - 1] <= 0x20 || bytes[end - 1] == UInt8(ascii: ":") else { return [] }
      end -= 1
    }
    end -= 1
    var start = end
    var labelStart = end
    while start > 0, bytes[start - 1] > 0x20, bytes[start - 1] != UInt8(ascii: "]") {
      start -= 1
      if bytes[start] == UInt8(ascii: "["), bytes[start + 1] == UInt8(ascii: "^") {
        labelStart = start + 2
      }
    }
    return labelStart < end ? bytes[labelStart..<end] : []
  }
}
