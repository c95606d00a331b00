extension ComposedText {
  /// The same text with its true places in the file; nil where they cannot be found.
  ///
  /// A body is copied as it stands. A text in a field lost the indentation of its lines, and its
  /// span points to where the field begins: its lines are looked for from there, one after another;
  /// where YAML has folded them into fewer, its words are. A text that YAML has unescaped is not
  /// found. Linear.
  public func placed(in file: SourceFile) -> ComposedText? {
    let start = map.span(of: 0..<0).range.lowerBound
    guard start <= file.bytes.count else { return nil }
    if file.bytes[start...].starts(with: bytes), map.segments.count == 1 { return self }
    guard
      let segments = placeLines(in: file.bytes, from: start)
        ?? placeWords(in: file.bytes, from: start)
    else { return nil }
    return ComposedText(bytes: bytes, map: SourceMap(path: file.path, segments: segments))
  }

  private func placeLines(in file: [UInt8], from start: Int) -> [SourceMap.Segment]? {
    var segments: [SourceMap.Segment] = []
    var place = start
    var offset = 0
    for line in bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
      guard let found = find(line, in: file, from: place, isFirst: segments.isEmpty) else {
        return nil
      }
      segments.append(SourceMap.Segment(text: offset, source: found))
      offset += line.count + 1
      place = found + line.count + 1
    }
    return segments
  }

  /// Words in their order, whatever white space stands between them.
  private func placeWords(in file: [UInt8], from start: Int) -> [SourceMap.Segment]? {
    var segments: [SourceMap.Segment] = []
    var place = start
    if place < file.count, [UInt8(ascii: "|"), UInt8(ascii: ">")].contains(file[place]) {
      place = lineEnd(in: file, from: place)
    }
    var offset = 0
    while offset < bytes.count {
      if isWhiteSpace(bytes[offset]) {
        offset += 1
        continue
      }
      while place < file.count, isWhiteSpace(file[place]) { place += 1 }
      segments.append(SourceMap.Segment(text: offset, source: place))
      while offset < bytes.count, !isWhiteSpace(bytes[offset]) {
        guard place < file.count, file[place] == bytes[offset] else { return nil }
        offset += 1
        place += 1
      }
    }
    return segments
  }
}

private func isWhiteSpace(_ byte: UInt8) -> Bool { byte == 0x20 || (0x09...0x0D).contains(byte) }

/// Where a line of a field stands: behind spaces on the line that follows; the first line may stand
/// behind what opens the field, on its line or the next.
private func find(_ line: ArraySlice<UInt8>, in bytes: [UInt8], from start: Int, isFirst: Bool)
  -> Int?
{
  var place = min(start, bytes.count)
  var end = lineEnd(in: bytes, from: place)
  if isFirst {
    let marks = Array("|>-+0123456789 ".utf8)
    while place < end, marks.contains(bytes[place]), !bytes[place...].starts(with: line) {
      place += 1
    }
    if place == end, !line.isEmpty {
      place = min(end + 1, bytes.count)
      end = lineEnd(in: bytes, from: place)
    }
  }
  while place < end, bytes[place] == 0x20 { place += 1 }
  // The spaces at the start of a line of text were skipped with the indentation.
  let own = line.prefix { $0 == 0x20 }.count
  guard place - own >= start || own == 0 else { return nil }
  guard bytes[(place - own)...].starts(with: line) else { return nil }
  return place - own
}

private func lineEnd(in bytes: [UInt8], from start: Int) -> Int {
  bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
}
