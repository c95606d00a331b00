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
func readIssueBlocks(_ cursor: inout LineCursor, habits: TextHabits) -> [IssueBlock] {
  var blocks: [IssueBlock] = []
  var isOpen = false
  while let line = cursor.next() {
    let text = line.text.withSingleSpaces
    let level = text.scalars.prefix { $0.scalar == "#" }.count
    if text.isEmpty {
      isOpen = false
    } else if isSeparator(text) {
      blocks.append(.separator(text))
      isOpen = false
    } else if (1...6).contains(level), text.scalar(at: level) == " " {
      blocks.append(.heading(level: level, text[level..<text.count].trimmed { $0 == "#" }))
      isOpen = false
    } else if text.count > 2, let mark = text.scalar(at: 0), "-*+•".unicodeScalars.contains(mark),
      text.scalar(at: 1) == " "
    {
      blocks.append(.item(text[2..<text.count].trimmed, depth: line.indent / 2))
      isOpen = true
    } else if isOpen, let last = blocks.last {
      blocks[blocks.count - 1] = last.extended(by: text, habits: habits)
    } else {
      blocks.append(.paragraph(text))
      isOpen = true
    }
  }
  return blocks
}

/// Joins paragraphs that a page has cut in two.
func rejoinCutParagraphs(_ blocks: [IssueBlock], habits: TextHabits) -> [IssueBlock] {
  var result: [IssueBlock] = []
  for block in blocks {
    if case .paragraph(let text) = block, case .paragraph(let last)? = result.last,
      isCut(last, before: text)
    {
      result[result.count - 1] = .paragraph(joinEmphasised(last, text, habits: habits))
    } else {
      result.append(block)
    }
  }
  return result
}

/// Emphasis that a page has cut was closed before the page and opened after it.
private func joinEmphasised(
  _ first: TracedText,
  _ second: TracedText,
  habits: TextHabits
) -> TracedText {
  let closing = first.scalars.reversed().prefix { $0.scalar == "*" }.count
  let opening = second.scalars.prefix { $0.scalar == "*" }.count
  guard closing > 0, closing == opening else { return habits.join(first, second) }
  return habits.join(first[0..<first.count - closing], second[opening..<second.count])
}

extension IssueBlock {
  fileprivate func extended(by text: TracedText, habits: TextHabits) -> IssueBlock {
    switch self {
    case .paragraph(let first): .paragraph(habits.join(first, text))
    case .item(let first, let depth): .item(habits.join(first, text), depth: depth)
    case .heading, .separator: self
    }
  }
}

private func isSeparator(_ text: TracedText) -> Bool {
  let marks = text.scalars.filter { $0.scalar != " " && $0.scalar != "\\" }
  guard marks.count >= 3, let first = marks.first?.scalar else { return false }
  return "*-_".unicodeScalars.contains(first) && marks.allSatisfy { $0.scalar == first }
}
