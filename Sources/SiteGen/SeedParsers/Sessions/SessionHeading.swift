import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// The heading of a session: `Séance 3 : Title (5 octobre 2021)`.
struct SessionHeading: Hashable, Sendable {
  /// As printed; nil where the session has no number.
  let printedNumber: TracedText?
  let number: Int?
  var title: TracedText
  /// The date as printed, with its value; nil when none is printed or none exists.
  var printedDate: TracedText?
  var date: PartialDate?
  /// What became of it, where that is printed.
  let status: SessionStatus?
  /// What it calls the session: `Séance 3`.
  let name: TracedText
  /// The whole heading.
  let source: TracedText
}

/// Reads the heading of a session, nil when a text is none.
func readSessionHeading(_ printed: TracedText) -> SessionHeading? {
  guard printed.count <= 300 else { return nil }
  let (text, status) = splitStatus(printed.trimmed { "#*_".unicodeScalars.contains($0) })
  // Few lines begin as a heading does.
  guard mayBeginSessionName(text.words(first: 8)) else { return nil }
  let words = text.words
  let first = endOfGenre(words)
  guard first < words.count,
    words[first].startsUpper || words[first].text.first?.isNumber == true
      || first > 0,
    let name = readSessionName(text, words: words, from: first),
    isSetOff(words, after: name, in: text)
  else { return nil }
  let end = name.isTitle ? words[first].core.lowerBound : name.end
  var title = text[end..<text.count].trimmed(where: isTitleMark)
  let found = takeDate(from: &title)
  guard name.number != nil || ((found != nil || name.isTitle) && !text.hasSuffix(".")) else {
    return nil
  }
  let date = status?.date ?? found
  return SessionHeading(
    printedNumber: name.printedNumber,
    number: name.number,
    title: withoutQuotes(title).withCapitalInitial,
    printedDate: date?.printed,
    date: date?.value,
    status: status,
    name: text[words[first].core.lowerBound..<name.end],
    source: printed
  )
}

/// Reads a heading that begins with a day: `Lundi 8 janvier 2018 – Title`.
func readDatedHeading(_ text: TracedText) -> SessionHeading? {
  guard text.count <= 200, !text.hasSuffix("."), mayHoldDate(text) else { return nil }
  let (bare, status) = splitStatus(text.trimmed { "#*_".unicodeScalars.contains($0) })
  guard mayHoldDate(bare) else { return nil }
  let words = bare.words
  guard let phrase = findDatePhrases(in: bare, words: words).first, phrase.hasDay,
    phrase.words.lowerBound == 0, stands(phrase.words, apartIn: words, hasDay: true)
  else { return nil }
  let end = words[phrase.words.upperBound - 1].core.upperBound
  let printed = bare[words[0].core.lowerBound..<end]
  let title = bare[end..<bare.count].trimmed(where: isTitleMark)
  return SessionHeading(
    printedNumber: nil,
    number: nil,
    title: withoutQuotes(title).withCapitalInitial,
    printedDate: status?.date?.printed ?? printed,
    date: status?.date?.value ?? phrase.date,
    status: status,
    name: printed,
    source: text
  )
}

/// Whether a line says nothing but when, with hours and room.
func isDateLine(_ text: TracedText) -> Bool {
  guard text.count <= 200, mayHoldDate(text) else { return false }
  let words = text.words
  return findDatePhrases(in: text, words: words).contains {
    $0.words == words.indices && $0.hasDay
  }
}

/// Reads the heading of a session whose day may have its year at the head of the text.
func readSessionHeading(_ printed: TracedText, in years: SeasonYears?) -> SessionHeading? {
  for (text, year) in years?.completions(of: printed) ?? [] {
    if let heading = readSessionHeading(text)?.without(year: year) { return heading }
  }
  return readSessionHeading(printed)
}

extension SessionHeading {
  /// Takes a line below the heading, whose day may have its year at the head of the text.
  mutating func takeDateLine(_ text: TracedText, in years: SeasonYears?) -> Bool {
    for (whole, year) in years?.completions(of: text) ?? [] {
      var heading = self
      if heading.takeDateLine(whole), let result = heading.without(year: year) {
        self = result
        return true
      }
    }
    return takeDateLine(text)
  }

  /// What the address of the session ends with: its number, else its date.
  var slugPart: String? { number.map { "\($0)" } ?? date?.isoText }

  /// The number, from the word that holds it or from the place in a programme.
  func numberField(_ value: Int) -> Spanned<String> {
    Spanned("\(value)", at: (printedNumber ?? source).span)
  }

  /// The title; one set in capitals with the small letters of the text.
  func restoredTitle(_ forms: WordForms) -> TracedText {
    title.wordRanges.count > 1 ? forms.restore(title) : title
  }

  /// The title, or what the heading calls the session where none is printed.
  func titleOrName(_ forms: WordForms) -> TracedText {
    guard title.isEmpty else { return restoredTitle(forms) }
    return forms.restore(name).withCapitalInitial
  }

  /// Takes the date that stands on a line of its own below the heading, with hours and room; what
  /// else the line says is the title, where there is none yet.
  mutating func takeDateLine(_ text: TracedText) -> Bool {
    guard date == nil, text.count <= 200 else { return false }
    let words = text.words
    guard let phrase = findDatePhrases(in: text, words: words).first, phrase.hasDay else {
      return false
    }
    let isFirst = words[..<phrase.words.lowerBound].allSatisfy {
      $0.text.isEmpty || ["date", "lieu", "et", "horaire"].contains(slugify($0.text))
    }
    let end = words[phrase.words.upperBound - 1]
    let rest = text[end.range.upperBound..<text.count].trimmed(where: isTitleMark)
    guard isFirst, rest.count <= 30 || (title.isEmpty && !text.hasSuffix(".")) else { return false }
    let begin = words[phrase.words.lowerBound].core.lowerBound
    date = phrase.date
    if title.isEmpty, rest.count > 3, rest.scalars.first?.isLower == false {
      printedDate = text[begin..<end.core.upperBound]
      title = withoutQuotes(rest)
    } else {
      printedDate = text[begin..<text.count].trimmed { ".;".unicodeScalars.contains($0) }
    }
    return true
  }

  /// Takes the title that stands on a line of its own below the heading.
  mutating func takeTitleLine(_ block: SeedBlock) -> Bool {
    let text = block.text
    guard title.isEmpty, block.kind == .paragraph, (2...250).contains(text.count),
      !text.hasPrefix("("), !text.hasSuffix(":"), startsLikeSentence(text),
      !text.hasSuffix(".") || text.count <= 60 || isInQuotes(text)
    else { return false }
    let label = text.words.prefix(2).map { slugify($0.text) }
    let isLabelled = ["titre", "theme"].contains(label.first) && label.last == ""
    let start = isLabelled ? text.words[1].range.upperBound : 0
    title = withoutQuotes(text[start..<text.count].trimmed { "*_".unicodeScalars.contains($0) })
    return true
  }
}

func isTitleMark(_ scalar: Unicode.Scalar) -> Bool {
  ":.,–—-|".unicodeScalars.contains(scalar)
}

/// Whether the first eight words of a text hold those that the name of a session begins with.
private func mayBeginSessionName(_ words: [SeedWord]) -> Bool {
  let first = endOfGenre(words)
  return words.dropFirst(first).prefix(2).contains { isSessionKind($0) }
}

/// The index after « Compte rendu de la » and its like.
private func endOfGenre(_ words: [SeedWord]) -> Int {
  var index = 0
  while index < min(words.count, 6),
    ["compte", "rendu", "compte-rendu", "synthese", "de", "la", "du", "des", ""]
      .contains(slugify(words[index].text))
  { index += 1 }
  return index < words.count && (index == 0 || words[0].startsUpper) ? index : 0
}

/// Whether a mark, a quote, a date or a capital divides the name of the session from its title.
private func isSetOff(_ words: [SeedWord], after name: SessionName, in text: TracedText) -> Bool {
  guard name.nextWord < words.count else { return true }
  let next = words[name.nextWord]
  let mark = words[name.nextWord - 1].trailing
  if next.text.isEmpty || ["-", "|"].contains(next.text) || !next.leading.isEmpty { return true }
  if !mark.isEmpty, mark != "," { return true }
  let isDated = findDatePhrases(in: text, words: words).contains {
    $0.words.contains(name.nextWord)
  }
  if isDated { return true }
  let isHeading = !text.hasSuffix(".") && !text.hasSuffix(";") && !text.hasSuffix(",")
  return next.startsUpper && isHeading && text.count <= 160
}

/// Takes a date off a title, where marks or brackets set it apart: the last of several.
private func takeDate(from title: inout TracedText) -> PrintedDate? {
  let words = title.words
  for phrase in findDatePhrases(in: title, words: words).reversed() {
    var range = phrase.words
    let isBracketed = widenToBracket(&range, words)
    guard isBracketed || stands(range, apartIn: words, hasDay: phrase.hasDay) else { continue }
    let low = words[range.lowerBound].core.lowerBound
    let high = words[range.upperBound - 1].core.upperBound
    let printed = title[low..<high]
    title = title.without(low..<high).trimmed(where: isTitleMark)
    return (printed, phrase.date)
  }
  return nil
}

/// Widens a date to the bracket that holds it and few words besides.
private func widenToBracket(_ range: inout Range<Int>, _ words: [SeedWord]) -> Bool {
  let before = max(0, range.lowerBound - 3)
  let after = min(words.count, range.upperBound + 4)
  guard
    let open = (before...range.lowerBound).last(where: {
      words[$0].leading.contains { $0 == "(" || $0 == "[" }
    }),
    !words[open..<range.lowerBound].contains(where: { $0.trailing.contains(")") }),
    let close = (range.upperBound - 1..<after).first(where: {
      words[$0].trailing.contains { $0 == ")" || $0 == "]" }
    })
  else { return false }
  range = open..<close + 1
  return true
}

/// Whether marks stand on both sides of a date; before a title it must name a day, as « Mai 1848 :
/// … » is a title.
private func stands(_ range: Range<Int>, apartIn words: [SeedWord], hasDay: Bool) -> Bool {
  let marks = ",;:.–—)»?!|"
  if range.lowerBound > 0 {
    let before = words[range.lowerBound - 1]
    guard
      before.text.isEmpty || ["-", "|"].contains(before.text)
        || before.trailing.contains(where: marks.contains)
    else { return false }
  }
  guard range.upperBound < words.count else { return true }
  guard hasDay else { return false }
  let next = words[range.upperBound]
  return words[range.upperBound - 1].trailing.contains(where: marks.contains)
    || next.text.isEmpty || ["-", "|"].contains(next.text) || !next.leading.isEmpty
    || (range.lowerBound == 0 && next.startsUpper)
}

/// A title without the quotes around all of it.
private func withoutQuotes(_ title: TracedText) -> TracedText {
  isInQuotes(title) ? title[1..<title.count - 1].trimmed : title
}

private func isInQuotes(_ text: TracedText) -> Bool {
  guard text.count > 2, let first = text.scalars.first?.scalar, let last = text.scalars.last?.scalar
  else { return false }
  let isPair =
    (first == "«" && last == "»") || (first == "“" && last == "”")
    || (first == "\"" && last == "\"")
  return isPair && !text.scalars[1..<text.count - 1].contains { $0.scalar.isQuote }
}
