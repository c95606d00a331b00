import Markup
import SiteModel

/// The years of a season, which a programme prints once: `2018-2019`, or `2018` alone.
struct SeasonYears: Hashable, Sendable {
  let first: Int
  let last: Int

  /// Looks for the years at the head of a text; nil where none are printed.
  init?(_ blocks: [SeedBlock]) {
    var single: Int?
    for block in blocks.prefix(12) where block.text.count <= 200 {
      let words = block.text.words
      if let pair = words.indices.lazy.compactMap({ yearPair(words, at: $0) }).first {
        (first, last) = pair
        return
      }
      let isDated = !findFrenchDates(in: block.text).isEmpty
      single = single ?? (isDated ? nil : words.lazy.compactMap { plainYear($0.text) }.first)
    }
    guard let year = single else { return nil }
    (first, last) = (year, year)
  }

  /// A line in which a day without a year has its own, and what was put in, for each such day: the
  /// last first, since titles speak of days as well.
  func completions(of text: TracedText) -> [(text: TracedText, year: String)] {
    guard text.count <= 300 else { return [] }
    let words = text.words
    var found: [(text: TracedText, year: String)] = []
    for index in words.indices.dropFirst() {
      guard let month = FrenchMonths.number(of: words[index].text),
        let day = dayNumber(words[index - 1].text), words[index - 1].trailing.isEmpty,
        index + 1 == words.count || plainYear(words[index + 1].text) == nil,
        let year = year(of: day, month, after: index > 1 ? words[index - 2].lowercased : "")
      else { continue }
      let end = words[index].core.upperBound
      var result = text[0..<end]
      result.append(" \(year)", from: text.place(at: end - 1))
      result.append(text[end..<text.count])
      found.append((result, " \(year)"))
    }
    return found.reversed()
  }

  /// The year in which the day falls on its day of the week; a season begins in August.
  private func year(of day: Int, _ month: Int, after weekday: String) -> Int? {
    let likely = month >= 8 ? first : last
    guard let printed = weekdays.firstIndex(of: weekday) else { return likely }
    return [likely, first, last].first {
      dayOfWeek(year: $0, month: month, day: day) == printed
    }
  }
}

extension SessionHeading {
  /// The heading with the year that was put into it taken out of its printed words; nil where the
  /// year is not that of its date.
  func without(year: String) -> SessionHeading? {
    guard let printedDate, date != nil, title.firstRange(of: year) == nil,
      let range = printedDate.firstRange(of: year)
    else { return nil }
    var printed = printedDate[0..<range.lowerBound]
    printed.append(printedDate[range.upperBound..<printedDate.count])
    var result = self
    result.printedDate = printed
    return result
  }
}

private let weekdays = [
  "dimanche", "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi",
]

/// 0 for Sunday, in the Gregorian calendar (Sakamoto's method).
private func dayOfWeek(year: Int, month: Int, day: Int) -> Int {
  let shifts = [0, 3, 2, 5, 0, 3, 5, 1, 4, 6, 2, 4]
  let year = month < 3 ? year - 1 : year
  return (year + year / 4 - year / 100 + year / 400 + shifts[month - 1] + day) % 7
}

/// `3`, `1er`: a day of a month.
func dayNumber(_ text: String) -> Int? {
  let digits = text.hasSuffix("er") ? text.dropLast(2) : text[...]
  guard digits.utf8.count <= 2, let day = Int(digits), (1...31).contains(day) else { return nil }
  return day
}

private func plainYear(_ text: String) -> Int? {
  guard text.utf8.count == 4, let year = Int(text), (1800...2200).contains(year) else { return nil }
  return year
}

/// `2018-2019`, `2018/19`, `2018 – 2019`.
private func yearPair(_ words: [SeedWord], at index: Int) -> (Int, Int)? {
  let text = words[index].text
  if let first = plainYear(text), index + 2 < words.count,
    words[index + 1].text.isEmpty || ["-", "/"].contains(words[index + 1].text),
    plainYear(words[index + 2].text) == first + 1
  {
    return (first, first + 1)
  }
  guard text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
  let parts = text.split { "-–/".contains($0) }
  guard parts.count == 2, let first = plainYear(String(parts[0])), let last = Int(parts[1]),
    last == first + 1 || last == (first + 1) % 100
  else { return nil }
  return (first, first + 1)
}
