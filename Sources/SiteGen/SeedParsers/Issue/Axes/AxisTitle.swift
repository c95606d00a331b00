import Markup

/// The name of an axis: its number and its title.
struct AxisTitle: Hashable, Sendable {
  /// In Arabic digits, whatever is printed.
  let number: TracedText
  let title: TracedText
}

/// Reads `Axe 2 *Title*`, `Axe II – Title`, `Axe n° 2 : Title`, `Axe A. Title`, `2. Axe 2 – Title`,
/// `Deuxième axe : Title`; nil for any other heading.
func axisTitle(of heading: TracedText) -> AxisTitle? {
  guard heading.count <= 300, heading.firstIndex(where: { $0 == "x" || $0 == "X" }) != nil else {
    return nil
  }
  let whole = plainText(heading)
  let text = printedHeading(whole).flatMap { $0.label == nil ? nil : $0.title } ?? whole
  guard let found = axisNumber(in: text.words, at: 0), found.index == 0 else { return nil }
  let words = text.words
  let start = words[found.end - 1].core.upperBound
  // « L'axe 2 est … » is a sentence.
  let title = text[start..<text.count].trimmed { ":.–—-)«»“”\"".unicodeScalars.contains($0) }
  guard let first = title.scalars.first?.scalar, !first.isLower || text.count <= 120,
    !title.hasSuffix(","), !startsLikeVerb(title)
  else { return nil }
  var number = text[words[found.place].core]
  if Int(number.string) == nil {
    let place = number.place(at: 0)
    number = TracedText(path: text.path)
    number.append(found.number, from: place)
  }
  return AxisTitle(number: number, title: withoutLead(title))
}

/// Whether a line says « Axe 2 » and no more: its title stands on the next.
func isBareAxis(_ line: TracedText) -> Bool {
  guard line.count <= 40 else { return false }
  let words = plainText(line).words.filter { !$0.text.isEmpty }
  return axisNumber(in: words, at: 0).map { $0.index == 0 && $0.end == words.count } ?? false
}

/// The number of an axis that words name.
struct AxisNumber: Hashable, Sendable {
  /// The first word: « axe », « l'axe », « deuxième ».
  let index: Int
  /// The word that says the number.
  let place: Int
  /// After the last word.
  let end: Int
  /// In Arabic digits.
  let number: String
}

/// The number of the axis that begins at a word: « l'axe 2 », « axe de travail n° II », « le
/// deuxième axe ».
func axisNumber(in words: [SeedWord], at index: Int) -> AxisNumber? {
  guard index < words.count else { return nil }
  if index + 1 < words.count, isAxisWord(words[index + 1]),
    let ordinal = ordinals[words[index].lowercased]
  {
    let number = String(ordinal)
    return AxisNumber(index: index, place: index, end: index + 2, number: number)
  }
  guard isAxisWord(words[index]), words[index].trailing.isEmpty else { return nil }
  var place = index + 1
  while place < words.count, place - index <= 4,
    axisComplements.contains(words[place].lowercased)
  { place += 1 }
  guard place < words.count else { return nil }
  let printed = words[place].text
  let digits = printed.drop { "n°ºN".contains($0) }
  if (1...2).contains(digits.utf8.count), digits.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
    return AxisNumber(index: index, place: place, end: place + 1, number: String(digits))
  }
  let letter = printed.utf8.count == 1 ? printed.utf8.first.map { Int($0) - 0x40 } : nil
  guard let value = romanNumber(printed) ?? letter.flatMap({ (1...26).contains($0) ? $0 : nil })
  else { return nil }
  return AxisNumber(index: index, place: place, end: place + 1, number: String(value))
}

/// « axe », « l'axe », « d’axe ».
private func isAxisWord(_ word: SeedWord) -> Bool {
  // Asked of every word: nearly none has such a letter.
  guard word.lowercased.utf8.contains(where: { $0 == UInt8(ascii: "x") || $0 >= 0xE0 }) else {
    return false
  }
  return ["axe", "axes"].contains(slugify(word.text).split(separator: "-").last ?? "")
}

private let axisComplements: WordSet = [
  "de", "recherche", "recherches", "travail", "thématique", "scientifique", "transversal",
  "transverse", "stratégique", "n°", "nº", "no", "n", "numéro",
]

private let ordinals: [String: Int] = [
  "premier": 1, "1er": 1, "deuxième": 2, "second": 2, "2e": 2, "2ème": 2, "troisième": 3, "3e": 3,
  "3ème": 3, "quatrième": 4, "4e": 4, "4ème": 4, "cinquième": 5, "5e": 5, "5ème": 5, "sixième": 6,
  "6e": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
]

/// « est », « revient »: words that go on with « l'axe 2 » as with a subject.
private func startsLikeVerb(_ title: TracedText) -> Bool {
  guard let first = title.firstWord else { return true }
  return ["est", "sont", "revient", "a", "et", "s'attache", "se", "vise", "porte"]
    .contains(first.lowercased)
}

/// « Title (responsable : Anne Durand) » without what stands in the brackets.
private func withoutLead(_ title: TracedText) -> TracedText {
  guard let lead = bracketedLead(in: title) else { return title }
  return title[0..<lead.lowerBound - 1].trimmed { ":.–—-".unicodeScalars.contains($0) }
}

/// The content of the brackets behind a title that name who leads.
func bracketedLead(in title: TracedText) -> Range<Int>? {
  guard let open = title.scalars.lastIndex(where: { $0.scalar == "(" }), open > 0 else {
    return nil
  }
  let end = title.hasSuffix(")") ? title.count - 1 : title.count
  guard end > open + 1, isLeadLine(title[open + 1..<end]) else { return nil }
  return open + 1..<end
}
