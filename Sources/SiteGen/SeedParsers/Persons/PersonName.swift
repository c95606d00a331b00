import Markup
import SiteModel

/// The name of a person as a seed prints it, with its parts.
struct PersonName: Hashable, Sendable {
  /// `Dr`, `Pr.`: the title of a profession before the name, as printed; courtesy is left out.
  let honorific: TracedText?
  /// Whether any title stands before the name, of courtesy or of a profession.
  let isAddressed: Bool
  /// Given name, particle and family name, without capitals for the family; family first where the
  /// language of the name has it so and the text prints it so.
  let name: TracedText
  let given: TracedText
  let family: TracedText
  let slug: Slug
  /// Whether capitals were taken back: how the family writes its particle is then a guess.
  let isRestored: Bool
}

/// Where a name stands: what may count as one.
enum NameSetting: Sendable {
  /// A list of people: families may be in capitals.
  case list
  /// Running prose, full of acronyms: no word in capitals.
  case prose
}

/// Reads a text that should be the name of one person, with its title of courtesy; nil when it
/// holds anything else.
func readPersonName(_ text: TracedText, in setting: NameSetting = .list) -> PersonName? {
  let ranges = text.wordRanges
  // No title has more than six words, no name more than ten.
  guard ranges.count <= 16 else { return nil }
  let words = ranges.map(text.word)
  guard let found = findName(in: text, words: words, from: 0, setting: setting),
    found.end == words.count
  else { return nil }
  return found.name
}

/// Reads the name that begins at a word: the longest run of words that can belong to it.
///
/// - Returns: the name and the index of the first word after it; nil when no name begins there.
func findName(
  in text: TracedText,
  words: [SeedWord],
  from start: Int,
  setting: NameSetting
) -> (name: PersonName, end: Int)? {
  let first = endOfTitles(words, from: start)
  var end = first
  while end < words.count, end - first < 10 {
    let word = words[end]
    if end > first {
      let previous = words[end - 1]
      let goesOn = previous.trailing.isEmpty || (previous.trailing == "." && isShortened(previous))
      guard goesOn, word.leading.isEmpty || word.leading == "*" else { break }
    }
    let previous = end > first ? words[end - 1] : nil
    guard isNamePart(word, after: previous, setting: setting) || (end > first && isParticle(word))
    else { break }
    end += 1
  }
  while end > first, isParticle(words[end - 1]) { end -= 1 }
  let parts = Array(words[first..<max(first, end)])
  guard parts.count >= 2, parts.count(where: { !isParticle($0) }) <= 5, parts.count <= 8
  else { return nil }
  guard parts.allSatisfy({ !isInstitutional($0) }), let initial = parts.first,
    !FrenchWords.functionWords.contains(initial.lowercased)
      || (setting == .list && beginsWithFamily(parts)) || isFamilyFirst(parts), !isElided(initial),
    FrenchMonths.number(of: initial.text) == nil
  else { return nil }
  let honorific = professionalTitle(in: text, words: words[start..<first])
  return makeName(text, parts: parts, isAddressed: first > start, honorific: honorific)
    .map { ($0, end) }
}

/// The index after the titles of courtesy: « Mme », « le Pr », « Mme la professeure ».
private func endOfTitles(_ words: [SeedWord], from start: Int) -> Int {
  func isTitle(_ index: Int) -> Bool {
    guard index < words.count else { return false }
    let word = words[index]
    return FrenchWords.honorifics.contains(word.lowercased)
      && (word.startsUpper
        || word.lowercased.count > 3 && !FrenchWords.capitalTitles.contains(word.lowercased))
      && (word.trailing.isEmpty || word.trailing == ".")
      && (index == start || word.leading.isEmpty)
  }
  var index = start
  while index < words.count, index - start < 6 {
    let isArticle =
      ["le", "la"].contains(words[index].lowercased) && words[index].trailing.isEmpty
      && isTitle(index + 1)
    guard isTitle(index) || isArticle else { break }
    index += 1
  }
  return index
}

/// The words of a title that are more than courtesy, with their dots.
private func professionalTitle(
  in text: TracedText,
  words: ArraySlice<SeedWord>
) -> TracedText? {
  let titles = words.filter { FrenchWords.professionalTitles.contains($0.lowercased) }
  guard let first = titles.first, let last = titles.last else { return nil }
  return text[first.core.lowerBound..<last.core.upperBound + (last.trailing == "." ? 1 : 0)]
}

private func makeName(
  _ text: TracedText,
  parts: [SeedWord],
  isAddressed: Bool,
  honorific: TracedText?
) -> PersonName? {
  let (givenRange, familyRange) = divideName(parts)
  func part(_ range: Range<Int>) -> TracedText? {
    guard let low = parts[range].first, let high = parts[range].last else { return nil }
    let dot = high.trailing.hasPrefix(".") && isShortened(high) ? 1 : 0
    return text[low.core.lowerBound..<high.core.upperBound + dot]
  }
  guard let printedGiven = part(givenRange), let printedFamily = part(familyRange) else {
    return nil
  }
  let given = withoutCapitals(printedGiven, longerThan: 2)
  let family = withoutCapitals(printedFamily, longerThan: 1)
  let keepsOrder = familyRange.lowerBound == 0 && isFamilyFirst(parts)
  var name = keepsOrder ? family : given
  name.append(" ", from: (keepsOrder ? given : family).place(at: 0))
  name.append(keepsOrder ? given : family)
  return Slug(folding: name.string).map {
    PersonName(
      honorific: honorific,
      isAddressed: isAddressed,
      name: name,
      given: given,
      family: family,
      slug: $0,
      isRestored: given != printedGiven || family != printedFamily
    )
  }
}

/// « DE LA TOUR Claire »: a particle in capitals begins a family that a given name follows.
private func beginsWithFamily(_ parts: [SeedWord]) -> Bool {
  guard let first = parts.first, let last = parts.last, isCapitalWord(first.text),
    FrenchWords.particles.contains(first.lowercased), !isCapitalWord(last.text)
  else { return false }
  return last.isGivenName
}

/// Which words are given names and which are the family: capitals tell, else the first word is
/// given, with the initials and the common given names after it.
private func divideName(_ parts: [SeedWord]) -> (given: Range<Int>, family: Range<Int>) {
  let isCapital = parts.map { isCapitalWord($0.text) && !isShortened($0) }
  var familyStart = 1
  guard let capital = isCapital.firstIndex(of: true),
    let small = isCapital.firstIndex(of: false)
  else {
    if isFamilyFirst(parts) { return (1..<parts.count, 0..<1) }
    while familyStart < parts.count - 1,
      isShortened(parts[familyStart])
        || FrenchWords.givenNames.contains(slugify(parts[familyStart].text))
    {
      familyStart += 1
    }
    return (0..<familyStart, familyStart..<parts.count)
  }
  // « DURAND Anne »: the family stands first.
  guard capital > 0 else { return (small..<parts.count, 0..<small) }
  familyStart = capital
  while familyStart > 1, isParticle(parts[familyStart - 1]) { familyStart -= 1 }
  return (0..<familyStart, familyStart..<parts.count)
}

/// Whether a word names a body, article included: « L’Institut ».
private func isInstitutional(_ word: SeedWord) -> Bool {
  let stem = behindElision(word.lowercased) ?? ""
  return FrenchWords.institutionWords.contains(stem) || FrenchWords.firmWords.contains(stem)
}

/// Whether a word begins with an article or a preposition that no given name begins with.
private func isElided(_ word: SeedWord) -> Bool {
  word.text.unicodeScalars.dropFirst().first?.isApostrophe == true
}

extension SeedWord {
  /// Whether a word, or the first part of a compound, is a common given name.
  var isGivenName: Bool {
    FrenchWords.firstGivenNames.contains(slugify(text))
      || text.utf8.contains(UInt8(ascii: "-"))
        && (text.split(separator: "-").first.map {
          FrenchWords.firstGivenNames.contains(slugify($0))
        } ?? false)
  }
}
