import Markup
import SiteModel

/// The heading of a session: `Séance 3 : Title (5 octobre 2021)`.
struct SessionHeading: Hashable, Sendable {
  let number: TracedText
  let title: TracedText
  /// The date as printed, with its value; nil when none is printed or none exists.
  let printedDate: TracedText?
  let date: PartialDate?
  /// The whole heading.
  let source: TracedText
}

/// Reads the heading of a session, nil when a text is none.
func readSessionHeading(_ text: TracedText) -> SessionHeading? {
  let words = text.words
  guard words.count >= 3, ["seance", "session", "rencontre"].contains(slugify(words[0].text)),
    words[0].trailing.isEmpty, words[0].startsUpper, text.count <= 300
  else { return nil }
  let numberStart =
    words[1].core.lowerBound + words[1].text.unicodeScalars.prefix { !$0.isDigit }.count
  let number = text[numberStart..<words[1].core.upperBound]
  guard !number.isEmpty, number.count <= 4, number.scalars.allSatisfy({ $0.scalar.isDigit }) else {
    return nil
  }
  let hasMark =
    !words[1].trailing.isEmpty
    || (words[2].range.count == 1 && (words[2].text.isEmpty || words[2].text == "-"))
  guard hasMark else { return nil }
  var title = text[words[1].core.upperBound..<text.count].trimmed {
    ":.–—-".unicodeScalars.contains($0)
  }
  var printed: FoundDate?
  var printedText: TracedText?
  if title.hasSuffix(")"), let open = title.scalars.lastIndex(where: { $0.scalar == "(" }) {
    let inside = title[open + 1..<title.count - 1]
    if let found = findFrenchDates(in: inside).first, inside.count - found.range.count <= 12 {
      printed = found
      printedText = inside[found.range]
      title = title[0..<open].trimmed
    }
  }
  return SessionHeading(
    number: number,
    title: title.withCapitalInitial,
    printedDate: printedText,
    date: printed?.date,
    source: text
  )
}
