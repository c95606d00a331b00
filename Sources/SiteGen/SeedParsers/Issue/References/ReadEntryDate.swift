import SiteModel

extension FoldedCursor {
  /// Reads the date of a work as brackets behind the authors hold it.
  ///
  /// The date of a work as brackets behind the authors hold it: « 2013 », « 2015a », « 2013,
  /// 14 mai », « mai 2013 », « 1985 [1935] », « s.d. », « à paraître », « vers 1850 ».
  static func entryDate(_ entry: EntryText, in range: Range<Int>) -> EntryDate? {
    var cursor = FoldedCursor(entry, entry.trim(range))
    let whole = cursor.rest
    guard !whole.isEmpty, whole.count <= 80 else { return nil }
    if cursor.takesWhole(DateWords.undated + DateWords.forthcoming) {
      return EntryDate(extent: range, year: whole, isUndated: true)
    }
    if let written = cursor.takeWrittenDate(), cursor.isAtEnd {
      var date = written
      date.extent = range
      return date
    }
    cursor.index = whole.lowerBound
    if cursor.takeAny(["vers", "ca", "c", "env", "circa", "cop"]) { cursor.skip(".") }
    var original: Range<Int>?
    if let first = cursor.takeOriginalDate() { original = first.range }
    cursor.skip()
    guard let year = cursor.takeYear() else { return nil }
    let suffix = cursor.takeSuffix()
    cursor.skip(",;/")
    if original == nil, let day = cursor.takeDayOfYear(year), cursor.isAtEnd {
      return EntryDate(extent: range, year: year, suffix: suffix, date: day)
    }
    if original == nil {
      if let behind = cursor.takeOriginalDate() {
        original = behind.range
      } else if cursor.index > year.upperBound, entry.folded[cursor.index - 1] == UInt8(ascii: "/"),
        let second = cursor.takeYear()
      {
        // « 1935/1985 »: the first edition, then the one used.
        guard cursor.isAtEnd else { return nil }
        return EntryDate(extent: range, year: second, original: year)
      }
    }
    cursor.skip()
    if cursor.take("-") {
      guard cursor.takeDigits(2...4) != nil || cursor.isAtEnd else { return nil }
    }
    _ = cursor.takeEdition()
    cursor.skip("?")
    guard cursor.isAtEnd else { return nil }
    return EntryDate(extent: range, year: year, suffix: suffix, original: original)
  }

  private mutating func takesWhole(_ words: [String]) -> Bool {
    attempt { cursor -> Bool? in
      for word in words {
        let start = cursor.index
        if cursor.take(word) {
          cursor.skip(".")
          if cursor.isAtEnd { return true }
        }
        cursor.index = start
      }
      return nil
    } ?? false
  }

  /// The letter of « 2015a », « 2015 a ».
  fileprivate mutating func takeSuffix() -> Range<Int>? {
    guard isLetter(at: index), !isLetter(at: index + 1), !isDigit(at: index + 1),
      !entry.isUpper(index)
    else { return nil }
    defer { index += 1 }
    return index..<index + 1
  }
}

/// The authors and the date of an entry that prints the date behind them, and where its work begins.
struct EntryHead: Sendable {
  var names: ReadNames
  let date: EntryDate
  let end: Int
}

/// Reads the names and the date at the head; nil where no date stands behind names.
///
/// Reads « Names (2010) », « Names, 2010a, », « Names. 2010. »; nil where no date stands behind
/// names.
func readHead(_ entry: EntryText, order: NameOrder) -> EntryHead? {
  bracketedHead(entry, order: order) ?? openHead(entry, order: order)
}

private func bracketedHead(_ entry: EntryText, order: NameOrder) -> EntryHead? {
  var offset = 0
  let limit = min(entry.count, 2_500)
  while offset < limit {
    let byte = entry.folded[offset]
    if byte == EntryText.openQuote || byte == UInt8(ascii: "\"") { return nil }
    guard byte == UInt8(ascii: "(") || byte == UInt8(ascii: "["),
      let close = entry.folded[offset..<min(limit, offset + 90)].firstIndex(where: {
        $0 == UInt8(ascii: ")") || ($0 == UInt8(ascii: "]") && byte == UInt8(ascii: "["))
      }), let date = FoldedCursor.entryDate(entry, in: offset + 1..<close)
    else {
      offset += 1
      continue
    }
    guard let names = namesOfHead(entry, 0..<offset, order: order) else { return nil }
    return EntryHead(names: names, date: date, end: close + 1)
  }
  return nil
}

/// The names of a head, all of it: people, or a body, or people and a body.
func namesOfHead(_ entry: EntryText, _ range: Range<Int>, order: NameOrder) -> ReadNames? {
  let whole = entry.trim(range, of: ".,:")
  guard !whole.isEmpty, !entry.emphasis.contains(where: { isTitle($0, entry, in: whole) })
  else { return nil }
  // The stop behind the last initial belongs to it.
  let bound = entry.trim(range, of: ",:")
  var read = readNames(entry, bound, order: order)
  let rest = entry.trim(min(read.end, whole.upperBound)..<whole.upperBound, of: ".,;&")
  if rest.isEmpty { return read.names.isEmpty ? nil : read }
  guard isBody(entry, rest) else { return nil }
  if read.names.isEmpty {
    var body = rest
    if let role = trailingRole(entry, rest) {
      read.role = role.role
      body = role.rest
    }
    read.names = bodies(entry, body)
  } else {
    read.names.append(ReferenceName(family: entry.part(withoutConnector(entry, rest))))
    read.isMixed = true
  }
  read.isCertain = false
  read.end = whole.upperBound
  return read
}

/// « Ministère (dir.) ».
private func trailingRole(
  _ entry: EntryText,
  _ range: Range<Int>
) -> (role: ReferenceRole, rest: Range<Int>)? {
  guard entry.folded[range.upperBound - 1] == UInt8(ascii: ")"),
    let open = entry.folded[range].lastIndex(of: UInt8(ascii: "(")),
    let role = RoleMarks.role(entry, open + 1..<range.upperBound - 1)
  else { return nil }
  return (role, entry.trim(range.lowerBound..<open, of: ","))
}

private func withoutConnector(_ entry: EntryText, _ range: Range<Int>) -> Range<Int> {
  var cursor = FoldedCursor(entry, range)
  _ = cursor.takeAny(["et", "and", "&"])
  cursor.skip()
  return cursor.rest
}

/// Whether words can be the name of a body: not too many, and no sentence.
private func isBody(_ entry: EntryText, _ range: Range<Int>) -> Bool {
  let words = entry.folded[range].count { $0 == 0x20 } + 1
  let hasStop = zip(entry.folded[range], entry.folded[range].dropFirst()).contains {
    $0 == 0x2E && $1 == 0x20
  }
  return words <= 14 && !hasStop && entry.folded[range].contains { (0x61...0x7A).contains($0) }
}

/// « INSEE, DARES »: several short names; else one.
private func bodies(_ entry: EntryText, _ range: Range<Int>) -> [ReferenceName] {
  let pieces = entry.folded[range].split(separator: UInt8(ascii: ",")).flatMap { piece in
    splitAtConnectors(entry, piece.startIndex..<piece.endIndex)
  }
  let areShort = pieces.allSatisfy { piece in
    entry.isUpper(piece.lowerBound) && entry.folded[piece].count { $0 == 0x20 } <= 1
  }
  let joint = splitAtConnectors(entry, range)
  let areBodies =
    joint.count > 1
    && joint.allSatisfy { piece in
      let first = entry.text[piece].firstWord?.lowercased ?? ""
      return FrenchWords.institutionWords.contains(first)
    }
  if areBodies { return joint.map { ReferenceName(family: entry.part($0)) } }
  guard pieces.count > 1, areShort else { return [ReferenceName(family: entry.part(range))] }
  return pieces.map { ReferenceName(family: entry.part($0)) }
}

private func splitAtConnectors(_ entry: EntryText, _ range: Range<Int>) -> [Range<Int>] {
  var pieces: [Range<Int>] = []
  var start = range.lowerBound
  for offset in range where entry.folded[offset] == 0x20 {
    var cursor = FoldedCursor(entry, offset + 1..<range.upperBound)
    guard cursor.takeAny(["et", "and", "&"]), cursor.byte == 0x20 else { continue }
    pieces.append(entry.trim(start..<offset))
    start = cursor.index
  }
  pieces.append(entry.trim(start..<range.upperBound))
  return pieces.filter { !$0.isEmpty }
}

/// Reads a head whose date stands in no brackets.
///
/// « Durand A., 1896a, Title », « Durand, A. 2010. Title », « INSEE, 2010, Title ».
private func openHead(_ entry: EntryText, order: NameOrder) -> EntryHead? {
  let limit = min(entry.count, 1_200)
  var offset = 1
  while offset < limit {
    let byte = entry.folded[offset]
    if byte == EntryText.openQuote || byte == UInt8(ascii: "\"") { return nil }
    guard entry.folded[offset - 1] == 0x20 else {
      offset += 1
      continue
    }
    var cursor = FoldedCursor(entry, offset..<entry.count)
    guard let date = cursor.takeOpenDate() else {
      offset += 1
      continue
    }
    let before = entry.trim(0..<offset)
    let last = entry.folded[before].last ?? 0
    guard ",.)".utf8.contains(last), isWork(entry, cursor.rest),
      let names = namesOfHead(entry, before, order: order), !names.isMixed
    else { return nil }
    return EntryHead(names: names, date: date, end: cursor.index)
  }
  return nil
}

/// Whether words stand behind a date that can be a title: no pages, no address.
private func isWork(_ entry: EntryText, _ range: Range<Int>) -> Bool {
  let trimmed = entry.trim(range, of: ".,:-")
  var cursor = FoldedCursor(entry, trimmed)
  guard trimmed.count >= 8, cursor.takeItems() == nil, !cursor.take("http") else { return false }
  return true
}

extension FoldedCursor {
  /// A year, or words for one, that punctuation closes.
  fileprivate mutating func takeOpenDate() -> EntryDate? {
    attempt { cursor in
      let start = cursor.index
      var isUndated = false
      let year: Range<Int>
      var suffix: Range<Int>?
      if let digits = cursor.takeYear() {
        year = digits
        suffix = cursor.takeSuffix()
      } else {
        guard cursor.takeAny(["s.d", "n.d", "s. d", "a paraitre", "sous presse", "forthcoming"])
        else { return nil }
        year = start..<cursor.index
        isUndated = true
      }
      let original = cursor.attempt { cursor -> Range<Int>? in
        cursor.skip()
        return cursor.takeOriginalDate()?.range
      }
      cursor.skip()
      guard let byte = cursor.byte, ",.:-;".utf8.contains(byte) || entryHasEmphasis(cursor) else {
        return nil
      }
      return EntryDate(
        extent: start..<cursor.index,
        year: year,
        suffix: suffix,
        original: original,
        isUndated: isUndated
      )
    }
  }
}

private func entryHasEmphasis(_ cursor: FoldedCursor) -> Bool {
  cursor.entry.emphasis.contains { $0.lowerBound == cursor.index }
    || cursor.byte == EntryText.openQuote
}

/// Whether an emphasised run is a title and no name in bold at the head.
func isTitle(_ run: Range<Int>, _ entry: EntryText, in range: Range<Int>) -> Bool {
  guard run.overlaps(range) else { return false }
  let words = String(decoding: entry.folded[entry.trim(run, of: ".,")], as: UTF8.self)
  return !["et al", "al", "in", "et", "dans"].contains(words)
}
