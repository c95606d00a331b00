/// A block of an issue: its seed is Markdown already, but cut by pages.
enum IssueBlock: Hashable, Sendable {
  case heading(level: Int, TracedText)
  /// `\* \* \* \*`, between the parts of the document.
  case separator(TracedText)
  case paragraph(TracedText)
  case item(TracedText, depth: Int)

  var text: TracedText {
    switch self {
    case .heading(_, let text), .separator(let text), .paragraph(let text), .item(let text, _): text
    }
  }
}

/// Puts lines together into blocks; lines without a blank between them are one paragraph.
///
/// A line that names who leads (`Responsable : …`) is a paragraph of its own; below the heading of
/// an axis a line that begins with a person is an item, with a bullet or without.
func readIssueBlocks(
  _ cursor: inout LineCursor,
  headings: [Int: PlacedHeading],
  habits: TextHabits
) -> [IssueBlock] {
  var reader = IssueBlockReader(habits: habits)
  var headingEnd = 0
  while true {
    let index = cursor.index
    guard let line = cursor.next() else { break }
    if index < headingEnd { continue }
    if let heading = headings[index] {
      headingEnd = heading.end
      reader.read(heading)
    } else {
      reader.read(line)
    }
  }
  return reader.blocks
}

private struct IssueBlockReader {
  let habits: TextHabits
  private(set) var blocks: [IssueBlock] = []
  /// The line before, when the next may go on with its block.
  private var open: SeedLine?
  /// Whether only leads and members have come since the heading of an axis.
  private var isInAxis = false

  init(habits: TextHabits) { self.habits = habits }

  mutating func read(_ heading: PlacedHeading) {
    blocks.append(.heading(level: heading.level, heading.text))
    isInAxis = axisTitle(of: heading.text) != nil
    open = nil
  }

  mutating func read(_ line: SeedLine) {
    let text = line.text.withSingleSpaces
    if text.isEmpty {
      open = nil
    } else if isSeparator(text) {
      blocks.append(.separator(text))
      open = nil
    } else if let item = item(text) {
      blocks.append(.item(item, depth: line.indent / 2))
      open = line
    } else if isLeadLine(text) {
      blocks.append(.paragraph(text))
      open = habits.leavesRoom(line, before: line, within: 0.8) ? nil : line
    } else if open != nil, !(isInAxis && isMemberLine(text)), let last = blocks.popLast() {
      blocks.append(last.extended(by: text, habits: habits))
      open = line
    } else if isInAxis, isMemberLine(text) {
      blocks.append(.item(text, depth: 0))
      open = line
    } else if isInAxis, text.hasSuffix(":"), text.count <= 60 {
      // `Membres :`
      blocks.append(.paragraph(text))
      open = nil
    } else {
      blocks.append(.paragraph(text))
      open = line
      isInAxis = false
    }
  }

  /// What follows a bullet; a dash is one only where a line may begin a list.
  private func item(_ text: TracedText) -> TracedText? {
    guard text.count > 2, let mark = text.scalar(at: 0), text.scalar(at: 1) == " " else {
      return nil
    }
    let isBullet = "-*+•·▪◦●■‣➢".unicodeScalars.contains(mark)
    let isDash = mark == "–" || mark == "—"
    guard isBullet || (isDash && mayOpenList) else { return nil }
    return text[2..<text.count].trimmed
  }

  private var mayOpenList: Bool {
    guard let open else { return true }
    if case .item? = blocks.last { return true }
    return endsSentence(open.text) || isLeadLine(open.text)
  }
}

/// Whether a line begins with a person and says what he is, as a member of a list.
private func isMemberLine(_ text: TracedText) -> Bool {
  guard !text.hasSuffix("."), text.count <= 300,
    let person = readNamedPerson(plainText(text)), isSurelyPerson(person)
  else { return false }
  return person.function.map { !startsLikeClause($0) } ?? true
}

/// « Anne Durand, qui dirige… » is a sentence.
private func startsLikeClause(_ text: TracedText) -> Bool {
  guard let first = text.firstWord?.lowercased else { return false }
  return ["qui", "dont", "avec", "et", "a", "est", "que", "où"].contains(first)
}

/// Joins paragraphs that a page has cut in two.
func rejoinCutParagraphs(_ blocks: [IssueBlock], habits: TextHabits) -> [IssueBlock] {
  var result: [IssueBlock] = []
  var open = TracedText(path: "")
  func close() {
    if !open.isEmpty { result.append(.paragraph(open)) }
    open = TracedText(path: "")
  }
  for block in blocks {
    guard case .paragraph(let text) = block else {
      close()
      result.append(block)
      continue
    }
    if isCut(open, before: text) {
      joinEmphasised(text, to: &open, habits: habits)
    } else {
      close()
      open = text
    }
  }
  close()
  return result
}

/// Emphasis that a page has cut was closed before the page and opened after it.
private func joinEmphasised(
  _ second: TracedText,
  to first: inout TracedText,
  habits: TextHabits
) {
  let closing = first.scalars.reversed().prefix { $0.scalar == "*" }.count
  let opening = second.scalars.prefix { $0.scalar == "*" }.count
  guard closing > 0, closing == opening else { return habits.join(second, to: &first) }
  for _ in 0..<closing { first.removeLast() }
  habits.join(second[opening..<second.count], to: &first)
}

func isSeparator(_ text: TracedText) -> Bool {
  let marks = text.scalars.lazy.filter { $0.scalar != " " && $0.scalar != "\\" }
  guard let first = marks.first?.scalar, "*-_".unicodeScalars.contains(first) else { return false }
  return marks.count >= 3 && marks.allSatisfy { $0.scalar == first }
}

extension IssueBlock {
  /// The block with one more line; consumed, so that its text grows in place.
  fileprivate consuming func extended(by line: TracedText, habits: TextHabits) -> IssueBlock {
    switch consume self {
    case .paragraph(var text):
      habits.join(line, to: &text)
      return .paragraph(text)
    case .item(var text, let depth):
      habits.join(line, to: &text)
      return .item(text, depth: depth)
    case .heading(let level, let text): return .heading(level: level, text)
    case .separator(let text): return .separator(text)
    }
  }
}
