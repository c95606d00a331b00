import SiteModel

/// A part of an entry that says by its own form what it is.
struct ReferenceItem: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case pages
    /// « pp. 324 »: in a book their number, elsewhere the page.
    case pagesOrTotal
    case pageTotal
    case volume
    case volumeTotal
    case issue
    case edition
    case number
    /// « (4) »: a number in brackets.
    case bracketedNumber
    /// « 12-40 ».
    case numberRange
    case year
    case date
    case originalDate
    case url
    case doi
    case isbn
    case issn
    case accessed
    /// What only leads to another part, or says where one reads: « en ligne », « URL : ».
    case sign
    /// What is understood and has no field: months without a year, numbers of archives.
    case loose
  }

  let kind: Kind
  /// What becomes the value.
  let range: Range<Int>
}

extension FoldedCursor {
  /// The items of a range that holds nothing else, nil where something else stands.
  static func items(_ entry: EntryText, _ range: Range<Int>) -> [ReferenceItem]? {
    let trimmed = entry.trim(range, of: ".,;:")
    guard !trimmed.isEmpty, trimmed.count <= 300 else { return nil }
    var cursor = FoldedCursor(entry, trimmed)
    // « 206 150 »
    if trimmed.count <= 12, trimmed.count > 4, cursor.isDigit(at: trimmed.upperBound - 1),
      entry.folded[trimmed].allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x20 }),
      entry.folded[trimmed].contains(0x20)
    {
      return [ReferenceItem(kind: .number, range: trimmed)]
    }
    var items: [ReferenceItem] = []
    while !cursor.isAtEnd {
      let start = cursor.index
      guard let found = cursor.takeItems(), cursor.index > start else { return nil }
      items += found
      cursor.skip(".,;:")
    }
    return items
  }

  /// One item, or a number with the issue and the pages that lean on it.
  mutating func takeItems() -> [ReferenceItem]? {
    let dated = takeEdition() ?? takeOriginalDate() ?? takeDate()
    let counted = dated ?? takePages() ?? takePageTotal() ?? takeVolumeTotal()
    let numbered = counted ?? takeVolume() ?? takeIssue() ?? takeStandardNumber()
    let item = numbered ?? takeSign() ?? takeLooseMonth() ?? takeArchiveNumber()
    if let item { return [item] }
    return takeBareNumbers()
  }

  /// Reads, and stands where it stood when nothing is read.
  mutating func attempt<Found>(_ read: (inout FoldedCursor) -> Found?) -> Found? {
    let start = index
    if let found = read(&self) { return found }
    index = start
    return nil
  }

  /// Takes pages.
  ///
  /// « p. 3-29 », « pp. 3, 5 et 8 », « pages 12 sqq. ».
  private mutating func takePages() -> ReferenceItem? {
    attempt { cursor in
      let isDouble = cursor.take("pp.") || cursor.takeWord("pp")
      guard isDouble || cursor.take("p.") || cursor.takeAny(["p", "pages", "page", "pag."]) else {
        return nil
      }
      cursor.skip(".")
      guard var range = cursor.takeNumber() else { return nil }
      while let next = cursor.attempt({ cursor -> Range<Int>? in
        cursor.skip()
        guard cursor.take(",") || cursor.take("et ") || cursor.take("&") else { return nil }
        cursor.skip()
        guard let number = cursor.takeNumber(), number.count <= 9 else { return nil }
        // « p. 3, 12 p. », « p. 3, 2018 »: the number behind belongs elsewhere.
        let isAlone = cursor.entry.folded[number].allSatisfy { (0x30...0x39).contains($0) }
        guard !isAlone || number.count < 4 else { return nil }
        cursor.skip()
        return cursor.byte == UInt8(ascii: "p") || cursor.byte == UInt8(ascii: "(") ? nil : number
      }) {
        range = range.lowerBound..<next.upperBound
      }
      cursor.skip()
      if cursor.takeAny(["sqq", "sq", "ff", "et suiv", "et seq"]) { cursor.skip(".") }
      let isOne = !cursor.entry.folded[range].contains { $0 == UInt8(ascii: "-") }
      return ReferenceItem(kind: isDouble && isOne ? .pagesOrTotal : .pages, range: range)
    }
  }

  /// Takes the number of pages.
  ///
  /// « 288 p. », « xii-288 p. », « XII + 288 pages ».
  private mutating func takePageTotal() -> ReferenceItem? {
    attempt { cursor in
      if cursor.takeRoman() != nil {
        guard cursor.take(" -") || cursor.take(" +") || cursor.take(",") else { return nil }
        cursor.skip()
      }
      guard let digits = cursor.takeDigits(1...5) else { return nil }
      cursor.skip()
      guard cursor.takeAny(["pages", "pp", "p", "ff", "f"]) else { return nil }
      _ = cursor.take(".")
      cursor.skip()
      guard !cursor.isDigit(at: cursor.index) else { return nil }
      return ReferenceItem(kind: .pageTotal, range: digits)
    }
  }

  /// Takes the number of volumes.
  ///
  /// « 2 vol. ».
  private mutating func takeVolumeTotal() -> ReferenceItem? {
    attempt { cursor in
      guard let digits = cursor.takeDigits(1...2) else { return nil }
      cursor.skip()
      guard cursor.takeAny(["volumes", "vols", "vol", "tomes", "t"]) else { return nil }
      _ = cursor.take(".")
      cursor.skip()
      guard !cursor.isDigit(at: cursor.index) else { return nil }
      return ReferenceItem(kind: .volumeTotal, range: digits)
    }
  }

  /// Takes a volume.
  ///
  /// « vol. 88 », « t. II », « tome 1 ».
  private mutating func takeVolume() -> ReferenceItem? {
    attempt { cursor in
      if let year = cursor.takeDigits(1...3) {
        // « 54e année »: journals once counted their years.
        guard cursor.takeAny(["e", "eme", "re"]), cursor.take(" annee") else { return nil }
        return ReferenceItem(kind: .volume, range: year)
      }
      guard cursor.takeAny(["volume", "vol", "tome", "t", "bd", "band", "v"]) else { return nil }
      cursor.skip(".")
      guard let number = cursor.takeNumber() else { return nil }
      return ReferenceItem(kind: .volume, range: number)
    }
  }

  /// Takes an issue.
  ///
  /// « n° 2 », « no. 12-13 », « nos 3/4 », « numéro 2 », « fasc. 3 ».
  mutating func takeIssue() -> ReferenceItem? {
    attempt { cursor in
      guard cursor.takeNumberLabel() else { return nil }
      guard let number = cursor.takeNumber() else {
        guard cursor.takeAny(["special", "hors-serie"]) else { return nil }
        return ReferenceItem(kind: .issue, range: cursor.index - 7..<cursor.index)
      }
      return ReferenceItem(kind: .issue, range: number)
    }
  }

  /// Takes what stands before a number.
  ///
  /// « n° », « no. », « nos », « num. »; the number must follow.
  mutating func takeNumberLabel() -> Bool {
    attempt { cursor -> Bool? in
      _ = cursor.takeAny(["hors-serie", "hors serie"])
      cursor.skip(",")
      if cursor.take("n\u{3}s") || cursor.take("n\u{3}") || cursor.take("no\u{3}") {
        cursor.skip(".")
        return true
      }
      guard
        cursor.takeAny([
          "numeros", "numero", "num", "nos", "no", "nr", "issue", "iss", "fasc", "fascicule",
          "livraison", "cahier",
        ]) || cursor.take("n.") || cursor.take("#")
      else { return nil }
      cursor.skip(".")
      return true
    } ?? false
  }

  /// « ISBN 978-2-… », « ISSN 0035-… ».
  private mutating func takeStandardNumber() -> ReferenceItem? {
    attempt { cursor in
      let isBook = cursor.takeWord("isbn") || cursor.takeWord("isbn-13") || cursor.takeWord("ean")
      let isBare = cursor.byte == UInt8(ascii: "9")
      guard isBook || isBare || cursor.takeWord("issn") || cursor.takeWord("eissn") else {
        return nil
      }
      cursor.skip(":")
      let start = cursor.index
      while let byte = cursor.byte,
        (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-") || byte == UInt8(ascii: "x")
      { cursor.index += 1 }
      let number = start..<cursor.index
      guard number.count >= 8 else { return nil }
      // « 978-2-… » without a label has its thirteen digits.
      let digits = cursor.entry.folded[number].count { (0x30...0x39).contains($0) }
      guard !isBare || (digits == 13 && cursor.entry.folded[number].prefix(2).last == 0x37) else {
        return nil
      }
      return ReferenceItem(kind: isBook || isBare ? .isbn : .issn, range: number)
    }
  }

  /// « ⟨hal-01234567⟩ », « tel-00123456v2 ».
  private mutating func takeArchiveNumber() -> ReferenceItem? {
    attempt { cursor in
      let start = cursor.index
      if cursor.byte == EntryText.other || cursor.byte == UInt8(ascii: "<") { cursor.index += 1 }
      guard cursor.takeAny(["hal", "halshs", "tel", "dumas", "inria", "cel"]), cursor.take("-"),
        cursor.takeDigits(6...9) != nil
      else { return nil }
      if cursor.take("v") { _ = cursor.takeDigits(1...2) }
      if cursor.byte == EntryText.other || cursor.byte == UInt8(ascii: ">") { cursor.index += 1 }
      return ReferenceItem(kind: .loose, range: start..<cursor.index)
    }
  }

  /// Words that lead to an address or say that one reads on line.
  private mutating func takeSign() -> ReferenceItem? {
    attempt { cursor in
      let start = cursor.index
      _ = cursor.take("[")
      guard
        cursor.takeAny([
          "en ligne", "online", "on line", "format pdf", "pdf", "support electronique", "in press",
          "disponible a l'adresse", "disponible en ligne a l'adresse", "disponible en ligne",
          "disponible sur internet", "disponible sur", "disponible a", "disponible",
          "available at", "available from", "available online at", "available online",
          "retrieved from", "accessible a l'adresse", "accessible sur", "consultable sur",
          "consultable a l'adresse", "consultable en ligne", "url", "lien", "adresse",
          "a l'adresse", "repere a", "recupere de", "recupere sur", "from", "lu en ligne",
          "en ligne a l'adresse", "sur", "doi", "internet", "version en ligne",
        ])
      else { return nil }
      _ = cursor.take("]")
      return ReferenceItem(kind: .sign, range: start..<cursor.index)
    }
  }

  /// « 12(3) », « 12(3): 45-67 », « 44: 40-59 », « (4), 33-48 », « 12/3 », « 12-40 », « 7 ».
  private mutating func takeBareNumbers() -> [ReferenceItem]? {
    attempt { cursor in
      var items: [ReferenceItem] = []
      let startsWithDigit =
        cursor.isDigit(at: cursor.index)
        || (cursor.isLetter(at: cursor.index) && cursor.isDigit(at: cursor.index + 1))
      let number = startsWithDigit ? cursor.takeNumber() : nil
      if let number {
        guard !cursor.isLetter(at: cursor.index) else { return nil }
        items.append(ReferenceItem(kind: cursor.kind(ofBare: number), range: number))
      }
      let issue = cursor.attempt { cursor -> Range<Int>? in
        guard cursor.take(" (") else { return nil }
        cursor.skip()
        _ = cursor.takeNumberLabel()
        let issue = cursor.takeNumber()
        return cursor.take(" )") ? issue : nil
      }
      if let issue, issue.count == 4, cursor.yearDigits(issue.lowerBound) == 4 {
        // « 12 (2005) ».
        items.append(ReferenceItem(kind: .year, range: issue))
      } else if let issue {
        if let volume = items.popLast() {
          items.append(ReferenceItem(kind: .volume, range: volume.range))
          items.append(ReferenceItem(kind: .issue, range: issue))
        } else {
          items.append(ReferenceItem(kind: .bracketedNumber, range: issue))
        }
      }
      guard !items.isEmpty else { return nil }
      let pages = cursor.attempt { cursor -> Range<Int>? in
        guard cursor.take(" :") else { return nil }
        cursor.skip()
        return cursor.takeNumber()
      }
      if let pages {
        if let index = items.firstIndex(where: { $0.kind == .number || $0.kind == .numberRange }) {
          items[index] = ReferenceItem(kind: .volume, range: items[index].range)
        } else if issue == nil, let year = items.popLast() {
          items.append(ReferenceItem(kind: .volume, range: year.range))
        }
        items.append(ReferenceItem(kind: .pages, range: pages))
      }
      return items
    }
  }

  /// What a number without a label looks like: a year, a range, a number.
  private func kind(ofBare range: Range<Int>) -> ReferenceItem.Kind {
    if yearDigits(range.lowerBound) == range.prefix(4).count, range.count <= 5,
      range.count == 4 || isLetter(at: range.upperBound - 1)
    {
      return .year
    }
    return entry.folded[range].contains(UInt8(ascii: "-")) ? .numberRange : .number
  }

  /// 4 where a year of our print stands at an offset, else 0.
  func yearDigits(_ offset: Int) -> Int {
    guard offset + 4 <= end, isDigit(at: offset), isDigit(at: offset + 1), isDigit(at: offset + 2),
      isDigit(at: offset + 3)
    else { return 0 }
    let century = Int(entry.folded[offset]) * 10 + Int(entry.folded[offset + 1]) - 528
    return (14...20).contains(century) ? 4 : 0
  }
}
