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
    if let narrative = narrativeCitation(in: text, brackets: inside) {
      found.append(narrative)
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

/// One item between semicolons: names, then one year or several.
private func citations(in text: TracedText, item: Range<Int>) -> [FoundCitation] {
  let part = text[item]
  let words = part.words.filter { !$0.text.isEmpty }
  guard let firstYear = words.firstIndex(where: { readYear($0) != nil }), firstYear > 0 else {
    return []
  }
  var nameStart = 0
  let prefixes: Set<String> = [
    "voir", "cf", "notamment", "aussi", "par", "exemple", "e.g", "ex", "p",
  ]
  while nameStart < firstYear, prefixes.contains(words[nameStart].lowercased) { nameStart += 1 }
  guard let names = readNames(Array(words[nameStart..<firstYear])) else { return [] }
  var found: [FoundCitation] = []
  var start = words[nameStart].range.lowerBound
  for word in words[firstYear...] {
    guard let year = readYear(word) else { break }
    let work = CitedWork(
      families: names.families,
      hasOthers: names.hasOthers,
      year: year.year,
      suffix: year.suffix
    )
    let low = item.lowerBound + start
    found.append(
      FoundCitation(
        work: work,
        range: low..<item.lowerBound + word.core.upperBound,
        isCertain: names.isCertain || words[firstYear - 1].trailing.hasSuffix(",")
      )
    )
    start = word.range.upperBound + 1
  }
  return found
}

/// `Durand (2007)`, `Durand et Petit (2007)`, `Durand et al. (2007)`.
private func narrativeCitation(in text: TracedText, brackets: Range<Int>) -> FoundCitation? {
  let inside = text[brackets].words
  guard inside.count == 1, let word = inside.first, let year = readYear(word) else { return nil }
  let before = text[max(0, brackets.lowerBound - 120)..<brackets.lowerBound - 1]
  let words = before.words
  var start = words.count
  while start > 0, words.count - start < 6 {
    let candidate = words[start - 1]
    let isJoint = ["et", "&", "al", "and"].contains(candidate.lowercased)
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
      let low = before.count == 0 ? 0 : brackets.lowerBound - 1 - before.count
      return FoundCitation(
        work: CitedWork(
          families: names.families,
          hasOthers: names.hasOthers,
          year: year.year,
          suffix: year.suffix
        ),
        range: low + first.range.lowerBound..<brackets.upperBound + 1,
        isCertain: false
      )
    }
    start += 1
  }
  return nil
}

private struct CitedNames {
  var families: [String] = []
  var hasOthers = false
  /// Whether two names are joined, or others are meant.
  var isCertain = false
}

/// Families divided by commas, « et » and `&`; nil when another word stands among them.
private func readNames(_ words: [SeedWord]) -> CitedNames? {
  var names = CitedNames()
  var family: [String] = []
  func close() {
    if !family.isEmpty { names.families.append(slugify(family.joined(separator: " "))) }
    family = []
  }
  for word in words {
    if word.lowercased == "al" {
      names.hasOthers = true
      names.isCertain = true
      close()
    } else if ["et", "&", "and"].contains(word.lowercased) {
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

private func readYear(_ word: SeedWord) -> (year: String, suffix: String)? {
  let scalars = Array(word.text.unicodeScalars)
  guard scalars.count == 4 || (scalars.count == 5 && scalars[4].isLower && scalars[4].isASCII),
    scalars[0..<4].allSatisfy(\.isDigit), scalars[0] == "1" || scalars[0] == "2"
  else { return nil }
  return (String(word.text.prefix(4)), String(word.text.dropFirst(4)))
}
