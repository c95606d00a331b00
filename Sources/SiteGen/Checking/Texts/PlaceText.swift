import Diagnostics

/// The same text with its true places in the file; nil where they cannot be found.
///
/// A body is copied as it stands. A text in a field lost the indentation of its lines, and its span
/// points to where the field begins: its lines are looked for from there, one after another. A text
/// that YAML has folded or unescaped is not found, and rules leave it alone. Linear.
func placed(_ text: ComposedText, in file: SourceFile) -> ComposedText? {
  let start = text.map.span(of: 0..<0).range.lowerBound
  if start <= file.bytes.count, file.bytes[start...].starts(with: text.bytes),
    text.map.segments.count == 1
  {
    return text
  }
  guard start <= file.bytes.count else { return nil }
  var segments: [SourceMap.Segment] = []
  var place = start
  var offset = 0
  for line in text.bytes.split(separator: 0x0A, omittingEmptySubsequences: false) {
    guard let found = find(line, in: file.bytes, from: place, isFirst: segments.isEmpty) else {
      return nil
    }
    segments.append(SourceMap.Segment(text: offset, source: found))
    offset += line.count + 1
    place = found + line.count + 1
  }
  return ComposedText(bytes: text.bytes, map: SourceMap(path: file.path, segments: segments))
}

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
