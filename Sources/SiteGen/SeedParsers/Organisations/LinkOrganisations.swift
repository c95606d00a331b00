import Diagnostics
import Markup
import SiteModel

/// A body of Markdown in which the first naming of an organisation in each section is a link.
///
/// Headings, links, mentions, citations and addresses stay as they are; an empty link that a text
/// without markup holds loses its signs. Linear but for the way back to the source, which is
/// logarithmic for each byte.
func linkOrganisations(in body: ComposedText, with writer: NamingWriter) -> ComposedText {
  let body = body.replacing(emptyLinkSigns(in: body.bytes))
  var edits: [TextEdit] = []
  var linked: Set<Int> = []
  let bytes = body.bytes
  for line in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
    if line.first == UInt8(ascii: "#") {
      linked = []
    } else {
      for place in linkPlaces(in: line.indices, of: bytes, writer) {
        guard linked.insert(place.entry).inserted else { continue }
        edits.append(
          TextEdit("[[\(place.id)|", over: place.bytes.lowerBound..<place.bytes.lowerBound)
        )
        edits.append(TextEdit("]]", over: place.bytes.upperBound..<place.bytes.upperBound))
      }
    }
  }
  return body.replacing(edits)
}

/// A naming that can be a link, with its bytes in the body.
private struct LinkPlace {
  let entry: Int
  let id: EntityID
  let bytes: Range<Int>
}

private func linkPlaces(
  in line: Range<Int>,
  of bytes: [UInt8],
  _ writer: NamingWriter
) -> [LinkPlace] {
  let text = TracedText(markdownLine: line, of: bytes)
  let tokens = UnreadTokens(text)
  let starts = tokens.words.map(\.range.lowerBound)
  let isClosed = closedRanges(in: text, of: bytes[line]).holds(starts)
  let namings = writer.forms.namings(in: tokens, ofText: writer.number) { !isClosed[$0] }
  return namings.compactMap { naming, _ in
    guard !isClosed[naming.tokens].contains(true), !naming.isShared,
      let first = naming.tokens.first, let last = naming.tokens.last,
      let slug = writer.names.slugs[naming.entry]
    else { return nil }
    let range = tokens.words[first].range.lowerBound..<tokens.words[last].range.upperBound
    guard !text.scalars[range].contains(where: { "*|".unicodeScalars.contains($0.scalar) }) else {
      return nil
    }
    let span = text[range].span.range
    return LinkPlace(entry: naming.entry, id: EntityID(.organisation, slug), bytes: span)
  }
}

/// The signs of `\[label\](#)`, as a text without markup becomes Markdown, to be left out.
private func emptyLinkSigns(in bytes: [UInt8]) -> [TextEdit] {
  let (opening, closing) = (Array("\\[".utf8), Array("\\](#)".utf8))
  var edits: [TextEdit] = []
  var open: Int?
  for index in bytes.indices where bytes[index] == UInt8(ascii: "\\") {
    if bytes[index...].starts(with: closing), let start = open {
      edits.append(TextEdit("", over: start..<start + opening.count))
      edits.append(TextEdit("", over: index..<index + closing.count))
      open = nil
    } else if bytes[index...].starts(with: opening) {
      open = index
    }
  }
  return edits
}

/// Where no link may stand: inside links, mentions, notes, citations, addresses and code.
private func closedRanges(in text: TracedText, of line: ArraySlice<UInt8>) -> MarkedRanges {
  // Most lines hold none of the signs that begin one.
  let (angle, bracket) = (UInt8(ascii: "<"), UInt8(ascii: "["))
  let mayHold = line.withUnsafeBufferPointer { line in
    line.position(of: angle, or: bracket, from: 0) < line.count
  }
  guard mayHold else { return MarkedRanges([]) }
  var ranges: [Range<Int>] = []
  var open: [Int] = []
  var address: Int?
  var index = 0
  while index < text.count {
    let scalar = text.scalars[index].scalar
    if scalar == "\\" {
      index += 2
      continue
    }
    if scalar == "<" { address = index }
    if scalar == ">", let start = address {
      ranges.append(start..<index + 1)
      address = nil
    }
    if scalar == "[" { open.append(index) }
    if scalar == "]", let start = open.popLast() {
      var end = index + 1
      // An address has no space: the look ahead ends at once, whatever stands behind.
      if text.scalar(at: end) == "(",
        let close = text.firstIndex(from: end, where: { $0 == ")" || $0 == " " || $0 == "[" }),
        text.scalars[close].scalar == ")"
      {
        end = close + 1
      }
      ranges.append(start..<end)
      index = end
      continue
    }
    index += 1
  }
  return MarkedRanges(ranges)
}

extension TracedText {
  /// A line of Markdown; the places are its bytes in the body.
  fileprivate init(markdownLine line: Range<Int>, of bytes: [UInt8]) {
    var scalars: [TracedScalar] = []
    scalars.reserveCapacity(line.count)
    var offset = line.lowerBound
    while offset < line.upperBound {
      if bytes[offset] < 0x80 {
        scalars.append(TracedScalar(ascii: bytes[offset], at: offset))
        offset += 1
      } else {
        let (scalar, length) = decodeScalar(bytes, at: offset, before: line.upperBound)
        let source = offset..<offset + length
        scalars.append(TracedScalar(scalar: scalar ?? "\u{FFFD}", source: source))
        offset += length
      }
    }
    self.init(path: "", scalars: scalars)
  }
}

/// Bytes to be written in the place of others.
private struct TextEdit {
  let range: Range<Int>
  let bytes: [UInt8]

  init(_ text: String, over range: Range<Int>) {
    self.range = range
    bytes = Array(text.utf8)
  }
}

extension ComposedText {
  /// The text with edits in ascending order; what is written in borrows its neighbour's place.
  fileprivate func replacing(_ edits: [TextEdit]) -> ComposedText {
    guard !edits.isEmpty else { return self }
    var written: [UInt8] = []
    var segments: [SourceMap.Segment] = []
    let bytes = bytes
    var offset = 0
    func copy(to end: Int) {
      guard offset < end else { return }
      for piece in map.pieces(of: offset..<end) {
        let source = segments.last.map { $0.source + written.count - $0.text }
        if source != piece.source {
          segments.append(SourceMap.Segment(text: written.count, source: piece.source))
        }
        written += bytes[piece.text]
      }
      offset = end
    }
    for edit in edits {
      copy(to: edit.range.lowerBound)
      let source = map.span(of: offset..<offset + 1).range.lowerBound
      for byte in edit.bytes {
        segments.append(SourceMap.Segment(text: written.count, source: source))
        written.append(byte)
      }
      offset = max(offset, edit.range.upperBound)
    }
    copy(to: bytes.count)
    return ComposedText(bytes: written, map: SourceMap(path: map.path, segments: segments))
  }
}
