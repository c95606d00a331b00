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
    } else if isOpen, let last = blocks.popLast() {
      blocks.append(last.extended(by: text, habits: habits))
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

private func isSeparator(_ text: TracedText) -> Bool {
  let marks = text.scalars.filter { $0.scalar != " " && $0.scalar != "\\" }
  guard marks.count >= 3, let first = marks.first?.scalar else { return false }
  return "*-_".unicodeScalars.contains(first) && marks.allSatisfy { $0.scalar == first }
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
