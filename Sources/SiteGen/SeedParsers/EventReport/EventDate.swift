import SiteModel

/// The date of an event in a line; of several days the first: « 12 et 13 octobre 2017 »,
/// « du 30 novembre au 1er décembre 2017 », « 12/10/2017 ».
func findEventDate(in text: TracedText) -> EventReport.PrintedDate? {
  let found = findFrenchDates(in: text)
  if let date = found.first(where: { $0.date.day != nil }) ?? found.first {
    return firstDay(of: date, in: text)
  }
  for word in text.words {
    if let date = numericDate(word.text) {
      return EventReport.PrintedDate(date: date, source: text[word.core])
    }
  }
  return nil
}

/// « 12-13 », « 12 et », « jeudi 12 et vendredi », « 30 novembre au » before a date.
private func firstDay(of found: FoundDate, in text: TracedText) -> EventReport.PrintedDate {
  let last = EventReport.PrintedDate(date: found.date, source: text[found.range])
  let low = max(0, found.range.lowerBound - 40)
  let words = text[low..<found.range.lowerBound].words.filter {
    !$0.text.isEmpty || !$0.leading.isEmpty
  }
  var index = words.count - 1
  func printed(_ day: Int, _ month: Int?, from start: Int) -> EventReport.PrintedDate? {
    guard let month = month ?? found.date.month,
      let date = PartialDate(year: found.date.year, month: month, day: day)
    else { return nil }
    return EventReport.PrintedDate(date: date, source: text[low + start..<found.range.upperBound])
  }
  if found.date.day == nil {
    let days = index >= 0 ? words[index].text.split { "-–/".contains($0) }.map(dayNumber) : []
    guard days.count == 2, let day = days[0], days[1] != nil else { return last }
    return printed(day, nil, from: words[index].core.lowerBound) ?? last
  }
  if index >= 0, isWeekday(words[index]) { index -= 1 }
  guard index > 0,
    ["et", "au", "&", "-", "–", "—"].contains(
      words[index].text.isEmpty ? words[index].leading : words[index].lowercased
    )
  else { return last }
  index -= 1
  var month: Int?
  if let number = FrenchMonths.number(of: words[index].text), index > 0 {
    month = number
    index -= 1
  }
  guard let day = dayNumber(words[index].text) else { return last }
  return printed(day, month, from: words[index].core.lowerBound) ?? last
}

func isWeekday(_ word: SeedWord) -> Bool {
  ["lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"].contains(
    word.lowercased
  )
}

private func dayNumber(_ word: some StringProtocol) -> Int? {
  let digits = word.hasSuffix("er") ? word.dropLast(2) : word[...]
  guard (1...2).contains(digits.utf8.count), let day = Int(digits), (1...31).contains(day) else {
    return nil
  }
  return day
}

/// « 12/10/2017 », « 12.10.2017 », « 2017-10-12 ».
private func numericDate(_ word: String) -> PartialDate? {
  let parts = word.split { "/.-".contains($0) }.map(String.init)
  guard parts.count == 3, parts.allSatisfy({ $0.utf8.allSatisfy { (0x30...0x39).contains($0) } }),
    let first = Int(parts[0]), let month = Int(parts[1]), let last = Int(parts[2])
  else { return nil }
  if parts[0].count == 4 { return PartialDate(year: first, month: month, day: last) }
  return parts[2].count == 4 ? PartialDate(year: last, month: month, day: first) : nil
}
