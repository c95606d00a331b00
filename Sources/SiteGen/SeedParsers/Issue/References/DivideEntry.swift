/// Divides what an entry says of its work into parts, in order.
///
/// Commas, semicolons, stops, quotes and brackets divide; inside quotes, emphasis and brackets
/// nothing does. A stop behind an initial or an abbreviation divides nothing.
func divideEntry(
  _ entry: EntryText,
  _ range: Range<Int>,
  claims: [(extent: Range<Int>, item: ReferenceItem)],
  needsYear: Bool
) -> [EntryPart] {
  var divider = EntryDivider(entry: entry, range: range, claims: claims, needsYear: needsYear)
  divider.divide()
  return divider.parts
}

private struct EntryDivider {
  let entry: EntryText
  let range: Range<Int>
  let claims: [(extent: Range<Int>, item: ReferenceItem)]
  /// Whether the year is still to be found among the parts.
  let needsYear: Bool
  var parts: [EntryPart] = []
  private var start = 0
  private var index = 0
  private var mark = TextPart.Mark.none
  private var pending: ArraySlice<(extent: Range<Int>, item: ReferenceItem)> = []
  private var emphasis: ArraySlice<Range<Int>> = []

  init(
    entry: EntryText,
    range: Range<Int>,
    claims: [(extent: Range<Int>, item: ReferenceItem)],
    needsYear: Bool
  ) {
    (self.entry, self.range, self.claims, self.needsYear) = (entry, range, claims, needsYear)
    (start, index) = (range.lowerBound, range.lowerBound)
    pending = claims[...]
    emphasis = entry.emphasis.filter { range.lowerBound <= $0.lowerBound }[...]
  }

  mutating func divide() {
    while index < range.upperBound {
      while let first = emphasis.first, first.lowerBound < index { emphasis.removeFirst() }
      while let first = pending.first, first.extent.lowerBound < index { pending.removeFirst() }
      if let claim = pending.first, claim.extent.lowerBound == index {
        flush(upTo: index)
        parts.append(.item(claim.item))
        resume(at: claim.extent.upperBound, .comma)
      } else if let run = emphasis.first, run.lowerBound == index, run.count > 0 {
        if !takeEmphasis(run) { index = run.upperBound }
      } else if !takeQuotation(), !takeBracket(), !takeContainerMark(), !takeSeparator() {
        index += 1
      }
    }
    flush(upTo: range.upperBound)
  }

  private mutating func resume(at offset: Int, _ mark: TextPart.Mark) {
    (start, index, self.mark) = (offset, max(offset, index), mark)
    index = offset
  }

  /// Whether nothing but spaces and signs stands between the last part and here.
  private var isAtStart: Bool {
    entry.trim(start..<index, of: ".,;:-*?!").isEmpty
  }

  /// An emphasised run between separators is a title of its own.
  private mutating func takeEmphasis(_ run: Range<Int>) -> Bool {
    let letters = entry.folded[run].count { (0x61...0x7A).contains($0) }
    guard letters >= 2, run.upperBound <= range.upperBound else { return false }
    var before = index - 1
    while before > start, entry.folded[before] == 0x20 { before -= 1 }
    let endsSentence = before >= start && "?!".utf8.contains(entry.folded[before])
    let endsItems =
      before >= start && entry.folded[before] == UInt8(ascii: ":")
      && FoldedCursor.items(entry, start..<before) != nil
    guard isAtStart || endsSentence || endsItems else { return false }
    // « *Journal, 3*(4) »: the number belongs to what follows.
    var end = run.upperBound
    var cursor = FoldedCursor(entry, run)
    if let comma = entry.folded[run].lastIndex(of: UInt8(ascii: ",")),
      parts.contains(where: { $0.text != nil })
    {
      cursor.index = comma + 1
      cursor.skip()
      if cursor.isDigit(at: cursor.index), cursor.takeNumber() != nil, cursor.isAtEnd {
        end = comma
      }
    }
    flush(upTo: index)
    append(TextPart(range: run.lowerBound..<end, form: .emphasised, mark: mark))
    resume(at: end, .none)
    return true
  }

  /// A quotation that stands where a part begins and after which nothing of the words goes on.
  private mutating func takeQuotation() -> Bool {
    let byte = entry.folded[index]
    guard byte == EntryText.openQuote || byte == UInt8(ascii: "\""),
      let close = closeOfQuotation(index)
    else { return false }
    guard isAtStart else {
      index = close + 1
      return true
    }
    var next = close + 1
    while next < range.upperBound, entry.folded[next] == 0x20 { next += 1 }
    let goesOn =
      next < range.upperBound && (0x61...0x7A).contains(entry.folded[next])
      && !entry.isUpper(next) && !beginsContainer(next) && mayGoOn(next)
    guard !goesOn else {
      index = close + 1
      return true
    }
    flush(upTo: index)
    append(TextPart(range: index + 1..<close, form: .quoted, mark: mark))
    resume(at: close + 1, .none)
    return true
  }

  /// « « Words » and others »: the words behind a quotation belong to the same title, unless they
  /// are items: « « Cahiers » n° 7 ».
  private func mayGoOn(_ offset: Int) -> Bool {
    var cursor = FoldedCursor(entry, offset..<range.upperBound)
    return cursor.takeItems() == nil
  }

  private func closeOfQuotation(_ open: Int) -> Int? {
    let isStraight = entry.folded[open] == UInt8(ascii: "\"")
    var depth = 0
    for offset in open..<min(range.upperBound, open + 800) {
      switch entry.folded[offset] {
      case UInt8(ascii: "\"") where isStraight && offset > open: return offset
      case EntryText.openQuote: depth += 1
      case EntryText.closeQuote where !isStraight:
        depth -= 1
        if depth == 0 { return offset }
      default: break
      }
    }
    return nil
  }

  private mutating func takeSeparator() -> Bool {
    let byte = entry.folded[index]
    switch byte {
    case UInt8(ascii: ","), UInt8(ascii: ";"):
      flush(upTo: index)
      resume(at: index + 1, .comma)
    case UInt8(ascii: "."):
      guard dividesSentences(index) else { return false }
      flush(upTo: index)
      resume(at: index + 1, .stop)
    default: return false
    }
    return true
  }

  private func dividesSentences(_ stop: Int) -> Bool {
    guard stop + 1 >= range.upperBound || entry.folded[stop + 1] == 0x20 else { return false }
    var low = stop
    while low > start, stop - low <= 8, (0x61...0x7A).contains(entry.folded[low - 1]) { low -= 1 }
    if low == stop || stop - low > 8 { return true }
    let isAfterLetter = low > start && !" -(\u{1}'".utf8.contains(entry.folded[low - 1])
    if stop - low == 1, entry.isUpper(low), !isAfterLetter || entry.folded[low - 1] == 0x2E {
      return false
    }
    let word = String(decoding: entry.folded[low..<stop], as: UTF8.self)
    return !EntryDivider.abbreviations.contains(word)
  }

  private static let abbreviations: WordSet = [
    "p", "pp", "vol", "t", "n", "no", "nos", "coll", "ed", "eds", "dir", "trad", "trans", "al",
    "cf", "fasc", "chap", "fig", "rev", "nouv", "univ", "dept", "vs", "st", "ste", "mme", "dr",
    "pr", "num", "ch", "th", "ph", "orig", "augm", "corr", "suppl", "av", "bd", "coord", "janv",
    "fevr", "avr", "juil", "sept", "oct", "nov", "dec", "ms", "op", "cit", "ibid", "env", "ca", "d",
    "s", "sq", "sqq", "art", "hors", "inc", "reed",
  ]

  private func beginsContainer(_ offset: Int) -> Bool { containerWordEnd(offset) != nil }

  /// Where « in », « dans », « In: » ends, when a title or names follow it.
  private func containerWordEnd(_ offset: Int) -> Int? {
    guard offset == range.lowerBound || !(0x61...0x7A).contains(entry.folded[offset - 1]) else {
      return nil
    }
    var cursor = FoldedCursor(entry, offset..<range.upperBound)
    guard cursor.takeWord("in") || cursor.takeWord("dans") || cursor.takeWord("paru dans") else {
      return nil
    }
    let wordEnd = cursor.index
    cursor.skip(".:")
    guard cursor.index > wordEnd, let byte = cursor.byte else { return nil }
    let startsEmphasis = entry.emphasis.contains { $0.lowerBound == cursor.index }
    let isQuote = byte == EntryText.openQuote || byte == UInt8(ascii: "\"")
    let isArticle = cursor.take("l'") || cursor.take("d'")
    guard startsEmphasis || isQuote || entry.isUpper(cursor.index) || isArticle else { return nil }
    return wordEnd
  }

  private mutating func takeContainerMark() -> Bool {
    guard "idp".utf8.contains(entry.folded[index]), !parts.isEmpty || index > start,
      let end = containerWordEnd(index)
    else { return false }
    var before = index - 1
    while before > start, entry.folded[before] == 0x20 { before -= 1 }
    let isAfterSentence = before >= start && "?!\u{2}\"".utf8.contains(entry.folded[before])
    let isAfterGenre = !parts.isEmpty && WorkGenre.of(entry, entry.trim(start..<index)) != nil
    guard isAtStart && !parts.isEmpty || isAfterSentence || isAfterGenre else { return false }
    flush(upTo: index)
    parts.append(.containerMark)
    var names = end
    while names < range.upperBound, " .:".utf8.contains(entry.folded[names]) { names += 1 }
    resume(at: names, .none)
    takeContainerPeople(from: names)
    return true
  }

  /// Takes the people of a container, who stand before its title.
  ///
  /// « in Durand A. & Petit B. (dir.), *Title* ».
  private mutating func takeContainerPeople(from offset: Int) {
    let limit = entry.emphasis.first { $0.lowerBound >= offset }?.lowerBound ?? range.upperBound
    let quote = entry.folded[offset..<limit].firstIndex {
      $0 == EntryText.openQuote || $0 == UInt8(ascii: "\"")
    }
    let bound = min(quote ?? limit, limit, offset + 1_500)
    var read = readNames(entry, offset..<bound, order: .familyFirst)
    if read.role == .author {
      let full = readNames(entry, offset..<bound, order: .givenFirst)
      if full.role != .author { read = full }
    }
    guard !read.names.isEmpty else { return }
    parts.append(.people(read.names, read.role == .translator ? .translator : .editor))
    resume(at: read.end, .comma)
  }
}

extension EntryDivider {
  private mutating func append(_ part: TextPart) {
    let trimmed = entry.trim(part.range, of: ",")
    guard !trimmed.isEmpty else { return }
    parts.append(.text(TextPart(range: trimmed, form: part.form, mark: part.mark)))
  }

  /// Ends the words that have begun: items, genre, people, or text.
  private mutating func flush(upTo end: Int) {
    let words = entry.trim(start..<max(start, end), of: "-")
    start = end
    guard !entry.trim(words, of: ".,;:()[]<>-\"\u{7F}").isEmpty else { return }
    if parts.contains(where: { $0.text != nil }) {
      let mayEndWithVolume = parts.last?.text?.form == .quoted || numbersFollow(end)
      let reader = PartReader(
        entry: entry,
        needsYear: needsYear,
        mayEndWithVolume: mayEndWithVolume
      )
      parts += reader.read(words, mark: mark)
    } else {
      append(TextPart(range: words, form: .plain, mark: mark))
    }
  }

  /// Whether an issue or pages stand behind a separator.
  private func numbersFollow(_ offset: Int) -> Bool {
    var cursor = FoldedCursor(entry, offset..<min(range.upperBound, offset + 40))
    guard cursor.byte == UInt8(ascii: ",") || cursor.byte == UInt8(ascii: ":") else { return false }
    cursor.skip(",:")
    guard let kind = cursor.takeItems()?.first?.kind else { return false }
    return [.pages, .issue, .numberRange].contains(kind)
  }

  /// A bracket that says what it is divides the words around it; any other belongs to them.
  private mutating func takeBracket() -> Bool {
    let open = entry.folded[index]
    guard open == UInt8(ascii: "(") || open == UInt8(ascii: "["), let close = closeOfBracket(index)
    else { return false }
    let isSquare = open == UInt8(ascii: "[")
    let isInWord = index > start && entry.folded[index - 1] != 0x20
    let isBehindNumber = isInWord && (0x30...0x39).contains(entry.folded[index - 1])
    let reader = PartReader(entry: entry, needsYear: needsYear)
    let hasTitle = parts.contains { $0.text != nil } || index > start
    let isNumber =
      !isSquare && close - index <= 14
      && entry.folded[index..<close].contains { (0x30...0x39).contains($0) }
    if isNumber && (isBehindNumber || numberStandsBefore) {
      // « 12(3) » and « 12 (3) » are read as one.
      index = close + 1
      return true
    }
    if takeClaims(inside: index + 1..<close) { return true }
    guard !isInWord || !isSquare, hasTitle,
      let read = reader.readBracket(index + 1..<close, isSquare: isSquare)
    else {
      index = close + 1
      return true
    }
    flush(upTo: index)
    parts += read
    resume(at: close + 1, .none)
    return true
  }

  /// « [consulté le 3 mai 2019] », « (URL : https://…) »: nothing but what was found already.
  private mutating func takeClaims(inside content: Range<Int>) -> Bool {
    let inside = pending.filter { content.contains($0.extent.lowerBound) }
    guard !inside.isEmpty else { return false }
    var offset = content.lowerBound
    for claim in inside {
      let between = entry.trim(offset..<max(offset, claim.extent.lowerBound), of: ".,;:<>")
      guard between.isEmpty || FoldedCursor.items(entry, between) != nil else { return false }
      offset = claim.extent.upperBound
    }
    guard entry.trim(min(offset, content.upperBound)..<content.upperBound, of: ".,;<>").isEmpty
    else {
      return false
    }
    flush(upTo: index)
    parts += inside.map { .item($0.item) }
    resume(at: content.upperBound + 1, .comma)
    return true
  }

  private var numberStandsBefore: Bool {
    let before = entry.trim(start..<index)
    var cursor = FoldedCursor(entry, before)
    _ = cursor.takeAny(["vol", "t", "tome", "volume"])
    cursor.skip(".")
    return cursor.isDigit(at: cursor.index) && cursor.takeNumber() != nil && cursor.isAtEnd
  }

  private func closeOfBracket(_ open: Int) -> Int? {
    let (opening, closing) = (entry.folded[open], entry.folded[open] == 0x28 ? UInt8(0x29) : 0x5D)
    var depth = 0
    for offset in open..<min(range.upperBound, open + 400) {
      if entry.folded[offset] == opening { depth += 1 }
      if entry.folded[offset] == closing { depth -= 1 }
      if depth == 0 { return offset }
    }
    return nil
  }
}
