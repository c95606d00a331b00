import Diagnostics

/// The text of an issue as its grammar sees it.
struct PrintedIssue: Sendable {
  /// Without what pages repeat.
  let lines: [SeedLine]
  let habits: TextHabits
  let parts: IssueParts
  /// Whether anything shows that the text is an issue.
  let hasShape: Bool
  /// Its first words; the whole file where it has none.
  let opening: SourceSpan
}

/// Reads the lines of an issue as head, body and lists of references.
func readIssue(_ file: SourceFile, counting work: inout WorkCount) -> Diagnosed<PrintedIssue> {
  let printed = withoutPageFurniture(readSeedLines(file))
  let lines = printed.value
  let habits = TextHabits(lines)
  let head = readIssueHead(lines)
  let body = Array(lines[head.bodyStart...])
  var cursor = LineCursor(body)
  let headings = findIssueHeadings(body, habits: habits)
  let blocks = readIssueBlocks(&cursor, headings: headings, habits: habits)
  work.add(file.bytes.count + cursor.visits)
  let parts = readIssueParts(head, blocks, habits: habits)
  let issue = PrintedIssue(
    lines: lines,
    habits: habits,
    parts: parts,
    hasShape: head.isHeaded || parts.hasShape,
    opening: blocks.first?.text.span ?? file.span
  )
  return Diagnosed(issue, printed.diagnostics + head.diagnostics)
}
