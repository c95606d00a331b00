import SiteModel

/// A date written out in French, and where.
struct FoundDate: Hashable, Sendable {
  let date: PartialDate
  /// From the day or the month to the year.
  let range: Range<Int>
}

/// The dates of a text that name a year: `1er juin 2020`, `15 décembre 2021`, `mai 2019`.
///
/// Dates that no calendar knows are left out.
func findFrenchDates(in text: TracedText) -> [FoundDate] {
  guard mayHoldDate(text) else { return [] }
  let words = text.words
  var found: [FoundDate] = []
  for index in words.indices {
    guard words.indices.contains(index + 1), words[index].trailing.isEmpty,
      let year = year(of: words[index + 1].text),
      let month = FrenchMonths.number(of: words[index].text)
    else { continue }
    var start = words[index].core.lowerBound
    var day: Int?
    if index > 0, words[index - 1].trailing.isEmpty,
      let number = dayOfMonth(words[index - 1].lowercased)
    {
      day = number
      start = words[index - 1].core.lowerBound
    }
    guard let date = PartialDate(year: year, month: month, day: day) else { continue }
    found.append(FoundDate(date: date, range: start..<words[index + 1].core.upperBound))
  }
  return found
}

/// Whether a text has four digits in a row: every date that is read has the year in full.
func mayHoldDate(_ text: TracedText) -> Bool {
  var digits = 0
  for traced in text.scalars {
    digits = traced.isDigit ? digits + 1 : 0
    if digits == 4 { return true }
  }
  return false
}

private func year(of word: String) -> Int? {
  let digits = Array(word.utf8)
  guard digits.count == 4, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
  return Int(word)
}

private func dayOfMonth(_ word: String) -> Int? {
  let digits = word.hasSuffix("er") ? String(word.dropLast(2)) : word
  guard !digits.isEmpty, digits.utf8.count <= 2,
    digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
  else { return nil }
  return Int(digits)
}
