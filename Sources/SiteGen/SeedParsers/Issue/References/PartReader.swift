/// Says what the words between two separators are.
struct PartReader {
  let entry: EntryText
  let needsYear: Bool
  /// Whether a quoted title stands before or numbers behind: a number that ends the words is then
  /// the volume of a journal.
  var mayEndWithVolume = false

  /// The parts of words that stand behind the title.
  func read(_ words: Range<Int>, mark: TextPart.Mark) -> [EntryPart] {
    let range = entry.trim(words, of: ",;")
    if let items = FoldedCursor.items(entry, range) { return items.map { .item($0) } }
    if let part = readCollection(range) ?? readGenre(range) ?? readPeople(range) { return part }
    if let split = splitLeadingItems(range, mark: mark) ?? splitTrailingItems(range, mark: mark) {
      return split
    }
    return [.text(TextPart(range: entry.trim(range, of: "."), form: .plain, mark: mark))]
  }

  /// Divides an item from the words behind it.
  ///
  /// « 2e éd. Paris »: an item, then words.
  private func splitLeadingItems(_ range: Range<Int>, mark: TextPart.Mark) -> [EntryPart]? {
    var cursor = FoldedCursor(entry, range)
    guard cursor.isDigit(at: cursor.index) || cursor.isLetter(at: cursor.index) else { return nil }
    guard let items = cursor.takeItems(), items.allSatisfy({ isLabelled($0.kind) }) else {
      return nil
    }
    let end = cursor.index
    cursor.skip(".,;:")
    guard cursor.index > end || entry.folded[end - 1] == 0x2E, !cursor.isAtEnd,
      entry.isUpper(cursor.index) || cursor.byte == 1 || cursor.isDigit(at: cursor.index)
    else { return nil }
    return items.map { .item($0) } + read(cursor.rest, mark: .stop)
  }

  private func isLabelled(_ kind: ReferenceItem.Kind) -> Bool {
    switch kind {
    case .edition, .pageTotal, .pages, .volume, .volumeTotal, .issue, .originalDate, .sign: true
    case .pagesOrTotal, .number, .bracketedNumber, .numberRange, .year, .date, .url, .doi, .isbn,
      .issn, .accessed, .loose:
      false
    }
  }

  /// « Annales 12(3) », « Le Monde du 14 mai 2013 », « Seuil 1998 »: words, then items.
  private func splitTrailingItems(_ range: Range<Int>, mark: TextPart.Mark) -> [EntryPart]? {
    guard range.count <= 300 else { return nil }
    for offset in range.dropFirst() where entry.folded[offset - 1] == 0x20 {
      let byte = entry.folded[offset]
      guard (0x28...0x39).contains(byte) || "nvtdfhjmaso#pe".utf8.contains(byte),
        !entry.isUpper(offset) || byte == 0x6E
      else { continue }
      guard var items = FoldedCursor.items(entry, offset..<range.upperBound) else { continue }
      if let first = items.first, first.kind == .numberRange, !isSpanOfYears(first.range),
        entry.folded[entry.trim(range.lowerBound..<offset)].last == UInt8(ascii: ":")
      {
        // « Publisher : 45-67 ».
        items[0] = ReferenceItem(kind: .pages, range: first.range)
      }
      guard isAllowed(items, before: offset) else { continue }
      let text = TextPart(
        range: entry.trim(range.lowerBound..<offset, of: ",:-("),
        form: .plain,
        mark: mark
      )
      return text.range.isEmpty ? nil : [.text(text)] + items.map { .item($0) }
    }
    return nil
  }

  private func isAllowed(_ items: [ReferenceItem], before offset: Int) -> Bool {
    guard let first = items.first else { return false }
    switch first.kind {
    case .volume, .issue, .pages, .pagesOrTotal, .pageTotal: return true
    case .year, .date: return needsYear
    case .number: return items.count > 1 || mayEndWithVolume
    case .bracketedNumber: return items.count > 1
    case .volumeTotal, .edition, .numberRange, .originalDate, .url, .doi, .isbn, .issn, .accessed,
      .sign, .loose:
      return false
    }
  }

  /// Reads a collection that says it is one.
  ///
  /// « coll. « Cahiers », n° 7 », « collection Points 12 », « (Points ; 12) ».
  private func readCollection(_ range: Range<Int>) -> [EntryPart]? {
    var cursor = FoldedCursor(entry, range)
    guard cursor.takeAny(["coll", "collection", "ser", "serie", "series"]) else { return nil }
    cursor.skip(".:")
    guard !cursor.isAtEnd, cursor.byte == 1 || cursor.byte == 0x22 || entry.isUpper(cursor.index)
    else { return nil }
    return collection(cursor.rest)
  }

  /// A collection with the number behind it.
  private func collection(_ range: Range<Int>) -> [EntryPart] {
    let name = entry.trim(range, of: ",;.")
    if let close = entry.folded[name].lastIndex(where: { $0 == 2 || $0 == 0x22 }),
      let open = entry.folded[name].firstIndex(where: { $0 == 1 || $0 == 0x22 }), open < close
    {
      let number = FoldedCursor.items(entry, close + 1..<name.upperBound) ?? []
      return [.collection(entry.trim(open + 1..<close))] + number.map { .item($0) }
    }
    for offset in name.dropFirst() where " ,;".utf8.contains(entry.folded[offset - 1]) {
      guard entry.folded[offset] != 0x20,
        let items = FoldedCursor.items(entry, offset..<name.upperBound), items.count == 1,
        [.number, .issue, .volume].contains(items[0].kind)
      else { continue }
      return [.collection(entry.trim(name.lowerBound..<offset, of: ",;"))] + [.item(items[0])]
    }
    return [.collection(name)]
  }

  /// « rapport de recherche n° 12 », « thèse de doctorat en histoire ».
  private func readGenre(_ range: Range<Int>) -> [EntryPart]? {
    guard range.count <= 200, let genre = WorkGenre.of(entry, range) else { return nil }
    if genre == .other || genre == .conference, entry.isUpper(range.lowerBound) { return nil }
    for offset in range where entry.folded[offset] == 0x6E || entry.folded[offset] == 0x23 {
      guard offset > range.lowerBound, entry.folded[offset - 1] == 0x20 else { continue }
      var cursor = FoldedCursor(entry, offset..<range.upperBound)
      guard cursor.takeNumberLabel(),
        cursor.isDigit(at: cursor.index) || cursor.byte.map({ $0 > 0x60 }) == true
      else { continue }
      let number = reportNumber(cursor.rest)
      guard !number.isEmpty else { continue }
      let name = entry.trim(range.lowerBound..<offset, of: ",")
      return [.genre(name, genre), .item(ReferenceItem(kind: .number, range: number))]
    }
    // « Rapport technique 305 12 ».
    if let digit = range.first(where: {
      (0x30...0x39).contains(entry.folded[$0]) && entry.folded[$0 - 1] == 0x20
    }), digit > range.lowerBound, genre == .report,
      entry.folded[digit..<range.upperBound].allSatisfy({
        (0x30...0x39).contains($0) || $0 == 0x20 || $0 == 0x2D
      })
    {
      let number = entry.trim(digit..<range.upperBound, of: ".")
      return [
        .genre(entry.trim(range.lowerBound..<digit), genre),
        .item(ReferenceItem(kind: .number, range: number)),
      ]
    }
    return [.genre(entry.trim(range, of: "."), genre)]
  }

  private func reportNumber(_ range: Range<Int>) -> Range<Int> {
    let number = entry.trim(range, of: ".,")
    let isNumber =
      number.count <= 20 && entry.folded[number].contains { (0x30...0x39).contains($0) }
      && entry.folded[number].allSatisfy {
        (0x30...0x39).contains($0) || "-/ .".utf8.contains($0) || (0x61...0x7A).contains($0)
      }
    return isNumber ? number : number.lowerBound..<number.lowerBound
  }

  /// Reads people of whom the words say what they did.
  ///
  /// « trad. du serbe par X », « sous la direction de X », « ed. by X ».
  private func readPeople(_ range: Range<Int>) -> [EntryPart]? {
    var cursor = FoldedCursor(entry, range)
    let role: ReferenceRole
    if cursor.takeAny(["traduction", "traduit", "traduite", "trad", "translated", "trans", "tr"]) {
      role = .translator
      cursor.skip(".")
      if let par = namesStart(after: ["par", "by", "de"], in: cursor.rest) { cursor.index = par }
    } else if cursor.takeAny([
      "sous la direction de", "sous la direction d'", "sous la dir. de", "sous la dir. d'",
      "ss la dir. de", "dirige par", "edite par", "ed. par", "edited by", "ed. by", "eds. by",
      "textes reunis par", "textes reunis et presentes par", "coordonne par", "coord. par",
      "etabli par", "presente par", "edition de", "ed. de", "dir. par", "directed by", "dir.",
      "texte etabli par", "reunis par", "edition critique par", "ed. critique de",
      "ed. critique par",
    ]) {
      role = .editor
    } else {
      return nil
    }
    cursor.skip(".:")
    guard !cursor.isAtEnd else { return nil }
    var read = readNames(entry, cursor.rest, order: .givenFirst)
    if read.end < entry.trim(cursor.rest, of: ".,").upperBound {
      read = readNames(entry, cursor.rest, order: .familyFirst)
    }
    guard !read.names.isEmpty, read.end >= entry.trim(cursor.rest, of: ".,").upperBound else {
      return nil
    }
    return [.people(read.names, role)]
  }

  /// Where the names begin, behind the last of some words.
  private func namesStart(after words: [String], in range: Range<Int>) -> Int? {
    for offset in range where entry.folded[offset] == 0x20 {
      var cursor = FoldedCursor(entry, offset + 1..<range.upperBound)
      guard cursor.takeAny(words) else { continue }
      cursor.skip()
      if entry.isUpper(cursor.index) { return cursor.index }
    }
    return nil
  }
}

extension PartReader {
  /// What a bracket holds, when it says so: items, a role, a genre, a collection, a translator.
  func readBracket(_ content: Range<Int>, isSquare: Bool) -> [EntryPart]? {
    let range = entry.trim(content)
    guard !range.isEmpty else { return nil }
    if let role = RoleMarks.role(entry, range) { return [.role(role)] }
    if let items = FoldedCursor.items(entry, range) {
      if items.count == 1, let item = items.first {
        switch item.kind {
        case .numberRange where isSpanOfYears(item.range): return nil
        case .year where !isSquare && !needsYear: return nil
        case .number, .numberRange:
          return [.item(ReferenceItem(kind: .bracketedNumber, range: item.range))]
        case .year where isSquare && !needsYear:
          return [.item(ReferenceItem(kind: .originalDate, range: item.range))]
        case .sign: return [.item(item)]
        default: break
        }
      }
      return items.map { .item($0) }
    }
    if let parts = readCollection(range) ?? readPeople(range) ?? translators(range) { return parts }
    if let parts = readPieces(range, isSquare: isSquare) { return parts }
    if let genre = WorkGenre.of(entry, range) { return readGenreBracket(range, genre) }
    if !isSquare, let parts = readSeriesBracket(range) ?? readImprint(range) { return parts }
    guard isSquare, range.count <= 40,
      entry.folded[range].contains(where: { (0x61...0x7A).contains($0) })
    else { return nil }
    return [.genre(range, .other)]
  }

  /// Reads a bracket every piece of which says what it is.
  ///
  /// « (A. Durand, trad. ; 3e éd.) »: every piece says what it is.
  private func readPieces(_ range: Range<Int>, isSquare: Bool) -> [EntryPart]? {
    let pieces = entry.folded[range].split(separator: UInt8(ascii: ";"))
    guard pieces.count > 1 else { return nil }
    let read = pieces.map { readBracket($0.startIndex..<$0.endIndex, isSquare: isSquare) }
    guard read.allSatisfy({ $0 != nil }) else { return nil }
    return read.flatMap { $0 ?? [] }
  }

  /// « 1840-1914 ».
  func isSpanOfYears(_ range: Range<Int>) -> Bool {
    let cursor = FoldedCursor(entry, range)
    return range.count >= 9 && cursor.yearDigits(range.lowerBound) == 4
      && cursor.yearDigits(range.upperBound - 4) == 4
  }

  /// Reads the translators or editors that a bracket names.
  ///
  /// « (A. Durand, trad.) ».
  private func translators(_ range: Range<Int>) -> [EntryPart]? {
    guard range.count <= 200 else { return nil }
    let read = readNames(entry, range, order: .givenFirst)
    guard read.role != .author, read.end >= entry.trim(range, of: ".").upperBound else {
      return nil
    }
    return [.people(read.names, read.role)]
  }

  /// « [thèse de doctorat, université de Brest] ».
  private func readGenreBracket(_ range: Range<Int>, _ genre: WorkGenre) -> [EntryPart] {
    var parts: [EntryPart] = []
    var start = range.lowerBound
    for offset in range.lowerBound...range.upperBound
    where offset == range.upperBound || entry.folded[offset] == UInt8(ascii: ",") {
      let words = entry.trim(start..<offset)
      start = offset + 1
      guard !words.isEmpty else { continue }
      if parts.isEmpty {
        parts += readGenre(words) ?? [.genre(words, genre)]
      } else {
        parts += read(words, mark: .comma)
      }
    }
    return parts
  }

  /// « (Eaux vives ; 9) », « (« Points », 12) ».
  private func readSeriesBracket(_ range: Range<Int>) -> [EntryPart]? {
    let isQuoted = entry.folded[range.lowerBound] == EntryText.openQuote
    if isQuoted, entry.folded[range].contains(EntryText.closeQuote) { return collection(range) }
    guard let mark = entry.folded[range].lastIndex(of: UInt8(ascii: ";")),
      let items = FoldedCursor.items(entry, mark + 1..<range.upperBound), items.count == 1
    else { return nil }
    return [.collection(entry.trim(range.lowerBound..<mark)), .item(items[0])]
  }

  /// « (Paris : Seuil, 1998) », « (Paris, Seuil, 1998) ».
  private func readImprint(_ range: Range<Int>) -> [EntryPart]? {
    guard needsYear, range.count <= 200,
      let comma = entry.folded[range].lastIndex(of: UInt8(ascii: ",")),
      let items = FoldedCursor.items(entry, comma + 1..<range.upperBound),
      items.contains(where: { $0.kind == .year })
    else { return nil }
    let words = range.lowerBound..<comma
    let pieces = entry.folded[words].split(separator: UInt8(ascii: ","))
    guard pieces.count <= 3, entry.isUpper(range.lowerBound) else { return nil }
    let texts = pieces.map { piece in
      EntryPart.text(
        TextPart(range: entry.trim(piece.startIndex..<piece.endIndex), form: .plain, mark: .comma)
      )
    }
    return texts + items.map { .item($0) }
  }
}
