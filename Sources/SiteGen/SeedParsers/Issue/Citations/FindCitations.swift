import Diagnostics
import Markup
import SiteModel

/// A citation that stands in a text, and where.
struct FoundCitation: Hashable, Sendable {
  let work: CitedWork
  /// What becomes a link: from the first name (or the year, when the name stands before another
  /// year) to the year, or to the closing bracket in a narrative citation.
  let range: Range<Int>
  /// Whether the form leaves no doubt that a work is meant.
  let isCertain: Bool
  /// Other readings of the same words, tried in order where this one is in no list: « les travaux
  /// de Durand (2001) » may cite Durand or de Durand.
  var others: [CitedPassage] = []
}

/// One reading of a citation.
struct CitedPassage: Hashable, Sendable {
  let work: CitedWork
  let range: Range<Int>
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
private let citationSignals: WordSet = [
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
  guard nameStart < firstYear else { return [] }
  let whole = wholeName(part, words[nameStart..<firstYear])
  guard let names = readNames(Array(words[nameStart..<firstYear])) ?? whole else { return [] }
  let isCertain =
    !isDocument(words[nameStart])
    && (names.isCertain
      || (words[firstYear - 1].trailing.hasSuffix(",") && names != whole
        && !isPlace(part, words[nameStart..<firstYear])))
  var found: [FoundCitation] = []
  var start = words[nameStart].range.lowerBound
  for word in words[firstYear...] {
    guard let year = readYear(word) else { break }
    let low = item.lowerBound + start
    found.append(
      FoundCitation(
        work: names.work(of: year),
        range: low..<item.lowerBound + year.end,
        isCertain: isCertain,
        others: [whole].compactMap { $0 }.filter { $0 != names }.map {
          CitedPassage(work: $0.work(of: year), range: low..<item.lowerBound + year.end)
        }
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

/// All words before the year as one name: that of a body, « Bureau des hauteurs d'eau ».
private func wholeName(_ text: TracedText, _ words: ArraySlice<SeedWord>) -> CitedNames? {
  var words = words
  while let first = words.first, ["le", "la", "les"].contains(first.lowercased) {
    words = words.dropFirst()
  }
  guard words.count > 1, words.count <= 14, let first = words.first, let last = words.last,
    first.startsUpper || first.text.unicodeScalars.dropFirst().first?.isApostrophe == true
  else { return nil }
  let name = text.string(in: first.core.lowerBound..<last.core.upperBound)
  return CitedNames(families: [name.replacing("*", with: "")])
}

/// Whether a word names a law, an event, a judgement: « (Convention de Genève, 1864) » cites none.
private func isDocument(_ word: SeedWord) -> Bool {
  documentWords.contains(word.lowercased)
    || documentWords.contains(
      behindElision(word.lowercased) ?? ""
    )
}

private let documentWords: WordSet = [
  "accord", "accords", "affaire", "arrêt", "arrêté", "bataille", "biennale", "charte", "code",
  "colloque", "concile", "conférence", "congrès", "conseil", "constitution", "convention", "cour",
  "crue", "déclaration", "décret", "directive", "édit", "éruption", "exposition", "festival",
  "guerre", "inondation", "jugement", "loi", "lois", "ordonnance", "paix", "plan", "procès",
  "protocole", "règlement", "salon", "séisme", "sommet", "tempête", "traité", "traités", "tribunal",
]

/// `Durand (2007)`, `Durand et Petit (2007, p. 12)`, `van der Berg et al. (2007, 2009)`.
private func narrativeCitations(in text: TracedText, brackets: Range<Int>) -> [FoundCitation] {
  guard let years = narrativeYears(text, brackets), let firstYear = years.first else { return [] }
  let before = text[max(0, brackets.lowerBound - 120)..<brackets.lowerBound - 1]
  let words = before.words
  let end = years.count == 1 ? brackets.upperBound + 1 : firstYear.end
  let readings = narrativeNames(words).map { names, start in
    let low =
      brackets.lowerBound - 1 - before.count + words[start].range.lowerBound + names.elision
    return (
      passage: CitedPassage(work: names.work(of: firstYear), range: low..<end), names: names,
      start: start
    )
  }
  guard let first = readings.first else {
    return bodyCitation(words, of: before, year: firstYear, until: end, brackets)
  }
  let isCertain = isSubject(
    words,
    from: first.start,
    before: text[brackets.upperBound + 1..<min(text.count, brackets.upperBound + 60)]
  )
  let citation = FoundCitation(
    work: first.passage.work,
    range: first.passage.range,
    isCertain: isCertain,
    others: readings.dropFirst().map(\.passage)
  )
  let rest = years.dropFirst().map { year in
    FoundCitation(
      work: first.names.work(of: year),
      range: year.start..<year.end,
      isCertain: false
    )
  }
  return [citation] + rest
}

/// « le Bureau des hauteurs d'eau (1911) »: a body by its whole name, if a list holds it.
private func bodyCitation(
  _ words: [SeedWord],
  of before: TracedText,
  year: PrintedYear,
  until end: Int,
  _ brackets: Range<Int>
) -> [FoundCitation] {
  var start = words.count - 1
  while start >= 0, words.count - start <= 12 {
    let word = words[start]
    guard start == words.count - 1 || word.trailing.isEmpty else { return [] }
    let stem = behindElision(word.text) ?? ""
    if FrenchWords.institutionWords.contains(stem.lowercased()), stem != stem.lowercased(),
      let names = wholeName(before, words[start...])
    {
      let low =
        brackets.lowerBound - 1 - before.count + word.range.upperBound - stem.unicodeScalars.count
      return [FoundCitation(work: names.work(of: year), range: low..<end, isCertain: false)]
    }
    start -= 1
  }
  return []
}

/// The names that may end words, the most likely first: the longest run that begins with a capital
/// or a foreign particle, then longer ones with a French particle, then shorter ones.
private func narrativeNames(_ words: [SeedWord]) -> [(names: CitedNames, start: Int)] {
  var start = words.count
  while start > 0, words.count - start < 7 {
    let candidate = words[start - 1]
    let mayBePart =
      candidate.startsUpper || jointWords.contains(candidate.lowercased) || isOthers(candidate)
      || isSmallNamePart(candidate)
    guard mayBePart else { break }
    let isLast = start == words.count
    guard
      isLast || candidate.trailing.isEmpty || candidate.trailing == ","
        || (candidate.trailing == "." && candidate.text.unicodeScalars.count == 1)
    else { break }
    start -= 1
  }
  if start > 0, isElidedName(words[start - 1]),
    start == words.count || words[start - 1].trailing.isEmpty
  {
    start -= 1
  }
  var likely: [(names: CitedNames, start: Int)] = []
  var others: [(names: CitedNames, start: Int)] = []
  for low in start..<max(start, words.count) {
    let first = words[low]
    if isElidedName(first), var names = readNames(Array(words[low...]), afterElision: true) {
      names.elision = first.range.count - nameBehindElision(first).unicodeScalars.count
      names.elision -= first.trailing.unicodeScalars.count
      likely.append((names, low))
    }
    guard let names = readNames(Array(words[low...])), !jointWords.contains(first.lowercased),
      !isOthers(first)
    else { continue }
    let isForeign = foreignParticles.contains(first.text)
    if first.startsUpper || isForeign {
      guard
        !FrenchWords.functionWords.contains(first.lowercased)
          || FrenchWords.particles.contains(first.lowercased)
      else { continue }
      // « van der Berg » is not cited as « der Berg ».
      let isInside = low > start && foreignParticles.contains(words[low - 1].text)
      if isInside { others.append((names, low)) } else { likely.append((names, low)) }
    } else {
      others.append((names, low))
    }
  }
  return likely.prefix(1) + others + likely.dropFirst()
}

/// Particles that no French sentence prints before a name by itself.
private let foreignParticles: WordSet = [
  "van", "von", "der", "den", "di", "da", "del", "della", "dos", "das", "do", "ben", "bin", "el",
  "al", "ter", "ten", "zu", "zur", "af", "av",
]

/// « qu'Aubry », « d'Aubry »: a small word that has lost its vowel before a name.
private func isElidedName(_ word: SeedWord) -> Bool {
  guard word.leading.isEmpty, word.text.unicodeScalars.first?.isLower == true else { return false }
  return nameBehindElision(word).unicodeScalars.first?.isUpper == true
}

private func nameBehindElision(_ word: SeedWord) -> String {
  let scalars = word.text.unicodeScalars
  guard let mark = scalars.firstIndex(where: \.isApostrophe) else { return "" }
  return String(scalars[scalars.index(after: mark)...])
}

/// « de », « d'Aubigné »: what a family may hold in small letters.
private func isSmallNamePart(_ word: SeedWord) -> Bool {
  if FrenchWords.particles.contains(word.text) { return word.trailing.isEmpty }
  let scalars = Array(word.text.unicodeScalars.prefix(3))
  return scalars.count == 3 && scalars[0] == "d" && scalars[1].isApostrophe && scalars[2].isUpper
}

/// Whether a name with a year in brackets acts in its sentence, as authors do and places and dates
/// do not: « Durand (1864) avait dressé », « comme le montre Durand (1864) ».
private func isSubject(_ words: [SeedWord], from start: Int, before rest: TracedText) -> Bool {
  let first = words[start]
  let stem = behindElision(first.lowercased) ?? ""
  guard !isDocument(first), !first.leading.contains("*"), !first.leading.contains("«"),
    !FrenchWords.institutionWords.contains(stem), !["le", "la", "les"].contains(first.lowercased),
    !FrenchWords.publishingPlaces.contains(first.text), FrenchMonths.number(of: first.text) == nil
  else { return false }
  if start > 0 {
    let previous = words[start - 1]
    if ["selon", "suivant", "d'après", "d’après"].contains(previous.lowercased) { return true }
    if previous.trailing.isEmpty, isReportingVerb(previous.lowercased) { return true }
    let mayStandBefore = [
      "que", "où", "comme", "car", "mais", "et", "puis", "quand", "si", "donc", "or", "enfin",
      "ensuite", "ailleurs", "ainsi",
    ]
    guard !previous.trailing.isEmpty || mayStandBefore.contains(previous.lowercased) else {
      return false
    }
  }
  let next = rest.words
  guard let verb = next.first, rest.scalars.first?.isSpace == true else { return false }
  if isReportingVerb(verb.lowercased) { return true }
  guard ["a", "avait", "ont", "avaient", "aura", "eut"].contains(verb.lowercased), next.count > 1
  else { return false }
  return next[1...].prefix(2).contains { word in
    participleEndings.contains { word.lowercased.hasSuffix($0) }
  }
}

private let participleEndings = ["é", "i", "u", "it", "is", "ert"]

/// « montre », « montrent », « montrait », « montra ».
private func isReportingVerb(_ word: String) -> Bool {
  if FrenchWords.presentingVerbs.contains(word) || citingVerbs.contains(word) { return true }
  for ending in ["ent", "aient", "ait", "èrent", "era", "eront", "a"] where word.hasSuffix(ending) {
    let verb = word.dropLast(ending.count) + "e"
    if FrenchWords.presentingVerbs.contains(String(verb)) || citingVerbs.contains(String(verb)) {
      return true
    }
  }
  return false
}

private let citingVerbs: WordSet = [
  "montre", "écrit", "note", "propose", "démontre", "établit", "étudie", "distingue", "critique",
  "conteste", "refuse", "reprend", "parle", "voit", "soupçonne", "suppose", "invite", "appelle",
  "nomme", "définit", "identifie", "calcule", "mesure", "estime", "compare", "qualifie", "décrit",
  "avançait", "voyait", "écrivait", "définissait", "soutenait", "décrivait", "reprenait",
]

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

private struct CitedNames: Hashable {
  var families: [String] = []
  var hasOthers = false
  /// Whether two names are joined, or others are meant.
  var isCertain = false
  /// How much of the first word stands before the name: 3 in « qu'Aubry ».
  var elision = 0

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

private let jointWords: WordSet = ["et", "&", "and"]

/// Whether a word stands for the other names: « al », « coll ».
private func isOthers(_ word: SeedWord) -> Bool {
  ["al", "alii", "coll", "collaborateurs"].contains(word.text)
}

/// Families divided by commas, « et » and `&`; nil when another word stands among them.
private func readNames(_ words: [SeedWord], afterElision: Bool = false) -> CitedNames? {
  var names = CitedNames()
  var family: [String] = []
  func close() {
    if !family.isEmpty { names.families.append(family.joined(separator: " ")) }
    family = []
  }
  for (index, word) in words.enumerated() {
    if index == 0, afterElision {
      family.append(nameBehindElision(word))
    } else if isOthers(word) {
      names.hasOthers = true
      names.isCertain = true
      close()
    } else if jointWords.contains(word.lowercased) {
      names.isCertain = true
      close()
    } else if word.startsUpper || FrenchWords.particles.contains(word.text)
      || isSmallNamePart(word)
    {
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
  guard word.text.utf8.contains(where: { (0x30...0x39).contains($0) }) else { return nil }
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
