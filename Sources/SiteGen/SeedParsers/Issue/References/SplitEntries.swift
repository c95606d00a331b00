import Diagnostics
import Markup

/// Divides a list of references into its entries.
///
/// Blank lines, bullets, numbers, hanging indents and, failing all these, the names at the head of
/// a line show where an entry begins. What a page has cut is put together again.
func splitEntries(_ blocks: [TracedText], lines: [SeedLine], habits: TextHabits) -> [TracedText] {
  let rows = entryRows(blocks, lines: lines)
  let starts = entryStarts(rows)
  var entries: [TracedText] = []
  var isOpen = false
  for (row, isStart) in zip(rows, starts) {
    let text = row.text
    if isStart || !isOpen || entries.isEmpty {
      entries.append(text)
    } else if row.isFirst {
      habits.join(text, to: &entries[entries.count - 1])
    } else {
      entries[entries.count - 1].append(text)
    }
    isOpen = true
  }
  return entries.map { withoutMarker($0.trimmed) }.filter { !$0.isEmpty }
}

/// A line of a list.
struct EntryRow {
  /// The words, with the space that joins them to the line before.
  let text: TracedText
  let indent: Int
  /// Whether a blank line or a bullet stands before it.
  let isFirst: Bool
  let shape: EntryShape
}

/// How the head of a line looks.
struct EntryShape {
  /// The number that a numbered list prints.
  var number: Int?
  /// Whether names of persons stand there, their initials before or behind.
  var names: NameOrder?
  /// Whether a year stands behind what may be names.
  var hasHead = false
  var startsUpper = false
  /// Whether the line holds a year, or words for one.
  var hasYear = false
  /// Whether the line ends as an entry may.
  var endsEntry = false
}

/// The lines of blocks; where a conversion broke a line is known from where its words stand.
private func entryRows(_ blocks: [TracedText], lines: [SeedLine]) -> [EntryRow] {
  let filled = lines.filter { !$0.isBlank }
  var rows: [EntryRow] = []
  var cursor = 0
  for block in blocks where !block.isEmpty {
    var start = 0
    cursor = firstLine(filled, at: block.place(at: 0).lowerBound, from: cursor)
    for index in 0...block.count {
      let offset = index < block.count ? block.scalars[index].source.lowerBound : Int.max
      let isBreak =
        index == block.count
        || (cursor + 1 < filled.count && offset >= filled[cursor + 1].start)
      guard isBreak, index > start else { continue }
      let text = block[start..<index]
      let indent = cursor < filled.count ? filled[cursor].indent : 0
      rows.append(
        EntryRow(text: text, indent: indent, isFirst: start == 0, shape: shape(of: text.trimmed))
      )
      start = index
      while cursor + 1 < filled.count, filled[cursor + 1].start <= offset, offset != Int.max {
        cursor += 1
      }
    }
  }
  return rows
}

/// The last of ascending lines that begins at or before an offset.
private func firstLine(_ lines: [SeedLine], at offset: Int, from start: Int) -> Int {
  max(0, lines.partitioningIndex { $0.start > offset } - 1)
}

private func shape(of text: TracedText) -> EntryShape {
  var shape = EntryShape()
  let head = EntryText(withoutEmptyLinks(text[0..<min(text.count, 400)]))
  var cursor = FoldedCursor(head, head.whole)
  shape.number = cursor.takeEnumeration()
  let start = cursor.index
  shape.startsUpper =
    head.isUpper(start) || [1, 0x22, 0x2D].contains(head.folded[min(start, head.count - 1)])
  let names = readNames(head, start..<head.count, order: .familyFirst)
  if let first = names.names.first, let given = first.given, first.family.count >= 2 {
    let isGivenFirst = given.span.range.lowerBound < first.family.span.range.lowerBound
    shape.names = isGivenFirst ? .givenFirst : .familyFirst
  }
  shape.hasHead = readHead(head, order: .familyFirst) != nil
  // A line is mostly no longer than its head.
  shape.hasYear = hasYear(text.count <= 400 && !text.holds("[") ? head : EntryText(text))
  shape.endsEntry = endsEntry(text)
  return shape
}

private func hasYear(_ entry: EntryText) -> Bool {
  let cursor = FoldedCursor(entry, entry.whole)
  for offset in 0..<entry.count where cursor.yearDigits(offset) == 4 {
    if !cursor.isDigit(at: offset + 4), offset == 0 || !cursor.isDigit(at: offset - 1) {
      return true
    }
  }
  return ["s.d.", "n.d.", "(s. d.)", "a paraitre", "sous presse", "forthcoming", "in press"]
    .contains { cursor.contains($0) }
}

private func endsEntry(_ text: TracedText) -> Bool {
  guard let last = text.scalars.last(where: { !$0.isSpace && $0.scalar != "*" })?.scalar
  else {
    return true
  }
  if ".)]»”\"?!".unicodeScalars.contains(last) || last.isDigit { return true }
  guard let word = text.lastWordRange(within: 300) else { return false }
  return text[word].firstRange(of: "://") != nil || text[word].firstRange(of: "10.") != nil
}

/// Which lines begin entries.
private func entryStarts(_ rows: [EntryRow]) -> [Bool] {
  if let starts = numberedStarts(rows) ?? indentedStarts(rows) { return starts }
  let orders = Set(rows.filter(\.isFirst).compactMap(\.shape.names))
  let closes = closesEntries(rows)
  var starts: [Bool] = []
  var hasYear = false
  for (index, row) in rows.enumerated() {
    let before = index > 0 ? rows[index - 1].shape : nil
    let isStart: Bool
    if row.isFirst {
      isStart = before.map { beginsBlock(row, after: $0, hasYear: hasYear, closes: closes) } ?? true
    } else {
      let isKnown = row.shape.names.map(orders.contains) ?? false
      isStart =
        hasYear && (before?.endsEntry ?? false) && row.shape.startsUpper
        && (isKnown || row.shape.hasHead)
    }
    starts.append(isStart)
    hasYear = row.shape.hasYear || (hasYear && !isStart)
  }
  return starts
}

/// Whether the entries of a list close with a stop, as those before clear beginnings show.
private func closesEntries(_ rows: [EntryRow]) -> Bool {
  let pairs = zip(rows, rows.dropFirst()).filter { $1.isFirst && $1.shape.names != nil }
  return pairs.count { $0.0.shape.endsEntry } * 4 > pairs.count * 3
}

/// Whether a line behind a blank begins an entry, or goes on with one that a page has cut.
private func beginsBlock(
  _ row: EntryRow,
  after before: EntryShape,
  hasYear: Bool,
  closes: Bool
) -> Bool {
  if row.shape.names != nil || row.shape.hasHead { return true }
  if !row.shape.startsUpper { return false }
  if !before.endsEntry, closes, !row.shape.hasYear || !hasYear { return false }
  return true
}

/// The beginnings of a numbered list.
///
/// « [1] », « 2. »: the numbers must follow each other.
private func numberedStarts(_ rows: [EntryRow]) -> [Bool]? {
  guard let first = rows.first?.shape.number else { return nil }
  var next = first
  var count = 0
  let starts = rows.map { row -> Bool in
    guard row.shape.number == next else { return false }
    next += 1
    count += 1
    return true
  }
  return count > 1 && count * 6 >= rows.count ? starts : nil
}

/// Lines further left, or further right, than the others begin entries.
private func indentedStarts(_ rows: [EntryRow]) -> [Bool]? {
  guard rows.count > 2, rows.contains(where: { !$0.isFirst }) else { return nil }
  let indents = rows.map(\.indent)
  guard let low = indents.min(), let high = indents.max(), high >= low + 2 else { return nil }
  let isLeft = indents.map { $0 <= low + 1 }
  let left = zip(rows, isLeft).filter(\.1).map(\.0)
  let right = zip(rows, isLeft).filter { !$0.1 }.map(\.0)
  func share(_ rows: [EntryRow]) -> Double {
    let heads = rows.count { $0.shape.names != nil || $0.shape.hasHead }
    return rows.isEmpty ? 0 : Double(heads) / Double(rows.count)
  }
  if isLeft.first == true, share(left) >= 0.5, share(left) > share(right) { return isLeft }
  if isLeft.first == false, share(right) >= 0.5, share(right) > share(left) {
    return isLeft.map { !$0 }
  }
  return nil
}

/// The entry without the number or the bullet before it.
private func withoutMarker(_ text: TracedText) -> TracedText {
  let entry = EntryText(text[0..<min(text.count, 40)])
  var cursor = FoldedCursor(entry, entry.whole)
  if cursor.takeEnumeration() != nil, !cursor.isAtEnd, cursor.index < text.count {
    return text[cursor.index..<text.count].trimmed
  }
  guard let first = text.scalars.first?.scalar, text.scalar(at: 1)?.isSpace == true,
    "•·▪◦●■‣➢–—-*".unicodeScalars.contains(first), text.count > 2
  else { return text }
  // « — *Title* », « – (2010) »: the dash repeats the names before.
  let rest = text[2..<text.count].trimmed
  guard first != "*", rest.scalars.first.map({ $0.isUpper || $0.isLower }) == true
  else {
    return text
  }
  return rest
}

extension FoldedCursor {
  /// The number of a numbered list: `[12] `, `12. `, `12) `, `(12) `.
  fileprivate mutating func takeEnumeration() -> Int? {
    attempt { cursor in
      let open = cursor.byte
      let isBracketed = cursor.take("[") || cursor.take("(")
      guard let digits = cursor.takeDigits(1...3) else { return nil }
      let closes =
        isBracketed
        ? cursor.take(open == UInt8(ascii: "[") ? "]" : ")")
        : cursor.take(".") || cursor.take(")")
      guard closes, let byte = cursor.byte, byte == 0x20 || isBracketed else { return nil }
      cursor.skip(".")
      return cursor.value(digits)
    }
  }

  /// Whether a literal stands anywhere in the range.
  fileprivate func contains(_ literal: String) -> Bool {
    let bytes = Array(literal.utf8)
    guard rest.count >= bytes.count, let first = bytes.first else { return false }
    return (index...(end - bytes.count)).contains { offset in
      entry.folded[offset] == first
        && entry.folded[offset..<offset + bytes.count].elementsEqual(bytes)
    }
  }
}
