import Diagnostics
import Markup

/// A citation that stands in a text, and where.
struct FoundCitation: Hashable, Sendable {
  let work: CitedWork
  /// What becomes a link: from the first name (or the year, when the name stands before another
  /// year) to the year, or to the closing bracket in a narrative citation.
  let range: Range<Int>
  /// Whether the form leaves no doubt that a work is meant.
  let isCertain: Bool
}

/// Finds author-date citations: `(Durand, 2007; Petit *et al*, 2013)`, `Durand (2007)`.
///
/// Years in brackets without the name of an author before them are none.
func findCitations(in text: TracedText) -> [FoundCitation] {
  var found: [FoundCitation] = []
  var index = 0
  while let open = text.firstIndex(from: index, where: { $0 == "(" }) {
    index = open + 1
    guard
      let end = text.firstIndex(from: open + 1, where: { $0 == ")" || $0 == "(" }),
      text.scalars[end].scalar == ")", end - open <= 600
    else { continue }
    index = end
    let inside = open + 1..<end
    let narrative = narrativeCitations(in: text, brackets: inside)
    if !narrative.isEmpty {
      found += narrative
      continue
    }
    var start = inside.lowerBound
    for offset in inside.lowerBound...inside.upperBound
    where offset == inside.upperBound || text.scalars[offset].scalar == ";" {
      found += citations(in: text, item: start..<offset)
      start = offset + 1
    }
  }
  return found
}

/// Words that may stand before the names of a citation.
private let citationSignals: Set<String> = [
  "voir", "cf", "notamment", "aussi", "par", "exemple", "e.g", "ex", "p", "see", "also", "surtout",
  "encore", "d'après", "d’après", "selon", "in", "dans",
]

/// One item between semicolons: names, then one year or several.
private func citations(in text: TracedText, item: Range<Int>) -> [FoundCitation] {
  let part = text[item]
  let words = part.words.filter { !$0.text.isEmpty }
  guard let firstYear = words.firstIndex(where: { readYear($0) != nil }), firstYear > 0 else {
    return []
  }
  var nameStart = 0
  while nameStart < firstYear, citationSignals.contains(words[nameStart].lowercased) {
    nameStart += 1
  }
  guard let names = readNames(Array(words[nameStart..<firstYear])) else { return [] }
  let isCertain =
    names.isCertain
    || (words[firstYear - 1].trailing.hasSuffix(",")
      && !isPlace(part, words[nameStart..<firstYear]))
  var found: [FoundCitation] = []
  var start = words[nameStart].range.lowerBound
  for word in words[firstYear...] {
    guard let year = readYear(word) else { break }
    let low = item.lowerBound + start
    found.append(
      FoundCitation(
        work: names.work(of: year),
        range: low..<item.lowerBound + year.end,
        isCertain: isCertain
      )
    )
    start = word.range.upperBound + 1
  }
  return found
}

/// « (Bruxelles, 1881) » says where and when, unless a list names such an author.
private func isPlace(_ text: TracedText, _ words: ArraySlice<SeedWord>) -> Bool {
  guard let first = words.first, let last = words.last else { return false }
  return FrenchWords.publishingPlaces.contains(
    text.string(in: first.core.lowerBound..<last.core.upperBound)
  )
}

/// `Durand (2007)`, `Durand et Petit (2007, p. 12)`, `Durand et al. (2007, 2009)`.
private func narrativeCitations(in text: TracedText, brackets: Range<Int>) -> [FoundCitation] {
  guard let years = narrativeYears(text, brackets), let firstYear = years.first else { return [] }
  let before = text[max(0, brackets.lowerBound - 120)..<brackets.lowerBound - 1]
  let words = before.words
  var start = words.count
  while start > 0, words.count - start < 6 {
    let candidate = words[start - 1]
    let isJoint = jointWords.contains(candidate.lowercased) || isOthers(candidate)
    guard candidate.startsUpper || isJoint else { break }
    let isLast = start == words.count
    guard isLast || candidate.trailing.isEmpty || candidate.trailing == "," else { break }
    start -= 1
  }
  // The longest run of names first; a capital before it may only begin the sentence.
  while start < words.count {
    let run = Array(words[start...])
    if let first = run.first, first.startsUpper,
      !FrenchWords.functionWords.contains(first.lowercased)
        || FrenchWords.particles.contains(first.lowercased),
      let names = readNames(run)
    {
      let low = brackets.lowerBound - 1 - before.count + first.range.lowerBound
      let end = years.count == 1 ? brackets.upperBound + 1 : firstYear.end
      let rest = years.dropFirst().map { year in
        FoundCitation(work: names.work(of: year), range: year.start..<year.end, isCertain: false)
      }
      return [FoundCitation(work: names.work(of: firstYear), range: low..<end, isCertain: false)]
        + rest
    }
    start += 1
  }
  return []
}

/// The years of brackets that hold nothing else, but for a page behind the last; their places are
/// those of the whole text.
private func narrativeYears(_ text: TracedText, _ brackets: Range<Int>) -> [PrintedYear]? {
  guard brackets.count <= 80 else { return nil }
  let words = text[brackets].words.filter {
    !$0.text.isEmpty && !jointWords.contains($0.lowercased)
  }
  var years: [PrintedYear] = []
  for word in words {
    guard let year = readYear(word) else { break }
    years.append(year.moved(by: brackets.lowerBound))
  }
  let rest = words.dropFirst(years.count)
  guard !years.isEmpty, rest.allSatisfy(isLocator) else { return nil }
  return years
}

/// `p.`, `pp.`, `chap.`, `12-14`.
private func isLocator(_ word: SeedWord) -> Bool {
  ["p", "pp", "chap", "chapitre", "section", "§", "vol", "t", "sq", "sqq"]
    .contains(word.lowercased)
    || word.text.unicodeScalars.allSatisfy { $0.isDigit || $0 == "-" || $0 == "–" }
}

private struct CitedNames {
  var families: [String] = []
  var hasOthers = false
  /// Whether two names are joined, or others are meant.
  var isCertain = false

  func work(of year: PrintedYear) -> CitedWork {
    CitedWork(
      families: families.map { slugify($0) },
      printed: families,
      hasOthers: hasOthers,
      year: year.year,
      suffix: year.suffix
    )
  }
}

private let jointWords: Set<String> = ["et", "&", "and"]

/// Whether a word stands for the other names: « al », « coll ».
private func isOthers(_ word: SeedWord) -> Bool {
  ["al", "alii", "coll", "collaborateurs"].contains(word.text)
}

/// Families divided by commas, « et » and `&`; nil when another word stands among them.
private func readNames(_ words: [SeedWord]) -> CitedNames? {
  var names = CitedNames()
  var family: [String] = []
  func close() {
    if !family.isEmpty { names.families.append(family.joined(separator: " ")) }
    family = []
  }
  for word in words {
    if isOthers(word) {
      names.hasOthers = true
      names.isCertain = true
      close()
    } else if jointWords.contains(word.lowercased) {
      names.isCertain = true
      close()
    } else if word.startsUpper || (FrenchWords.particles.contains(word.text)) {
      let isInitial = word.text.unicodeScalars.count == 1 && word.trailing.hasPrefix(".")
      if !isInitial { family.append(word.text) }
    } else {
      return nil
    }
    if word.trailing.contains(",") { close() }
  }
  close()
  return names.families.isEmpty ? nil : names
}

/// A year with the letter behind it, and where it stands.
private struct PrintedYear {
  let year: String
  let suffix: String
  let start: Int
  let end: Int

  func moved(by offset: Int) -> PrintedYear {
    PrintedYear(year: year, suffix: suffix, start: start + offset, end: end + offset)
  }
}

/// `2007`, `2007a`, `2007:12` with its page.
private func readYear(_ word: SeedWord) -> PrintedYear? {
  let printed = word.text.split(separator: ":", maxSplits: 1).first ?? ""
  let scalars = Array(printed.unicodeScalars)
  guard scalars.count == 4 || (scalars.count == 5 && scalars[4].isLower && scalars[4].isASCII),
    scalars[0..<4].allSatisfy(\.isDigit), scalars[0] == "1" || scalars[0] == "2",
    word.text.unicodeScalars.dropFirst(scalars.count).allSatisfy({ !$0.isLetter })
  else { return nil }
  return PrintedYear(
    year: String(printed.prefix(4)),
    suffix: String(printed.dropFirst(4)),
    start: word.core.lowerBound,
    end: word.core.lowerBound + scalars.count
  )
}
