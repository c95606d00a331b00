/// Dates of BibTeX, both directions: EDTF in one field, or year, month and day in three.
enum BibTeXDates {
  /// Reads a date in one field; words that are no date become the literal.
  static func read(_ text: String) -> CSLDate {
    if let date = readEDTF(text) { return date }
    if let date = readYears(text) { return date }
    // Dates in words are short; anything longer is a remark.
    return text.utf8.count <= 60 ? parseDate(text) : CSLDate(literal: text)
  }

  /// Reads a date in three fields, each empty when absent; nil when nothing is known but a month.
  ///
  /// `isMonthRead` tells whether the month was understood.
  static func read(year: String, month: String, day: String) -> (CSLDate?, isMonthRead: Bool) {
    guard !year.isEmpty else { return (nil, month.isEmpty) }
    var date = read(year)
    guard var start = date.start, date.end == nil, !month.isEmpty else { return (date, true) }
    guard let found = readMonths(month) else { return (date, false) }
    let end = found.last.flatMap { found.count == 2 ? $0 : nil }
    start.month = found[0].month
    start.season = found[0].season
    start.day = found[0].day ?? Int(day.trimmingSpaces()).flatMap { (1...31) ~= $0 ? $0 : nil }
    if start.month == nil { start.day = nil }
    date.start = start
    if let end {
      date.end = CSLDate.Point(
        year: start.year,
        month: end.month,
        day: end.day,
        season: end.season
      )
    }
    return (date, true)
  }

  /// `1914–1918`, `1914-1918`, `1914–` and years of fewer than three figures.
  private static func readYears(_ text: String) -> CSLDate? {
    let trimmed = text.trimmingSpaces()
    if trimmed.utf8.count <= 8, let year = Int(trimmed) {
      return CSLDate(start: CSLDate.Point(year: year))
    }
    let parts = trimmed.split(omittingEmptySubsequences: false) { "-–—/".contains($0) }
    guard parts.count == 2, (3...4).contains(parts[0].utf8.count), let start = Int(parts[0])
    else { return nil }
    var date = CSLDate(start: CSLDate.Point(year: start))
    if parts[1].isEmpty {
      date.isOpen = true
      return date
    }
    guard (3...4).contains(parts[1].utf8.count), let end = Int(parts[1]) else { return nil }
    date.end = CSLDate.Point(year: end)
    return date
  }

  private struct MonthAndDay {
    var month: Int?
    var season: Int?
    var day: Int?
  }

  /// One month or season or two, each perhaps with a day.
  private static func readMonths(_ text: String) -> [MonthAndDay]? {
    var found: [MonthAndDay] = []
    var day: Int?
    for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }) {
      if let number = Int(word.prefix { $0.isNumber }) {
        // A number alone is the month; beside a name it is the day.
        guard (1...31).contains(number) else { return nil }
        if let last = found.indices.last, found[last].day == nil {
          found[last].day = number
        } else {
          day = number
        }
        continue
      }
      if word == "and" || word == "et" || word == "to" { continue }
      guard let entry = months.first(where: { word.hasPrefix($0.prefix) }) else { return nil }
      let isSeason = entry.number > 20
      found.append(
        MonthAndDay(
          month: isSeason ? nil : entry.number,
          season: isSeason ? entry.number - 20 : nil,
          day: day
        )
      )
      day = nil
    }
    if found.isEmpty, let day, day <= 12 { return [MonthAndDay(month: day)] }
    return found.isEmpty || found.count > 2 ? nil : found
  }

  /// Beginnings of the names of months and seasons (from 21), English and French.
  private static let months: [(prefix: String, number: Int)] = [
    ("jan", 1), ("feb", 2), ("fév", 2), ("fev", 2), ("mar", 3), ("apr", 4), ("avr", 4),
    ("may", 5), ("mai", 5), ("juil", 7), ("jul", 7), ("juin", 6), ("jun", 6), ("aug", 8),
    ("aoû", 8), ("aou", 8), ("sep", 9), ("oct", 10), ("nov", 11), ("dec", 12), ("déc", 12),
    ("spring", 21), ("printemps", 21), ("summer", 22), ("été", 22), ("autumn", 23), ("fall", 23),
    ("automne", 23), ("winter", 24), ("hiver", 24),
  ]

  private static let macros = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]

  private static let seasons = ["spring", "summer", "autumn", "winter"]

  /// The fields of classic BibTeX for a date, values with their braces.
  static func writeClassic(_ date: CSLDate) -> [(name: String, value: String)] {
    guard date.literal.isEmpty, let start = date.start else {
      return [("year", "{\(encodeTeX(date.literal, keepsCase: false))}")]
    }
    var year = String(start.year)
    if let end = date.end, end.year != start.year { year += "--\(end.year)" }
    if date.end == nil, date.isOpen { year += "--" }
    if date.isCirca { year = "ca. " + year }
    var fields = [("year", "{\(year)}")]
    guard let month = writeMonth(start) else { return fields }
    if let end = date.end, end.year == start.year, let last = writeMonth(end) {
      fields.append(("month", "\(month) # \"--\" # \(last)"))
      return fields
    }
    if date.end != nil { return fields }
    fields.append(("month", month))
    if start.month != nil, let day = start.day { fields.append(("day", "{\(day)}")) }
    return fields
  }

  private static func writeMonth(_ point: CSLDate.Point) -> String? {
    if let month = point.month, macros.indices.contains(month - 1) { return macros[month - 1] }
    if let season = point.season, seasons.indices.contains(season - 1) {
      return "\"\(seasons[season - 1])\""
    }
    return nil
  }
}
