import Diagnostics
import FrontMatter
import Markup
import SiteModel

/// The heading of a session: `Séance 3 : Title (5 octobre 2021)`.
struct SessionHeading: Hashable, Sendable {
  let number: TracedText
  let title: TracedText
  /// The date as printed, with its value; nil when none is printed or none exists.
  var printedDate: TracedText?
  var date: PartialDate?
  /// What became of it, where that is printed.
  let status: SessionStatus?
  /// The whole heading.
  let source: TracedText
}

/// Reads the heading of a session, nil when a text is none.
func readSessionHeading(_ printed: TracedText) -> SessionHeading? {
  guard printed.count <= 300 else { return nil }
  let (text, status) = splitStatus(printed)
  let words = text.words
  guard words.count >= 3, ["seance", "session", "rencontre"].contains(slugify(words[0].text)),
    words[0].trailing.isEmpty, words[0].startsUpper
  else { return nil }
  // « Séance 4 », « Séance n°4 », « Séance n° 4 ».
  let isApart = ["n°", "nº", "no", "numéro"].contains(words[1].lowercased)
  let word = words[isApart ? 2 : 1]
  let numberStart = word.core.lowerBound + word.text.unicodeScalars.prefix { !$0.isDigit }.count
  let number = text[numberStart..<word.core.upperBound]
  guard !number.isEmpty, number.count <= 4, number.scalars.allSatisfy({ $0.scalar.isDigit }) else {
    return nil
  }
  var title = text[word.core.upperBound..<text.count].trimmed(where: isTitleMark)
  let first = takeDate(from: &title)
  let date = status?.date ?? first
  guard isMarked(words, after: isApart ? 2 : 1) || (title.isEmpty && date != nil) else {
    return nil
  }
  return SessionHeading(
    number: number,
    title: title.withCapitalInitial,
    printedDate: date?.printed,
    date: date?.value,
    status: status,
    source: printed
  )
}

extension SessionHeading {
  /// Takes the date that stands on a line of its own below the heading.
  mutating func takeDateLine(_ text: TracedText) -> Bool {
    guard date == nil, let found = readDateLine(text) else { return false }
    (printedDate, date) = (found.printed, found.value)
    return true
  }
}

private func isTitleMark(_ scalar: Unicode.Scalar) -> Bool {
  ":.–—-".unicodeScalars.contains(scalar)
}

/// Whether a colon, a stop or a dash divides the number from the title.
private func isMarked(_ words: [SeedWord], after index: Int) -> Bool {
  guard index + 1 < words.count else { return false }
  let next = words[index + 1]
  return !words[index].trailing.isEmpty
    || (next.range.count == 1 && (next.text.isEmpty || next.text == "-"))
}

/// A date as a heading prints it, with its value.
typealias PrintedDate = (printed: TracedText, value: PartialDate)

/// Takes « (mardi 3 décembre 1844) » off the end of a title, or a date that a mark sets apart at
/// its end or its beginning.
private func takeDate(from title: inout TracedText) -> PrintedDate? {
  if title.hasSuffix(")"), let open = title.scalars.lastIndex(where: { $0.scalar == "(" }) {
    let inside = title[open + 1..<title.count - 1]
    guard let date = readDateLine(inside, besides: 12) else { return nil }
    title = title[0..<open].trimmed(where: isTitleMark)
    return date
  }
  for mark in [" – ", " — ", " - ", " : ", ", "] {
    let parts = title.split(at: mark)
    guard parts.count > 1, let first = parts.first, let last = parts.last else { continue }
    if let date = readDateLine(last, besides: 12) {
      title = title[0..<title.count - last.count].trimmed { isTitleMark($0) || $0 == "," }
      return date
    }
    if let date = readDateLine(first, besides: 12) {
      title = title[first.count..<title.count].trimmed { isTitleMark($0) || $0 == "," }
      return date
    }
  }
  guard let date = readDateLine(title, besides: 12) else { return nil }
  title = title[title.count..<title.count]
  return date
}

/// A text that is a date and a few signs around it: a day of the week, an hour.
func readDateLine(_ text: TracedText, besides others: Int = 30) -> PrintedDate? {
  guard text.count <= 30 + others, let found = findFrenchDates(in: text).first,
    text.count - found.range.count <= others
  else { return nil }
  return (text[found.range], found.date)
}
