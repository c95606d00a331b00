/// Reads a date written by hand: ISO 8601 and EDTF forms, "12 March 2004", "March 2004",
/// "3/12/2004", ranges with "/", "–" or " - ", a trailing "?" or "~" for approximate.
///
/// What cannot be read becomes the literal, unchanged.
func parseDate(_ raw: String) -> CSLDate {
  var text = raw.trimmingSpaces()
  var date = CSLDate()
  if text.hasPrefix("\""), text.hasSuffix("\""), text.count > 1 {
    date.literal = String(text.dropFirst().dropLast())
    return date
  }
  if let last = text.last, last == "?" || last == "~" || last == "%" {
    date.isCirca = true
    text = String(text.dropLast()).trimmingSpaces()
  }
  for mark in ["circa ", "ca. ", "ca ", "c. "] where text.lowercased().hasPrefix(mark) {
    date.isCirca = true
    text = String(text.dropFirst(mark.count)).trimmingSpaces()
  }
  let halves = splitRange(text)
  guard let first = halves.first, let start = parsePoint(first) else {
    date.literal = raw.trimmingSpaces()
    date.isCirca = false
    return date
  }
  date.start = start
  if halves.count == 2 {
    guard !halves[1].isEmpty, halves[1] != ".." else {
      date.isOpen = true
      return date
    }
    guard let end = parsePoint(halves[1]) else { return CSLDate(literal: raw.trimmingSpaces()) }
    date.end = end
  }
  return date
}

private func splitRange(_ text: String) -> [String] {
  for separator in ["–", "—", " - ", "/"] {
    let parts = text.components(of: separator)
    if parts.count == 2 { return parts.map { $0.trimmingSpaces() } }
  }
  return [text]
}

extension String {
  /// The parts between occurrences of a separator.
  func components(of separator: String) -> [String] {
    var parts: [String] = []
    var part = ""
    var rest = self[...]
    while !rest.isEmpty {
      if rest.hasPrefix(separator) {
        parts.append(part)
        part = ""
        rest = rest.dropFirst(separator.count)
      } else if let character = rest.popFirst() {
        part.append(character)
      }
    }
    parts.append(part)
    return parts
  }
}

private func parsePoint(_ text: String) -> CSLDate.Point? {
  let isNegative = text.hasPrefix("-")
  let body = isNegative ? String(text.dropFirst()) : text
  let separators: Set<Character> = ["-", "/", ".", " ", ","]
  let words = body.split(whereSeparator: { separators.contains($0) }).map(String.init)
  guard (1...3).contains(words.count) else { return nil }
  var numbers: [(value: Int, digits: Int)] = []
  var month: Int?
  var season: Int?
  for word in words {
    if let value = Int(word) {
      numbers.append((value, word.count))
    } else if let found = monthNumber(word) {
      month = found
    } else if let found = seasonNumber(word) {
      season = found
    } else {
      return nil
    }
  }
  guard let yearIndex = numbers.firstIndex(where: { $0.digits >= 3 }) ?? numbers.indices.last else {
    return nil
  }
  var point = CSLDate.Point(year: numbers[yearIndex].value)
  point.month = month
  point.season = season
  let rest = numbers.indices.filter { $0 != yearIndex }.map { numbers[$0].value }
  if month != nil || season != nil {
    point.day = rest.first
  } else {
    point.month = rest.first
    point.day = rest.count > 1 ? rest[1] : nil
  }
  if isNegative { point.year = -point.year }
  return point.normalized()
}

extension CSLDate.Point {
  /// The same date with months 13 to 16 and 21 to 24 read as seasons, or nil out of the calendar.
  func normalized() -> CSLDate.Point? {
    var point = self
    if let month = point.month {
      switch month {
      case 1...12: break
      case 13...16:
        point.season = month - 12
        point.month = nil
      case 21...24:
        point.season = month - 20
        point.month = nil
      default: return nil
      }
    }
    if let day = point.day, !(1...31).contains(day) { return nil }
    return point
  }
}

private func monthNumber(_ word: String) -> Int? {
  let names = [
    "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
  ]
  guard word.count >= 3 else { return nil }
  return names.firstIndex { word.lowercased().hasPrefix($0) }.map { $0 + 1 }
}

private func seasonNumber(_ word: String) -> Int? {
  switch word.lowercased() {
  case "spring": 1
  case "summer": 2
  case "autumn", "fall": 3
  case "winter": 4
  default: nil
  }
}
