/// What the lines of a text tell of the pages they stood on.
struct PageEdges {
  let lines: [SeedLine]
  /// The lines that hold something, in order.
  let filled: [Int]
  /// Usual length of a full line.
  let width: Int
  private let usualIndent: Int

  init(_ lines: [SeedLine]) {
    self.lines = lines
    filled = lines.indices.filter { !lines[$0].isBlank }
    let lengths = filled.map { lines[$0].text.count }.sorted()
    width = lengths.isEmpty ? 0 : lengths[lengths.count * 19 / 20]
    let indents = filled.map { lines[$0].indent }.sorted()
    usualIndent = indents.isEmpty ? 0 : indents[indents.count / 2]
  }

  /// The line at a position among the filled ones.
  func line(_ position: Int) -> SeedLine { lines[filled[position]] }

  /// Whether a line stands so far to the right that no paragraph and no list begins there.
  func isFarRight(_ position: Int) -> Bool { line(position).indent >= usualIndent + 20 }

  /// Whether a line stands between two halves of a sentence.
  func cutsSentence(_ position: Int) -> Bool {
    guard position > 0, position + 1 < filled.count else { return false }
    let before = line(position - 1).text
    return before.count >= 20 && !endsSentence(before)
      && (!startsLikeSentence(line(position + 1).text) || endsOpen(before))
  }

  /// Whether a page begins with the line or the one after it, or the line cuts a sentence.
  func isEdge(_ position: Int) -> Bool {
    // Before the first page and after the last one nothing is cut.
    guard position > 0, position + 1 < filled.count else { return true }
    return line(position).startsPage || line(position + 1).startsPage || cutsSentence(position)
  }

  /// Whether nothing stands on a neighbouring line on one side at least, or the line is set apart
  /// otherwise.
  func isSetApart(_ position: Int) -> Bool {
    let index = filled[position]
    return isEdge(position) || isFarRight(position) || lines[index - 1].isBlank
      || lines[index + 1].isBlank
  }
}
