extension WorkAssembler {
  /// Reads the title, which begins at the first text, and what stands with it; says where it ends.
  mutating func readTitle(_ first: Int) -> Int {
    guard let title = parts[first].text else { return first + 1 }
    titleForm = title.form
    if title.form != .plain {
      work.title = titleText(title.range)
      return first + 1
    }
    var end = first + 1
    while end < parts.count, isPlainText(end) { end += 1 }
    let texts = (first..<end).compactMap { asText(parts[$0]) }
    let count = titleCount(texts, before: end)
    if let last = texts[..<count].last {
      let range = title.range.lowerBound..<last.range.upperBound
      work.title = titleText(range)
      titleForm = isWhollyQuoted(range) ? .quoted : .plain
    }
    placeBehindTitle(Array(texts[count...]), before: end)
    return end
  }

  private func isWhollyQuoted(_ range: Range<Int>) -> Bool {
    entry.folded[range.lowerBound] == EntryText.openQuote
      && entry.folded[range.upperBound - 1] == EntryText.closeQuote
  }

  /// A title without the punctuation and the quotes around it.
  func titleText(_ range: Range<Int>) -> TracedText? {
    var words = entry.trim(range, of: ",.;")
    if words.count > 2, isWhollyQuoted(words),
      entry.folded[words].firstIndex(of: EntryText.closeQuote) == words.upperBound - 1
    {
      words = entry.trim(words.lowerBound + 1..<words.upperBound - 1, of: ",")
    }
    return words.isEmpty ? nil : entry.part(words)
  }

  /// Whether a part may belong to an unmarked title: words, or years that are none of the entry.
  private func isPlainText(_ index: Int) -> Bool {
    if let text = parts[index].text { return text.form == .plain }
    guard let item = parts[index].item else { return false }
    switch item.kind {
    case .year, .date: return true
    case .numberRange:
      return PartReader(entry: entry, needsYear: false).isSpanOfYears(item.range)
        && !(index + 1 < parts.count && parts[index + 1].item != nil)
    default: return false
    }
  }

  private func asText(_ part: EntryPart) -> TextPart? {
    part.text ?? part.item.map { TextPart(range: $0.range, form: .plain, mark: .comma) }
  }

  /// How many of some words without quotes and emphasis are the title.
  private func titleCount(_ texts: [TextPart], before end: Int) -> Int {
    guard texts.count > 1, let last = texts.last else { return texts.count }
    let lastStop = texts.indices.dropFirst().last { texts[$0].mark == .stop }
    if Imprint.colon(entry, last.range) != nil {
      let hasState = Imprint.colon(entry, last.range).map { $0.place.count <= 5 } ?? false
      let joins =
        texts.count > 2 && hasState && last.mark == .comma
        && Imprint.isPlace(entry, texts[texts.count - 2].range)
      return texts.count - (joins ? 2 : 1)
    }
    if let imprint = texts.indices.dropFirst().first(where: {
      texts[$0].mark == .stop && Imprint.colon(entry, texts[$0].range) != nil
    }) {
      return imprint
    }
    if end < parts.count {
      if case .containerMark = parts[end] { return texts.count }
      if let text = parts[end].text, text.form == .emphasised { return texts.count }
      if hasImprint(behind: end) { return texts.count }
      if isArticle(at: end), !hasImprintPair(texts) {
        return style.hasStops ? lastStop ?? texts.count - 1 : texts.count - 1
      }
    }
    if let lastStop, style.hasStops || !texts[lastStop...].dropFirst().isEmpty || hasWeb {
      return lastStop
    }
    if let lastStop, lastStop == texts.count - 1, !hasComma(texts) { return lastStop }
    if texts.count > 2, hasImprintPair(texts) || isImprint(texts[texts.count - 2], last) {
      return texts.count - 2
    }
    return Imprint.isPlace(entry, last.range) || Imprint.isPublisher(entry, last.range)
      || entry.isUpper(last.range.lowerBound) ? texts.count - 1 : texts.count
  }

  /// « Place, Publisher », « Presses du Sel, Place ».
  private func isImprint(_ first: TextPart, _ second: TextPart) -> Bool {
    Imprint.isPlace(entry, first.range)
      || (Imprint.isPublisher(entry, first.range) && Imprint.isPlace(entry, second.range))
  }

  private func hasComma(_ texts: [TextPart]) -> Bool {
    texts.dropFirst().contains { $0.mark == .comma }
  }

  /// Whether a work is read on line and has nothing of a book or a journal.
  private var hasWeb: Bool {
    parts.contains { $0.item?.kind == .url } && !parts.contains { $0.item?.kind == .pageTotal }
  }

  /// Whether words behind a part are a publisher or a place.
  private func hasImprint(behind end: Int) -> Bool {
    let texts = parts[end...].compactMap(\.text).filter { $0.form == .plain }
    guard !texts.isEmpty else { return false }
    if case .item(let item) = parts[end], item.kind == .year || item.kind == .date { return false }
    guard isArticle(at: end) else { return true }
    return texts.contains {
      Imprint.colon(entry, $0.range) != nil || Imprint.isKnownPlace(entry, $0.range)
        || Imprint.isPublisher(entry, $0.range)
    }
  }

  /// Whether the numbers of a journal stand at a part.
  private func isArticle(at end: Int) -> Bool {
    for part in parts[end...] {
      guard let item = part.item else { return false }
      switch item.kind {
      case .volume, .issue, .bracketedNumber, .numberRange, .number, .pages, .pagesOrTotal:
        return true
      case .doi: return true
      case .year, .date, .sign: continue
      default: return false
      }
    }
    return hasDay
  }

  private func hasImprintPair(_ texts: [TextPart]) -> Bool {
    guard texts.count > 2, let last = texts.last else { return false }
    let before = texts[texts.count - 2]
    return Imprint.isKnownPlace(entry, before.range) && Imprint.isPlace(entry, before.range)
      || (Imprint.isKnownPlace(entry, last.range) && Imprint.isPublisher(entry, before.range))
  }

  /// What stands between the title and the first part with a form: container or imprint.
  private mutating func placeBehindTitle(_ texts: [TextPart], before end: Int) {
    guard let first = texts.first, let last = texts.last else { return }
    let isJournal =
      end < parts.count && isArticle(at: end) && !hasImprint(behind: end)
      || end == parts.count && hasDay
    let hasColon = texts.contains { Imprint.colon(entry, $0.range) != nil }
    let isBook =
      hasColon || (texts.count > 1 && texts.contains { Imprint.isKnownPlace(entry, $0.range) })
      || (texts.count == 1 && Imprint.isKnownPlace(entry, first.range))
    let isNamed = texts.count == 1 && Imprint.isJournal(entry, first.range)
    if !isBook, isJournal || isNamed || (hasWeb && !Imprint.isPublisher(entry, first.range)) {
      work.container = titleText(first.range.lowerBound..<last.range.upperBound)
    } else if hasColon, texts.count > 1, let colon = Imprint.colon(entry, last.range),
      colon.place.count <= 5,
      first.mark != .comma || texts.count == 2, last.mark == .comma
    {
      imprint.append(
        TextPart(range: first.range.lowerBound..<last.range.upperBound, form: .plain, mark: .stop)
      )
    } else {
      imprint += texts
    }
  }
}

extension WorkAssembler {
  /// Gives the words that are left to publisher, place and collection.
  mutating func placeImprint() {
    var texts = imprint.map {
      TextPart(range: entry.trim($0.range, of: "."), form: $0.form, mark: $0.mark)
    }
    for index in texts.indices.dropFirst().reversed() where texts[index].mark == .comma {
      // « Cambridge, MA: MIT Press »: the state belongs to the place.
      let whole = TextPart(
        range: texts[index - 1].range.lowerBound..<texts[index].range.upperBound,
        form: .plain,
        mark: texts[index - 1].mark
      )
      guard let colon = Imprint.colon(entry, texts[index].range), colon.place.count <= 5,
        hasState(whole)
      else { continue }
      texts.replaceSubrange(index - 1...index, with: [whole])
    }
    if let index = texts.firstIndex(where: { Imprint.colon(entry, $0.range) != nil || hasState($0) }
    ) {
      let whole = texts.remove(at: index)
      let halves = Imprint.colon(entry, whole.range) ?? stateHalves(whole)
      work.place = halves.map { entry.part($0.place) }
      work.publisher = halves.flatMap { titleText($0.publisher) }
      return texts.forEach { placeLeft($0) }
    }
    switch texts.count {
    case 0: return
    case 1:
      if Imprint.isKnownPlace(entry, texts[0].range) {
        work.place = entry.part(texts[0].range)
      } else {
        work.publisher = titleText(texts[0].range)
      }
    case 2: placePair(texts[0], texts[1])
    default: placeMany(texts)
    }
  }

  /// « Cambridge, MA: MIT Press ».
  private func hasState(_ text: TextPart) -> Bool { stateHalves(text) != nil }

  private func stateHalves(_ text: TextPart) -> (place: Range<Int>, publisher: Range<Int>)? {
    guard let colon = entry.folded[text.range].firstIndex(of: UInt8(ascii: ":")),
      let comma = entry.folded[text.range.lowerBound..<colon].lastIndex(of: UInt8(ascii: ",")),
      Imprint.isPlace(entry, entry.trim(text.range.lowerBound..<comma)), colon - comma <= 8
    else { return nil }
    return (
      entry.trim(text.range.lowerBound..<colon), entry.trim(colon + 1..<text.range.upperBound)
    )
  }

  private mutating func placePair(_ first: TextPart, _ second: TextPart) {
    let isFirst =
      Imprint.placeStandsFirst(entry, first.range, second.range)
      ?? (style.hasPlaceFirst && Imprint.isPlace(entry, first.range))
    let isKnown = Imprint.placeStandsFirst(entry, first.range, second.range) != nil
    if isFirst {
      work.place = entry.part(first.range)
      work.publisher = titleText(second.range)
    } else if Imprint.isPlace(entry, second.range), isKnown || !style.hasPlaceFirst {
      work.publisher = titleText(first.range)
      work.place = entry.part(second.range)
    } else if second.mark == .comma, second.range.lowerBound - first.range.upperBound <= 3 {
      work.publisher = titleText(first.range.lowerBound..<second.range.upperBound)
    } else {
      work.publisher = titleText(first.range)
      placeLeft(second)
    }
  }

  private mutating func placeMany(_ texts: [TextPart]) {
    guard let first = texts.first, let last = texts.last else { return }
    if let known = texts.firstIndex(where: { Imprint.isKnownPlace(entry, $0.range) }),
      known < texts.count - 1, known <= 1
    {
      // « Collection, Paris, Publisher », « Paris, Publisher, others ».
      work.place = entry.part(texts[known].range)
      work.publisher = titleText(texts[known + 1].range)
      if known == 1 {
        // « préface de X » is no collection.
        if work.collection == nil, entry.isUpper(first.range.lowerBound) {
          work.collection = titleText(first.range)
        } else {
          placeLeft(first)
        }
      }
      return texts[(known + 2)...].forEach { placeLeft($0) }
    }
    if work.genre != nil || work.collection != nil {
      let hasPlace =
        Imprint.isPlace(entry, last.range) && !style.hasPlaceFirst
        || Imprint.isKnownPlace(entry, last.range)
      if hasPlace { work.place = entry.part(last.range) }
      let end = hasPlace ? texts[texts.count - 2].range.upperBound : last.range.upperBound
      work.publisher = titleText(first.range.lowerBound..<end)
      return
    }
    if Imprint.isKnownPlace(entry, last.range) || !style.hasPlaceFirst {
      work.place = entry.part(last.range)
      work.publisher = titleText(texts[texts.count - 2].range)
      // « Title, Cahiers, Publisher, Place ».
      if texts.count == 3 { work.collection = titleText(first.range) }
      return texts.dropLast(texts.count == 3 ? 3 : 2).forEach { placeLeft($0) }
    }
    work.place = entry.part(first.range)
    work.publisher = titleText(texts[1].range)
    texts.dropFirst(2).forEach { placeLeft($0) }
  }

  /// A quoted name beside publisher and place is that of a collection.
  private mutating func placeLeft(_ text: TextPart) {
    if work.collection == nil, text.form == .quoted {
      work.collection = titleText(text.range)
    } else {
      work.unplaced.append(entry.part(text.range))
    }
  }
}
