import Diagnostics
import FrontMatter
import SiteModel

/// Gives the parts of an entry to the fields of its work.
struct WorkAssembler {
  let entry: EntryText
  var parts: [EntryPart]
  let style: ReferenceStyle
  /// Whether the work appeared on a day.
  let hasDay: Bool
  var work = ReferenceWork()
  /// Words left for publisher and place.
  var imprint: [TextPart] = []
  var titleForm = TextPart.Form.plain
  private var isContained = false
  private var awaitsContainer = false
  private var awaitsNumber = false
  private var genre: WorkGenre?
  private var total: Range<Int>?

  init(entry: EntryText, parts: [EntryPart], style: ReferenceStyle, hasDay: Bool) {
    (self.entry, self.parts, self.style, self.hasDay) = (entry, parts, style, hasDay)
  }

  mutating func assemble() {
    resolveRoles()
    guard let first = parts.firstIndex(where: { $0.text != nil }) else { return }
    for part in parts[..<first] { place(part, at: 0) }
    var index = readTitle(first)
    while index < parts.count {
      place(parts[index], at: index)
      index += 1
    }
    placeImprint()
    work.kind = kind
    if let total {
      switch work.kind {
      case .book, .report, .thesis: work.numberOfPages = work.numberOfPages ?? entry.part(total)
      case .article, .newspaper, .chapter, .conference, .webpage, .document, .encyclopedia,
        .dictionary:
        work.page = work.page ?? entry.part(total)
      }
    }
  }

  /// Finds the names before a role, behind the title.
  ///
  /// « Container, Durand A., Petit B. (dir.) »: names before a role, behind the title.
  private mutating func resolveRoles() {
    guard let first = parts.firstIndex(where: { $0.text != nil }) else { return }
    while let index = parts.firstIndex(where: { if case .role = $0 { true } else { false } }) {
      guard case .role(let role) = parts[index] else { return }
      parts.remove(at: index)
      guard index > first, let last = parts[index - 1].text else { continue }
      var low = index - 1
      var found: (low: Int, names: [ReferenceName])?
      while low > first, let text = parts[low].text, text.form == .plain, index - low <= 40 {
        let range = text.range.lowerBound..<stopBehind(last.range.upperBound)
        let read = readNames(entry, range, order: style.order)
        let isWhole = !read.names.isEmpty && read.end >= last.range.upperBound
        if isWhole { found = (low, read.names) }
        low -= 1
      }
      guard let found else { continue }
      parts.replaceSubrange(found.low..<index, with: [.people(found.names, role)])
    }
  }

  private func stopBehind(_ offset: Int) -> Int {
    offset < entry.count && entry.folded[offset] == UInt8(ascii: ".") ? offset + 1 : offset
  }

  private mutating func place(_ part: EntryPart, at index: Int) {
    let awaited = awaitsNumber
    awaitsNumber = false
    switch part {
    case .text(let text): place(text, at: index)
    case .item(let item): place(item, isAwaited: awaited, before: index)
    case .containerMark:
      isContained = true
      awaitsContainer = true
    case .people(let names, let role):
      if role == .editor, genre == .thesis {
        // CSL has no variable for who directs a thesis.
        work.unplaced += names.map(\.family)
      } else if role == .translator {
        work.translators += names
      } else {
        work.editors += names
      }
    case .role: break
    case .genre(let range, let named):
      work.genre = work.genre ?? entry.part(range)
      genre = genre ?? named
      awaitsNumber = true
    case .collection(let range):
      work.collection = work.collection ?? entry.part(range)
      awaitsNumber = true
    }
  }

  private mutating func place(_ text: TextPart, at index: Int) {
    let words = entry.trim(text.range, of: ".")
    let isImprint = Imprint.colon(entry, words) != nil || Imprint.isKnownPlace(entry, words)
    if awaitsContainer {
      awaitsContainer = false
      work.container = titleText(text.range)
    } else if text.form == .emphasised, titleForm == .emphasised, isVolume(before: index) {
      work.volumeTitle = titleText(text.range)
    } else if work.container == nil, text.form == .emphasised {
      work.container = titleText(text.range)
    } else if work.container == nil, titleForm == .quoted, imprint.isEmpty, !isContained,
      !isImprint,
      genre == nil || genre == .conference || genre == .other
    {
      work.container = titleText(text.range)
    } else if work.container == nil, imprint.isEmpty, !isImprint, countsJournal(behind: index) {
      work.container = titleText(text.range)
    } else if text.form == .quoted, work.collection == nil,
      work.container != nil || titleForm != .quoted
    {
      work.collection = titleText(text.range)
      awaitsNumber = true
    } else if text.mark == .comma, style.hasStops, work.container != nil, imprint.isEmpty,
      isContained,
      !isImprint, let container = work.container, isNext(to: container, text)
    {
      work.container = container.joined(text, in: entry)
    } else {
      imprint.append(text)
    }
  }

  /// Whether the words stand behind the number of a volume.
  private func isVolume(before index: Int) -> Bool {
    index > 0 && parts[index - 1].item?.kind == .volume
  }

  /// Whether an issue with pages stands behind words, and no more words: they name a journal.
  private func countsJournal(behind index: Int) -> Bool {
    let rest = parts[min(index + 1, parts.count)...]
    guard let kind = rest.first?.item?.kind, [.issue, .volume, .bracketedNumber].contains(kind)
    else {
      return false
    }
    return rest.allSatisfy { $0.item != nil }
      && rest.contains { $0.item?.kind == .pages || $0.item?.kind == .numberRange }
  }

  /// Whether nothing but a comma stands between a container and words.
  private func isNext(to container: TracedText, _ text: TextPart) -> Bool {
    let between = container.span.range.upperBound
    let start = entry.text.place(at: text.range.lowerBound).lowerBound
    return start >= between && start - between <= 3
  }

  private mutating func place(_ item: ReferenceItem, isAwaited: Bool, before index: Int) {
    let value = entry.part(item.range)
    switch item.kind {
    case .pages: set(\.page, value.withoutSpaces)
    case .pagesOrTotal: total = item.range
    case .pageTotal: set(\.numberOfPages, value)
    case .volume where isSlashedYear(item.range): work.unplaced.append(value)
    case .volume: isAwaited ? set(\.collectionNumber, value) : set(\.volume, value)
    case .volumeTotal: set(\.numberOfVolumes, value)
    case .issue: countIssue(value, isAwaited: isAwaited)
    case .edition: set(\.edition, value)
    case .number, .bracketedNumber, .numberRange: count(item, isAwaited: isAwaited, at: index)
    case .year, .date: work.unplaced.append(value)
    case .originalDate: set(\.originalDate, value)
    case .url: set(\.url, value.withoutSpaces)
    case .doi: set(\.doi, value.withoutSpaces)
    case .isbn: set(\.isbn, value)
    case .issn: set(\.issn, value)
    case .accessed:
      var cursor = FoldedCursor(entry, item.range)
      work.accessed = cursor.takeDay().map { Spanned($0, at: value.span) }
    case .loose: work.unplaced.append(value)
    case .sign: break
    }
  }

  private mutating func set(
    _ path: WritableKeyPath<ReferenceWork, TracedText?>,
    _ value: TracedText
  ) {
    if work[keyPath: path] == nil {
      work[keyPath: path] = value
    } else {
      work.unplaced.append(value)
    }
  }

  /// « 2010/3 » of « 2010/3 (n° 12) »: neither a volume nor the issue.
  private func isSlashedYear(_ range: Range<Int>) -> Bool {
    FoldedCursor(entry, range).yearDigits(range.lowerBound) == 4
      && entry.folded[range].contains(UInt8(ascii: "/"))
  }

  private mutating func countIssue(_ value: TracedText, isAwaited: Bool) {
    if isAwaited, work.collection != nil, work.collectionNumber == nil {
      work.collectionNumber = value
    } else if genre == .report, work.number == nil {
      work.number = value
    } else {
      set(\.issue, value)
    }
  }

  /// A number without a label: of the report or the collection before it, else by its order.
  private mutating func count(_ item: ReferenceItem, isAwaited: Bool, at index: Int) {
    let value = entry.part(item.range)
    if isAwaited, genre != nil, work.number == nil, work.collection == nil {
      return work.number = value
    }
    if work.collection != nil, work.collectionNumber == nil, item.kind == .number {
      return work.collectionNumber = value
    }
    if item.kind == .bracketedNumber { return set(\.issue, value) }
    guard work.container != nil else {
      if imprint.count == 1, item.kind == .number, let name = imprint.popLast() {
        // « Title, Cahiers, 7, publisher, place ».
        work.collection = titleText(name.range)
        work.collectionNumber = value
      } else {
        work.unplaced.append(value)
      }
      return
    }
    let hasPagesBehind = parts[(index + 1)...].contains {
      switch $0.item?.kind {
      case .pages, .pagesOrTotal, .number, .numberRange: true
      default: false
      }
    }
    if item.kind == .numberRange, !hasPagesBehind || isContained {
      set(\.page, value.withoutSpaces)
    } else if work.volume == nil, !isContained || hasPagesBehind {
      countVolume(item.range)
    } else if work.issue == nil, hasPagesBehind {
      work.issue = value
    } else {
      set(\.page, value.withoutSpaces)
    }
  }

  /// « 12 », « 12/3 » with its issue, « 2005/3 » with its year.
  private mutating func countVolume(_ range: Range<Int>) {
    guard let slash = entry.folded[range].firstIndex(of: UInt8(ascii: "/")), work.issue == nil
    else {
      work.volume = entry.part(range)
      return
    }
    if FoldedCursor(entry, range).yearDigits(range.lowerBound) == 4 {
      work.issue = entry.part(range)
    } else {
      work.volume = entry.part(range.lowerBound..<slash)
      work.issue = entry.part(slash + 1..<range.upperBound)
    }
  }

  private var kind: ReferenceWork.Kind {
    switch genre {
    case .thesis: return .thesis
    case .report: return .report
    case .webpage: return .webpage
    case .conference: return .conference
    case .other, nil: break
    }
    guard let container = work.container else {
      if work.publisher != nil || work.place != nil || work.numberOfPages != nil || work.isbn != nil
        || work.collection != nil
      {
        return .book
      }
      if work.url != nil { return .webpage }
      if titleForm == .emphasised || work.edition != nil || work.numberOfVolumes != nil {
        return .book
      }
      return .document
    }
    let folded = EntryText(container)
    var cursor = FoldedCursor(folded, folded.whole)
    if cursor.takeAny(["actes", "proceedings", "colloque", "congres"]) { return .conference }
    if cursor.takeAny(["encyclopedie", "encyclopedia", "encyclopaedia"]) { return .encyclopedia }
    if cursor.takeAny(["dictionnaire", "dictionary"]) { return .dictionary }
    let hasNumbers = work.volume != nil || work.issue != nil
    if isContained, work.issue == nil || !work.editors.isEmpty { return .chapter }
    if !work.editors.isEmpty, work.publisher != nil { return .chapter }
    if work.url != nil, Imprint.isBlog(folded) { return .webpage }
    if !hasNumbers, work.publisher != nil, !hasDay { return .chapter }
    if hasDay, work.volume == nil,
      work.accessed == nil || work.page != nil || Imprint.isNewspaper(folded)
    {
      return .newspaper
    }
    if !hasNumbers, work.page == nil, work.url != nil, work.doi == nil { return .webpage }
    return .article
  }
}

extension FoldedCursor {
  /// The date that begins here, as a value.
  fileprivate mutating func takeDay() -> PartialDate? {
    if let written = takeWrittenDate() { return written.date }
    return attempt { cursor in
      if let year = cursor.takeYear(), cursor.take("-"), let month = cursor.takeDigits(2...2),
        cursor.take("-"), let day = cursor.takeDigits(2...2)
      {
        return PartialDate(
          year: cursor.value(year),
          month: cursor.value(month),
          day: cursor.value(day)
        )
      }
      return nil
    }
      ?? attempt { cursor in
        guard let day = cursor.takeDigits(1...2),
          cursor.take("/") || cursor.take(".") || cursor.take("-"),
          let month = cursor.takeDigits(1...2),
          cursor.take("/") || cursor.take(".") || cursor.take("-"),
          let year = cursor.takeYear()
        else { return nil }
        return PartialDate(
          year: cursor.value(year),
          month: cursor.value(month),
          day: cursor.value(day)
        )
      }
  }
}

extension TracedText {
  /// The text without its spaces, as numbers and addresses have it.
  fileprivate var withoutSpaces: TracedText {
    TracedText(path: path, scalars: scalars.filter { !$0.isSpace })
  }

  /// The text with the words behind it, as they stand in the entry.
  fileprivate func joined(_ text: TextPart, in entry: EntryText) -> TracedText {
    var result = self
    result.append(", ", from: place(at: count))
    result.append(entry.part(text.range))
    return result
  }
}
