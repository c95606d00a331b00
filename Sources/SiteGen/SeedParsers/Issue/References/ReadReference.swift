import SiteModel

/// Reads an entry in the style of its list; nil when it says not when, or neither who nor what.
///
/// `head` is what the entry begins with in the order of the style; `previous` are the names that a
/// dash or « Id. » repeats.
func readReference(
  _ entry: EntryText,
  head: EntryHead?,
  _ printed: TracedText,
  style: ReferenceStyle,
  previous: [ReferenceName]
) -> ReferenceEntry? {
  let mark = repetitionMark(entry)
  let dated = mark == nil ? head : nil
  if style.hasDateBehindNames, let dated,
    let read = readDated(entry, printed, dated, style: style)
  {
    return read
  }
  if let mark, !previous.isEmpty {
    return readRepeated(entry, printed, from: mark, names: previous, style: style)
  }
  return readUndated(entry, printed, style: style)
    ?? dated.flatMap { readDated(entry, printed, $0, style: style) }
}

/// Where a sign ends that stands for the names of the entry before: `———.`, `Id.,`.
private func repetitionMark(_ entry: EntryText) -> Int? {
  var cursor = FoldedCursor(entry, entry.whole)
  if cursor.byte == UInt8(ascii: "-") || cursor.byte == UInt8(ascii: "_") {
    while let byte = cursor.byte, "-_ ".utf8.contains(byte) { cursor.index += 1 }
  } else {
    guard cursor.takeAny(["idem", "id", "eadem", "ead", "ibid", "ibidem"]) else { return nil }
  }
  let end = cursor.index
  cursor.skip(".,:")
  let byte = cursor.byte ?? 0
  let isOpened =
    [0x28, 0x22, EntryText.openQuote].contains(byte)
    || entry.emphasis.contains { $0.lowerBound == cursor.index }
    || cursor.yearDigits(cursor.index) == 4
  return cursor.index > end || isOpened ? cursor.index : nil
}

private func readDated(
  _ entry: EntryText,
  _ printed: TracedText,
  _ head: EntryHead,
  style: ReferenceStyle
) -> ReferenceEntry? {
  finish(entry, printed, head.names, head.date, from: head.end, style: style)
}

private func readRepeated(
  _ entry: EntryText,
  _ printed: TracedText,
  from start: Int,
  names: [ReferenceName],
  style: ReferenceStyle
) -> ReferenceEntry? {
  var cursor = FoldedCursor(entry, start..<entry.count)
  let read = ReadNames(names: names, end: start)
  if cursor.take("("), let close = entry.folded[cursor.index...].firstIndex(of: UInt8(ascii: ")")) {
    if let date = FoldedCursor.entryDate(entry, in: cursor.index..<close) {
      return finish(entry, printed, read, date, from: close + 1, style: style)
    }
    var marked = read
    if let role = RoleMarks.role(entry, cursor.index..<close) {
      marked.role = role
      marked.end = close + 1
    }
    return readBehindNames(entry, printed, marked, style: style)
  }
  cursor.index = start
  if let year = cursor.takeYear(), let byte = cursor.byte, ",.: ".utf8.contains(byte) {
    let date = EntryDate(extent: year, year: year)
    return finish(entry, printed, read, date, from: cursor.index, style: style)
  }
  return readBehindNames(entry, printed, read, style: style)
}

private func finish(
  _ entry: EntryText,
  _ printed: TracedText,
  _ names: ReadNames,
  _ date: EntryDate,
  from start: Int,
  style: ReferenceStyle
) -> ReferenceEntry? {
  let rest = entry.trim(start..<entry.count, of: ",.:;-)")
  let range = rest.lowerBound..<entry.count
  let parts = divideEntry(entry, range, claims: findLinks(entry, range), needsYear: false)
  return ReferenceEntry(entry, printed, names, date, parts: parts, style: style)
}

/// Reads an entry whose date stands near the end.
///
/// « Names, *Title*, Place, Publisher, 2010, 288 p. »: the date stands near the end.
private func readUndated(
  _ entry: EntryText,
  _ printed: TracedText,
  style: ReferenceStyle
) -> ReferenceEntry? {
  let bound = min(entry.count, 2_000)
  let quote = entry.folded[0..<bound].firstIndex {
    $0 == EntryText.openQuote || $0 == UInt8(ascii: "\"")
  }
  let title = entry.emphasis.first { isTitle($0, entry, in: 0..<bound) }?.lowerBound
  let limit = min(quote ?? bound, title ?? bound)
  var names = ReadNames(end: 0)
  if limit > 0, limit < bound, let head = namesOfHead(entry, 0..<limit, order: style.order),
    !head.isMixed
  {
    names = head
    names.end = limit
  } else if limit > 0 {
    names = readNames(entry, 0..<limit, order: style.order)
    if names.names.isEmpty, let body = bodyAtStart(entry, limit) {
      names.names = [ReferenceName(family: entry.part(body))]
      names.end = body.upperBound
    }
  }
  return readBehindNames(entry, printed, names, style: style)
}

/// « Observatoire des crues, *Title* »: the words before the first comma or stop name a body.
private func bodyAtStart(_ entry: EntryText, _ limit: Int) -> Range<Int>? {
  guard
    let end = (0..<limit).first(where: { offset in
      ",.:".utf8.contains(entry.folded[offset])
        && (offset + 1 >= limit || entry.folded[offset + 1] == 0x20)
    }), end > 1, end + 1 < entry.count
  else { return nil }
  let words = entry.text[0..<end].words
  guard words.count <= 12, let first = words.first, first.startsUpper else { return nil }
  let isNamed =
    FrenchWords.institutionWords.contains(first.lowercased)
    || (words.count == 1 && first.text.count > 1 && first.text.allSatisfy(\.isUppercase))
  return isNamed ? entry.trim(0..<end) : nil
}

private func readBehindNames(
  _ entry: EntryText,
  _ printed: TracedText,
  _ names: ReadNames,
  style: ReferenceStyle
) -> ReferenceEntry? {
  let rest = entry.trim(names.end..<entry.count, of: ",.:;-)")
  let range = rest.lowerBound..<entry.count
  guard !range.isEmpty else { return nil }
  var parts = divideEntry(entry, range, claims: findLinks(entry, range), needsYear: true)
  guard let date = takeDate(entry, &parts) else { return nil }
  return ReferenceEntry(entry, printed, names, date, parts: parts, style: style)
}

/// Takes the date out of the parts: the last year or day; words for one where there is none.
private func takeDate(_ entry: EntryText, _ parts: inout [EntryPart]) -> EntryDate? {
  let isDate: (EntryPart) -> Bool = { $0.item?.kind == .year || $0.item?.kind == .date }
  if var index = parts.lastIndex(where: isDate), var item = parts[index].item {
    let isSquare = item.range.lowerBound > 0 && entry.folded[item.range.lowerBound - 1] == 0x5B
    if isSquare, index > 0, let before = parts[index - 1].item, isDate(parts[index - 1]) {
      // « 1999 [1967] »: the first edition stands in brackets.
      parts[index] = .item(ReferenceItem(kind: .originalDate, range: item.range))
      (index, item) = (index - 1, before)
    }
    parts.remove(at: index)
    var date = FoldedCursor.entryDate(entry, in: item.range)
    date?.extent = item.range
    return date
  }
  let reader = PartReader(entry: entry, needsYear: true)
  if let index = parts.lastIndex(where: { part in
    part.item.map { $0.kind == .numberRange && reader.isSpanOfYears($0.range) } ?? false
  }), let item = parts[index].item {
    // « 2 vol., 2001-2003 ».
    parts.remove(at: index)
    return FoldedCursor.entryDate(entry, in: item.range)
  }
  for (index, part) in parts.enumerated().dropFirst().reversed() {
    guard let text = part.text, text.form == .plain,
      let date = FoldedCursor.entryDate(entry, in: text.range)
    else { continue }
    parts.remove(at: index)
    return date
  }
  return nil
}

extension ReferenceEntry {
  fileprivate init?(
    _ entry: EntryText,
    _ printed: TracedText,
    _ names: ReadNames,
    _ date: EntryDate,
    parts: [EntryPart],
    style: ReferenceStyle
  ) {
    var assembler = WorkAssembler(
      entry: entry,
      parts: parts,
      style: style,
      hasDay: date.date?.day != nil
    )
    assembler.assemble()
    var work = assembler.work
    guard !names.names.isEmpty || work.title != nil else { return nil }
    work.originalDate = work.originalDate ?? date.original.map { entry.part($0) }
    let year = FoldedCursor(entry, date.year)
    self.init(
      names: names.names,
      role: names.role,
      year: entry.part(date.year),
      suffix: date.suffix.map { entry.part($0) },
      issued: date.isUndated ? nil : date.date ?? PartialDate(year: year.value(date.year)),
      work: work,
      printed: printed
    )
  }
}
