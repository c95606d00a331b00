import Diagnostics

/// One line of a seed, without the white space around it.
struct SeedLine: Hashable, Sendable {
  let text: TracedText
  /// Offset in the seed where the line begins.
  let start: Int
  /// Number of spaces before the text.
  let indent: Int
  /// Number of spaces after the text: conversions end a paragraph with one more than a line.
  let trailing: Int
  /// Whether a page of the original begins here, as far as the conversion shows it.
  let startsPage: Bool

  var isBlank: Bool { text.isEmpty }
}

/// Cuts a seed into lines: letters composed, bytes that are no UTF-8 replaced; never fails.
func readSeedLines(_ file: SourceFile) -> [SeedLine] {
  let scalars = decodeScalars(file)
  var raw: [Range<Int>] = []
  var start = 0
  for (index, traced) in scalars.enumerated() where traced.value == 0x0A {
    raw.append(start..<index)
    start = index + 1
  }
  if start < scalars.count { raw.append(start..<scalars.count) }
  var lines: [SeedLine] = []
  // A form feed often stands on a line of its own: the page begins with the next one.
  var followsFormFeed = false
  for range in raw {
    let text = TracedText(path: file.path, scalars: Array(scalars[range]))
    let start = scalars[min(range.lowerBound, scalars.count - 1)].source
    let line = seedLine(text, start: start, followsFormFeed: followsFormFeed)
    lines.append(line)
    let last = text.scalars.last { $0.scalar == "\u{C}" || !$0.isSpace }
    followsFormFeed = last.map { $0.scalar == "\u{C}" } ?? (followsFormFeed && line.isBlank)
  }
  // Where most lines are indented, an indent says nothing of pages.
  let filled = lines.filter { !$0.isBlank }
  guard filled.count > 3, filled.count(where: \.startsPage) * 2 > filled.count else { return lines }
  return lines.map {
    SeedLine(
      text: $0.text,
      start: $0.start,
      indent: $0.indent,
      trailing: $0.trailing,
      startsPage: false
    )
  }
}

private func seedLine(
  _ text: TracedText,
  start: Range<Int>,
  followsFormFeed: Bool
) -> SeedLine {
  let trimmed = text.trimmed
  let indent = text.scalars.prefix { $0.isSpace }.count
  let hasFormFeed =
    followsFormFeed || text.scalars.prefix(indent).contains { $0.scalar == "\u{C}" }
  return SeedLine(
    text: trimmed,
    start: start.lowerBound,
    indent: trimmed.isEmpty ? 0 : indent,
    trailing: trimmed.isEmpty ? 0 : text.count - indent - trimmed.count,
    startsPage: !trimmed.isEmpty && (indent == 1 || hasFormFeed)
  )
}
