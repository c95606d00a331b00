import Markup

/// A block cut where one of its lines begins a session, a label, or names somebody by his role.
///
/// Conversions leave no blank line there, and full lines show no end of a paragraph.
func splitSessionLines(_ block: SeedBlock, habits: TextHabits) -> [SeedBlock] {
  guard block.kind != .address, block.lines.count > 1 else { return [block] }
  return splitLines(of: block, habits: habits) { line, before in
    if block.isItem, endsEntry(before, in: block, followedBy: line) { return true }
    guard !endsOpen(before), !hasOpenBracket(before) else { return false }
    return opensSessionPart(line) || isWholeHeading(before, followedBy: line)
  }
}

/// A block cut before the lines that a rule chooses; only the first part may be an item.
func splitLines(
  of block: SeedBlock,
  habits: TextHabits,
  where begins: (_ line: TracedText, _ before: TracedText) -> Bool
) -> [SeedBlock] {
  var parts: [SeedBlock] = []
  var start = 0
  func close(at end: Int) {
    let lines = Array(block.lines[start..<end])
    let kind = start == 0 ? block.kind : .paragraph
    var text = TracedText(path: block.text.path)
    for (index, line) in lines.enumerated() {
      let isBulleted = index == 0 && kind != .paragraph
      let printed = isBulleted ? line.text[1..<line.text.count].trimmed : line.text
      habits.join(printed.withSingleSpaces, to: &text)
    }
    parts.append(SeedBlock(kind: kind, text: text, lines: lines))
    start = end
  }
  for index in block.lines.indices.dropFirst()
  where begins(block.lines[index].text, block.lines[index - 1].text) {
    close(at: index)
  }
  guard !parts.isEmpty else { return [block] }
  close(at: block.lines.count)
  return parts
}

/// Whether the item « - NAME (function) » ends with its bracket: a sentence follows, not indented.
private func endsEntry(
  _ line: TracedText,
  in block: SeedBlock,
  followedBy next: TracedText
) -> Bool {
  let item = block.lines[0]
  guard line.hasSuffix(")"), line.span == item.text.span, startsLikeSentence(next),
    block.lines[1].indent <= item.indent, let first = next.firstWord,
    let person = readNamedPerson(line[1..<line.count].trimmed)
  else { return false }
  return person.function != nil && !FrenchWords.isRole(first.lowercased)
}

private func opensSessionPart(_ line: TracedText) -> Bool {
  guard let first = line.scalars.first?.scalar, first.isUpper || first.isDigit || first == "*"
  else { return false }
  let text = line.withSingleSpaces
  if let found = readSessionLabel(text) { return found.label != .questions || text.count < 40 }
  if let heading = readSessionHeading(text), heading.number != nil { return true }
  return splitRole(text) != nil || (isClosingLine(text) && text.firstIndex { $0 == ":" } != nil)
}

/// Whether a line is a heading with nothing but number and date, so that the title stands below,
/// or a heading below which somebody is named.
private func isWholeHeading(_ line: TracedText, followedBy next: TracedText) -> Bool {
  guard let heading = readSessionHeading(line) ?? readDatedHeading(line) else { return false }
  if heading.title.isEmpty { return startsLikeSentence(next) }
  return readNamedPerson(next.withSingleSpaces).map {
    $0.function != nil && isSurelyPerson($0)
  } ?? false
}
