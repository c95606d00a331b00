/// How the tags of a template sit on their lines, and the text that is left when tags that stand
/// alone take their line with them (Mustache: "standalone").
struct LineLayout {
  /// Tokens whose text has lost the blanks and line ends around tags that stand alone.
  private(set) var tokens: [Token]
  /// For each token, whether its line is dropped: it writes nothing at its own place.
  private(set) var standsAlone: [Bool]
  /// For each tag the blanks before it on its line; nil when something else comes before it.
  private(set) var blankBefore: [Range<Int>?]
  /// For each tag where its line ends (behind the line end) when nothing but blanks follow.
  private let lineEndAfter: [Int?]
  private let bytes: [UInt8]
  private let partners: [Int]
  private let isGiven: [Bool]

  /// Lays out a template; linear.
  init(_ matched: MatchedTokens, bytes: [UInt8]) {
    self.bytes = bytes
    tokens = matched.tokens
    partners = matched.partners
    standsAlone = Array(repeating: false, count: matched.tokens.count)
    blankBefore = matched.tokens.map { LineLayout.blanks(before: $0.range.lowerBound, in: bytes) }
    lineEndAfter = matched.tokens.map { LineLayout.lineEnd(after: $0.range.upperBound, in: bytes) }
    isGiven = matched.isGiven
    for index in tokens.indices { layOut(index) }
  }

  /// Whether an offset is the beginning of a line of the template.
  func isLineStart(_ offset: Int) -> Bool { offset == 0 || bytes[offset - 1] == Sign.newline }

  /// Whether nothing but blanks follow a tag on its line.
  func endsItsLine(_ index: Int) -> Bool { lineEndAfter[index] != nil }

  /// The blanks that begin the first line inside a block that is not blank; nil when the block
  /// ends before there is one.
  ///
  /// Looks at one token only, so that all calls together are linear.
  func firstIndentation(inside index: Int) -> Range<Int>? {
    guard let lineEnd = lineEndAfter[index], index + 1 < partners[index] else { return nil }
    let original = originalRange(ofTextAt: index + 1)
    var lineStart = lineEnd
    var offset = lineEnd
    while offset < original.upperBound, Sign.isWhite(bytes[offset]) {
      offset += 1
      if bytes[offset - 1] == Sign.newline { lineStart = offset }
    }
    if offset == original.upperBound, index + 2 == partners[index] { return nil }
    return lineStart..<offset
  }

  private func originalRange(ofTextAt index: Int) -> Range<Int> {
    guard tokens[index].kind == .text else {
      return tokens[index].range.lowerBound..<tokens[index].range.lowerBound
    }
    return tokens[index - 1].range.upperBound..<tokens[index + 1].range.lowerBound
  }

  private mutating func layOut(_ index: Int) {
    switch tokens[index].kind {
    case .text, .variable, .raw, .parent: return
    case .close: layOutClose(index)
    case .block where isGiven[index]:
      // What a parent holds between its blocks is never written: the block may begin anywhere
      // in its line.
      if let end = lineEndAfter[index] { dropAfter(index, until: end) }
    case .section, .inverted, .partial, .block, .comment, .delimiters:
      guard let blanks = blankBefore[index], let end = lineEndAfter[index] else { return }
      dropBefore(index, from: blanks.lowerBound)
      dropAfter(index, until: end)
      standsAlone[index] = true
    }
  }

  private mutating func layOutClose(_ index: Int) {
    let opening = partners[index]
    switch tokens[opening].kind {
    case .parent:
      guard let blanks = blankBefore[opening], let end = lineEndAfter[index] else { return }
      dropBefore(opening, from: blanks.lowerBound)
      dropAfter(index, until: end)
      standsAlone[opening] = true
      standsAlone[index] = true
    case .block where isGiven[opening]:
      if let blanks = blankBefore[index] { dropBefore(index, from: blanks.lowerBound) }
      standsAlone[index] = blankBefore[index] != nil
    default:
      guard let blanks = blankBefore[index], let end = lineEndAfter[index] else { return }
      dropBefore(index, from: blanks.lowerBound)
      dropAfter(index, until: end)
      standsAlone[index] = true
    }
  }

  private mutating func dropBefore(_ index: Int, from offset: Int) {
    guard index > 0, tokens[index - 1].kind == .text else { return }
    let start = tokens[index - 1].range.lowerBound
    tokens[index - 1].range = start..<max(start, offset)
  }

  private mutating func dropAfter(_ index: Int, until offset: Int) {
    guard index + 1 < tokens.count, tokens[index + 1].kind == .text else { return }
    let end = tokens[index + 1].range.upperBound
    tokens[index + 1].range = min(offset, end)..<end
  }

  private static func blanks(before offset: Int, in bytes: [UInt8]) -> Range<Int>? {
    var start = offset
    while start > 0, Sign.isBlank(bytes[start - 1]) { start -= 1 }
    return start == 0 || bytes[start - 1] == Sign.newline ? start..<offset : nil
  }

  private static func lineEnd(after offset: Int, in bytes: [UInt8]) -> Int? {
    var end = offset
    while end < bytes.count, Sign.isBlank(bytes[end]) { end += 1 }
    if end == bytes.count { return end }
    if bytes[end] == Sign.newline { return end + 1 }
    guard bytes[end] == Sign.carriageReturn, end + 1 < bytes.count, bytes[end + 1] == Sign.newline
    else { return nil }
    return end + 2
  }
}
