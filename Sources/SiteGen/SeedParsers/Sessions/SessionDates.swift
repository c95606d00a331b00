import Markup
import SiteModel

/// A date as a heading prints it, with its value.
typealias PrintedDate = (printed: TracedText, value: PartialDate)

/// A date with what belongs to it: day of the week, hours, room.
struct DatePhrase: Hashable, Sendable {
  let date: PartialDate
  /// Indices of its words.
  var words: Range<Int>
  /// Whether a day of the month is printed.
  var hasDay: Bool { date.day != nil }
}

/// The dates of a text, each with the words around it that say when and where.
func findDatePhrases(in text: TracedText, words: [SeedWord]) -> [DatePhrase] {
  guard mayHoldDate(text) else { return [] }
  var phrases: [DatePhrase] = []
  for (range, date) in datedWords(in: text, words: words) {
    guard range.lowerBound >= phrases.last?.words.upperBound ?? 0 else { continue }
    var (first, value) = (range.lowerBound, date)
    if let earlier = firstDay(before: first, in: words),
      let begun = PartialDate(year: date.year, month: date.month, day: earlier.day)
    {
      (first, value) = (earlier.word, begun)
    }
    while first > 0, datePrelude.contains(slugify(words[first - 1].text)),
      words[first - 1].trailing.isEmpty || words[first - 1].trailing == ",",
      words[first].leading.isEmpty
    {
      first -= 1
    }
    let end = endOfPlace(words, from: endOfHours(words, from: range.upperBound))
    phrases.append(DatePhrase(date: value, words: first..<end))
  }
  return phrases
}

/// Words that may stand before the day.
private let datePrelude: WordSet = [
  "lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche", "le", "du", "les",
]

/// The words that are a date, written out or in numbers, in order.
private func datedWords(in text: TracedText, words: [SeedWord]) -> [(Range<Int>, PartialDate)] {
  var found: [(Range<Int>, PartialDate)] = []
  var written = findFrenchDates(in: text)[...]
  var first: Int?
  for (index, word) in words.enumerated() {
    if let date = written.first {
      if first == nil, word.core.upperBound > date.range.lowerBound { first = index }
      if word.core.upperBound >= date.range.upperBound {
        found.append(((first ?? index)..<index + 1, date.date))
        written.removeFirst()
        first = nil
        continue
      }
      if first != nil { continue }
    }
    if let date = numericDate(word.text) { found.append((index..<index + 1, date)) }
  }
  return found
}

/// `03/05/2018`, `3.5.2018`, `2018-05-03`.
private func numericDate(_ word: String) -> PartialDate? {
  guard (8...10).contains(word.utf8.count),
    word.utf8.first.map({ (0x2B...0x39).contains($0) }) == true
  else { return nil }
  for mark in ["/", ".", "-"] {
    let parts = word.split(separator: Character(mark)).map { Int($0) }
    guard parts.count == 3, let a = parts[0], let month = parts[1], let b = parts[2] else {
      continue
    }
    if mark == "-" { return a > 999 ? PartialDate(year: a, month: month, day: b) : nil }
    return b > 999 ? PartialDate(year: b, month: month, day: a) : nil
  }
  return nil
}

/// The first of several days: « 3 et 4 mai », « du 3 au 5 mai », « 3-4 mai ».
private func firstDay(before index: Int, in words: [SeedWord]) -> (word: Int, day: Int)? {
  if index > 1, ["et", "au", "-", "–", "à"].contains(words[index - 1].printed),
    let first = dayNumber(words[index - 2].text)
  {
    return (index - 2, first)
  }
  guard index > 0, let both = words[index - 1].text.firstIndex(where: { "-–/".contains($0) }),
    let first = dayNumber(String(words[index - 1].text[..<both])),
    dayNumber(String(words[index - 1].text[both...].dropFirst())) != nil
  else { return nil }
  return (index - 1, first)
}

/// The index after hours: « , de 14 h à 17 h », « 14h00-16h30 », « (18 h) ».
private func endOfHours(_ words: [SeedWord], from start: Int) -> Int {
  var end = start
  var index = start
  while index < words.count, index - end <= 3 {
    let next = endOfHour(words, at: index)
    if next > index {
      end = next
      index = next
    } else if ["a", "de", "et", "entre", "des", "jusqu-a", ""].contains(slugify(words[index].text))
    {
      index += 1
    } else {
      break
    }
  }
  return end
}

private func endOfHour(_ words: [SeedWord], at index: Int) -> Int {
  let text = words[index].lowercased
  let parts = text.split { $0 == "h" || $0 == ":" || $0 == "-" || $0 == "–" }
  let isNumber = !parts.isEmpty && parts.allSatisfy { $0.utf8.count <= 2 && Int($0) != nil }
  if isNumber, text.contains("h") || (text.contains(":") && parts.count % 2 == 0) {
    return index + 1
  }
  guard isNumber, parts.count == 1, index + 1 < words.count else { return index }
  let unit = words[index + 1].lowercased
  if ["h", "heures", "heure"].contains(unit) {
    let minutes = index + 2 < words.count ? words[index + 2].text : ""
    return minutes.utf8.count == 2 && Int(minutes) != nil ? index + 3 : index + 2
  }
  return index
}

/// The index after a room or an address that follows: up to the next mark that could divide it
/// from a title.
private func endOfPlace(_ words: [SeedWord], from start: Int) -> Int {
  var index = start
  while index < words.count, index - start < 4,
    ["", "a", "au", "en", "dans", "la", "le", "l"].contains(slugify(words[index].text)),
    words[index].leading.isEmpty
  { index += 1 }
  guard index < words.count, namesPlace(words[index]) else { return start }
  while index < words.count {
    let word = words[index]
    if word.text.isEmpty || word.text == "-" || word.text == "|" || word.leading.contains("«") {
      return index
    }
    index += 1
    if word.trailing.contains(where: { ":.;)".contains($0) }) { break }
  }
  return index
}

private func namesPlace(_ word: SeedWord) -> Bool {
  let stem = behindElision(word.lowercased) ?? ""
  return places.contains(slugify(stem))
}

/// Words that a place begins with.
private let places: WordSet = [
  "salle", "salles", "amphi", "amphitheatre", "auditorium", "batiment", "campus", "visioconference",
  "visio", "distanciel", "ligne", "zoom", "rue", "bibliotheque", "auditoire", "site", "locaux",
  "universite", "institut", "ecole", "maison", "musee", "hotel", "centre", "mairie", "faculte",
  "archives", "theatre", "grand", "hall", "espace", "studio", "librairie", "cafe", "halle",
]

extension SeedWord {
  /// The word with the marks that touch it; a dash alone has no other text.
  fileprivate var printed: String { text.isEmpty ? leading + trailing : text }
}
