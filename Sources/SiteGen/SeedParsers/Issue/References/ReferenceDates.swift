import SiteModel

/// When a work appeared, and where the entry says so.
struct EntryDate: Hashable, Sendable {
  /// The words of the date with their brackets.
  var extent: Range<Int>
  /// The year, or the words that stand for one: `s.d.`, `à paraître`.
  var year: Range<Int>
  /// The letter behind the year.
  var suffix: Range<Int>?
  /// The whole date where month or day are given.
  var date: PartialDate?
  /// The year of the first edition.
  var original: Range<Int>?
  /// Whether words stand for the year.
  var isUndated = false
}

enum DateWords {
  static let undated = [
    "s.d.", "s. d.", "s.d", "s.l.n.d.", "sans date", "n.d.", "n. d.", "n.d", "no date", "sd", "nd",
  ]
  static let forthcoming = [
    "a paraitre", "sous presse", "in press", "forthcoming", "en preparation", "to appear",
    "en cours de publication", "accepte", "en cours",
  ]
  fileprivate static let months: [[String]] = [
    ["janvier", "january", "janv", "jan"], ["fevrier", "february", "fevr", "fev", "feb"],
    ["mars", "march", "mar"], ["avril", "april", "avr", "apr"], ["mai", "may"],
    ["juin", "june", "jun"], ["juillet", "july", "juil", "jul"], ["aout", "august", "aug"],
    ["septembre", "september", "sept", "sep"], ["octobre", "october", "oct"],
    ["novembre", "november", "nov"], ["decembre", "december", "dec"],
  ]
  fileprivate static let seasons = [
    "printemps", "ete", "automne", "hiver", "spring", "summer", "autumn", "fall", "winter",
    "trimestre", "1er trimestre", "2e trimestre", "3e trimestre", "4e trimestre",
  ]
}

extension FoldedCursor {
  /// « 14 mai 2013 », « mai-juin 2013 », « May 14, 2013 », « 14/05/2013 », « 2013-05-14 ».
  mutating func takeDate() -> ReferenceItem? {
    attempt { cursor in
      guard let date = cursor.takeWrittenDate() ?? cursor.takeDigitalDate() else { return nil }
      return ReferenceItem(kind: .date, range: date.extent)
    }
  }

  /// A date in words; the year may stand before or behind.
  mutating func takeWrittenDate() -> EntryDate? {
    attempt { cursor in
      let start = cursor.index
      _ = cursor.take("le ") || cursor.take("du ")
      var year = cursor.takeYearWithComma()
      var day = cursor.takeDay()
      var month: Int?
      if cursor.takeAny(DateWords.seasons) {
      } else {
        guard let first = cursor.takeMonth() else { return nil }
        month = first
      }
      if let second = cursor.attempt({ cursor -> Int? in
        cursor.skip()
        guard cursor.take("-") || cursor.take("/") || cursor.take("et ") else { return nil }
        cursor.skip()
        return cursor.takeMonth()
      }), second > 0 {
        day = nil
      }
      cursor.skip()
      if day == nil, year != nil || cursor.isDayBeforeYear { day = cursor.takeDay() }
      cursor.skip(",")
      if year == nil { year = cursor.takeYear() }
      guard let year else { return nil }
      return cursor.date(start, year: year, month: month, day: day)
    }
  }

  private mutating func takeDigitalDate() -> EntryDate? {
    attempt { cursor in
      let start = cursor.index
      if let year = cursor.takeYear(), cursor.take("-"), let month = cursor.takeDigits(2...2),
        cursor.take("-"), let day = cursor.takeDigits(2...2)
      {
        return cursor.date(start, year: year, month: cursor.value(month), day: cursor.value(day))
      }
      cursor.index = start
      guard let day = cursor.takeDigits(1...2), let mark = cursor.byte, "/.-".utf8.contains(mark)
      else { return nil }
      cursor.index += 1
      guard let month = cursor.takeDigits(1...2), cursor.byte == mark else { return nil }
      cursor.index += 1
      guard let year = cursor.takeYear() else { return nil }
      return cursor.date(start, year: year, month: cursor.value(month), day: cursor.value(day))
    }
  }

  private func date(_ start: Int, year: Range<Int>, month: Int?, day: Int?) -> EntryDate? {
    let date = PartialDate(year: value(year), month: month, day: month == nil ? nil : day)
    guard month == nil || date != nil else { return nil }
    return EntryDate(extent: start..<index, year: year, date: date)
  }

  /// The number that digits make.
  func value(_ digits: Range<Int>) -> Int {
    entry.folded[digits].reduce(0) { $0 * 10 + Int($1) - 0x30 }
  }

  mutating func takeYear() -> Range<Int>? {
    guard yearDigits(index) == 4, !isDigit(at: index + 4) else { return nil }
    defer { index += 4 }
    return index..<index + 4
  }

  private mutating func takeYearWithComma() -> Range<Int>? {
    attempt { cursor in
      guard let year = cursor.takeYear(), cursor.take(",") || cursor.byte == 0x20 else {
        return nil
      }
      cursor.skip()
      return cursor.isAtEnd ? nil : year
    }
  }

  private mutating func takeDay() -> Int? {
    attempt { cursor in
      guard let digits = cursor.takeDigits(1...2) else { return nil }
      _ = cursor.takeWord("er") || cursor.takeWord("th") || cursor.takeWord("st")
      let day = cursor.value(digits)
      guard (1...31).contains(day) else { return nil }
      cursor.skip()
      return day
    }
  }

  /// What stands behind a year: « 14 mai », « mai-juin », « May 14 », « printemps ».
  mutating func takeDayOfYear(_ year: Range<Int>) -> PartialDate? {
    attempt { cursor in
      var day = cursor.takeDay()
      if cursor.takeAny(DateWords.seasons) { return PartialDate(year: cursor.value(year)) }
      guard let month = cursor.takeMonth() else { return nil }
      cursor.skip()
      if cursor.take("-") || cursor.take("/") {
        cursor.skip()
        guard cursor.takeMonth() != nil else { return nil }
        return PartialDate(year: cursor.value(year), month: month)
      }
      day = day ?? cursor.takeDay()
      return PartialDate(year: cursor.value(year), month: month, day: day)
    }
  }

  /// « janvier-mars » without its year.
  mutating func takeLooseMonth() -> ReferenceItem? {
    attempt { cursor in
      let start = cursor.index
      guard cursor.takeMonth() != nil || cursor.takeAny(DateWords.seasons) else { return nil }
      let end = cursor.index
      cursor.skip()
      if cursor.take("-") || cursor.take("/") {
        cursor.skip()
        guard cursor.takeMonth() != nil else { return nil }
        return ReferenceItem(kind: .loose, range: start..<cursor.index)
      }
      return ReferenceItem(kind: .loose, range: start..<end)
    }
  }

  private var isDayBeforeYear: Bool {
    var probe = self
    guard probe.takeDay() != nil, probe.take(",") || probe.isAtEnd else { return false }
    return true
  }

  private mutating func takeMonth() -> Int? {
    // With one of these begin all months.
    guard let byte, "jfmasond".utf8.contains(byte) else { return nil }
    for (index, names) in DateWords.months.enumerated() where takeAny(names) {
      _ = take(".")
      return index + 1
    }
    return nil
  }

  /// Takes the year of the first edition.
  ///
  /// « 1re éd. 1935 », « éd. orig. : 1935 », « [1935] », « original work published 1935 ».
  mutating func takeOriginalDate() -> ReferenceItem? {
    attempt { cursor in
      let isBracketed = cursor.take("[")
      let isNamed = cursor.takeAny([
        "1re edition", "1ere edition", "premiere edition", "1re ed.", "1ere ed.", "1st ed.",
        "1re parution", "premiere parution", "1re publication", "edition originale",
        "ed. originale", "ed. orig.", "original work published", "orig.", "originally published",
        "publication originale", "first published", "1re ed", "1ere ed",
      ])
      guard isBracketed || isNamed else { return nil }
      cursor.skip(":,.")
      _ = cursor.take("en ") || cursor.take("in ")
      guard let year = cursor.takeYear() else { return nil }
      cursor.skip()
      guard !isBracketed || cursor.take("]") else { return nil }
      return ReferenceItem(kind: .originalDate, range: year)
    }
  }

  /// Takes an edition.
  ///
  /// « 2e éd. », « 2nd ed. », « nouvelle édition revue et augmentée », « rev. ed. ».
  mutating func takeEdition() -> ReferenceItem? {
    attempt { cursor in
      let start = cursor.index
      var number: Range<Int>?
      if let digits = cursor.takeDigits(1...2) {
        guard cursor.takeAny(["eme", "e", "nde", "de", "re", "ere", "nd", "rd", "th", "st", "ed"])
        else { return nil }
        number = digits
      } else {
        guard
          cursor.takeAny([
            "nouvelle", "nouv.", "deuxieme", "seconde", "troisieme", "quatrieme", "revised",
            "rev.", "second", "third", "new", "expanded",
          ]) || cursor.isRevisedEdition || cursor.takesReedition
        else { return nil }
      }
      cursor.skip()
      _ = cursor.takeAny(["rev.", "revised", "entierement", "nouvelle"])
      cursor.skip()
      guard cursor.takeAny(["edition", "ed.", "ed", "edn", "reedition", "reed."]) else {
        return nil
      }
      cursor.skip(".")
      while cursor.takeAny([
        "revue", "rev", "et", "and", "augmentee", "augm", "corrigee", "corr", "mise a jour",
        "refondue", "revisee", "completee", "actualisee", "entierement", "enlarged",
      ]) { cursor.skip(".,&") }
      while cursor.index > start, " ,&".utf8.contains(cursor.entry.folded[cursor.index - 1]) {
        cursor.index -= 1
      }
      return ReferenceItem(kind: .edition, range: number ?? start..<cursor.index)
    }
  }

  private var isRevisedEdition: Bool {
    var probe = self
    guard probe.takeAny(["edition", "ed."]) else { return false }
    probe.skip()
    return probe.takeAny(["revue", "rev.", "augmentee", "augm.", "corrigee", "mise a jour"])
  }

  private var takesReedition: Bool {
    var probe = self
    return probe.takeAny(["reedition", "reed."])
  }
}
