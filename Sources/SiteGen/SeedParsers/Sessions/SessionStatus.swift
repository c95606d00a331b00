import Diagnostics
import Markup

/// What became of a session, as printed (`reportée au 3 mai 2018`) and by the words of the record:
/// `cancelled`, `postponed`, `announced` where speakers or date are still to come.
struct SessionStatus: Hashable, Sendable {
  let value: String
  let printed: TracedText

  init(value: String, printed: TracedText) {
    self.value = value
    self.printed = printed
  }

  /// `status`, a word of the record, and `printed-status`.
  static func addFields(
    of status: SessionStatus?,
    otherwise value: String?,
    at heading: TracedText,
    to fields: inout FieldBuilder
  ) {
    let place = status?.printed ?? heading
    if let word = value ?? status?.value { fields.add("status", Spanned(word, at: place.span)) }
    fields.add("printed-status", status?.printed)
  }

  /// The date to which a session was put off.
  var date: PrintedDate? {
    findFrenchDates(in: printed).last.map { (printed[$0.range], $0.date) }
  }

  /// Reads what a short passage says of its session.
  ///
  /// « Cette séance a été annulée. », « À venir ».
  init?(passage: TracedText) {
    guard passage.count <= 90 else { return nil }
    let words = passage.words
    let start = words.firstIndex { !statusSubjects.contains(slugify($0.text)) } ?? 0
    // « à » is both a subject's and a status' first word.
    guard
      let found = words.indices.lazy.compactMap({ index in
        // « En raison de la grève, la séance est annulée. »
        let isOfSession = words[..<index].contains {
          ["seance", "session", "rencontre"].contains(slugify($0.text))
        }
        return index <= start || isOfSession ? statusWord(words, at: index) : nil
      }).first
    else { return nil }
    self.init(value: found.value, printed: passage)
  }
}

/// Takes what became of a session off its heading: « – ANNULÉE », « (reportée au 3 mai 2018) »,
/// « , intervenants à confirmer ».
///
/// The phrase must be set apart by a mark or by capitals: « La décision reportée » is a title.
func splitStatus(_ heading: TracedText) -> (TracedText, SessionStatus?) {
  let ranges = heading.wordRanges
  let unread = ranges.lazy.map(heading.word)
  let mayHold = ranges.indices.contains { index in
    mayBeginStatus(heading, ranges[index]) && statusWord(unread, at: index) != nil
  }
  guard mayHold else { return (heading, nil) }
  let words = ranges.map(heading.word)
  let hasSmallLetters = !isInCapitals(heading)
  for index in words.indices {
    guard let found = statusWord(words, at: index) else { continue }
    var first = index
    while first > 0, !isSetApart(words, at: first),
      statusSubjects.contains(slugify(words[first - 1].text))
    {
      first -= 1
    }
    let isCapital = hasSmallLetters && isInCapitals(heading[words[index].core])
    guard isSetApart(words, at: first) || isCapital else { continue }
    let start = words[first].core.lowerBound
    let end = endOfStatus(heading, words, from: found.end)
    let status = SessionStatus(value: found.value, printed: heading[start..<end].trimmed)
    return (heading.without(start..<end), status)
  }
  return (heading, nil)
}

/// Words that may stand before what became of a session.
private let statusSubjects: WordSet = [
  "seance", "session", "cette", "la", "est", "a", "ete", "date", "dates", "horaire", "lieu",
  "intervenant", "intervenants", "intervenante", "intervenantes", "intervenant-s",
  "intervenant-e-s", "intervenantes-et-intervenants", "programme", "et", "conferencier",
  "conferenciers", "orateurs", "titre",
]

/// Whether a word begins as one of those that say a status: few words need be read.
///
/// Letters with accents are let pass, as they may be folded to others.
private func mayBeginStatus(_ text: TracedText, _ range: Range<Int>) -> Bool {
  guard let first = text.scalars[range].firstIndex(where: \.isLetter) else { return false }
  let next = first + 1 < range.upperBound ? text.scalars[first + 1].value : 0
  guard text.scalars[first].value < 0x80, next < 0x80 else { return true }
  switch (text.scalars[first].value | 0x20, next | 0x20) {
  // « annulée », « ajournée », « À » without its accent.
  case (0x61, 0x6E), (0x61, 0x6A): return true
  case (0x61, let next): return !(0x61...0x7A).contains(next)
  // « différée », « reportée », « supprimée ».
  case (0x64, 0x69), (0x72, 0x65), (0x73, 0x75): return true
  default: return false
  }
}

/// The status that a word begins to say, with the index of the word after it.
private func statusWord<Words: RandomAccessCollection<SeedWord>>(
  _ words: Words,
  at index: Int
) -> (value: String, end: Int)? where Words.Index == Int {
  // Asked of every word: nearly all begin otherwise.
  guard let first = words[index].lowercased.utf8.first,
    !(0x61...0x7A).contains(first) || "adrs".utf8.contains(first)
  else { return nil }
  switch slugify(words[index].text) {
  case "annule", "annulee", "supprimee", "supprime": return ("cancelled", index + 1)
  case "reporte", "reportee", "ajournee", "differee", "ajourne", "differe":
    return ("postponed", index + 1)
  case "a":
    guard index + 1 < words.count, words[index].text != "a",
      ["venir", "confirmer", "preciser", "definir", "determiner", "completer"]
        .contains(slugify(words[index + 1].text))
    else { return nil }
    return ("announced", index + 2)
  default: return nil
  }
}

/// Whether a mark or the beginning of the text stands before a word.
private func isSetApart(_ words: [SeedWord], at index: Int) -> Bool {
  guard index > 0 else { return true }
  let before = words[index - 1]
  return !words[index].leading.isEmpty || before.text.isEmpty || before.text == "-"
    || before.text == "|"
    || before.trailing.unicodeScalars.contains { ",;:.)]–—".unicodeScalars.contains($0) }
}

/// The end of the phrase: its bracket, a dash that stands alone, or the end of the heading.
private func endOfStatus(_ text: TracedText, _ words: [SeedWord], from index: Int) -> Int {
  var index = index
  var last = words[index - 1]
  while !last.trailing.unicodeScalars.contains(where: { ")]".unicodeScalars.contains($0) }),
    index < words.count, words[index].leading.isEmpty,
    !words[index].text.isEmpty, words[index].text != "-",
    !last.trailing.hasSuffix(":"), !last.trailing.hasSuffix(".")
  {
    last = words[index]
    index += 1
  }
  return last.core.upperBound
}

extension TracedText {
  /// The text without a phrase, the marks that set it apart and brackets that hold nothing else.
  func without(_ phrase: Range<Int>) -> TracedText {
    let marks = ",;–—-:|".unicodeScalars
    var before = self[0..<phrase.lowerBound].trimmed { marks.contains($0) }
    var after = self[phrase.upperBound..<count].trimmed { marks.contains($0) || $0 == "." }
    if let open = before.scalars.last?.scalar, "([".unicodeScalars.contains(open) {
      before = before[0..<before.count - 1].trimmed
      if let close = after.scalars.first?.scalar, ")]".unicodeScalars.contains(close) {
        after = after[1..<after.count].trimmed { marks.contains($0) }
      } else {
        // « (annulée, 3 mai 2018) »
        before.append(self[phrase.lowerBound - 1..<phrase.lowerBound])
      }
    }
    guard !after.isEmpty else { return before }
    if !")]".unicodeScalars.contains(where: { after.scalars.first?.scalar == $0 }),
      before.scalars.last?.scalar != "("
    {
      before.append(" – ", from: after.place(at: 0))
    }
    before.append(after)
    return before
  }
}
