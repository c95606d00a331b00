import Markup

/// The subject of a biography and what the text says the person is.
struct BiographySubject: Sendable {
  let name: PersonName
  let functions: [TracedText]
  /// The first block that belongs to the text: headings stand above it.
  let bodyStart: Int
}

/// Reads who a biography is of: a name in a heading (« NAME », « NAME – Biographie », « NAME,
/// géologue »), or the subject of the first sentence (« NAME est… », « Née à Brest, NAME est… »).
///
/// Short lines below the name that begin with a role are functions.
func readSubject(_ blocks: [SeedBlock]) -> BiographySubject? {
  var start = 0
  while start < blocks.count, start < 4, isShortLine(blocks[start]) {
    let line = plainHeading(blocks[start].text)
    let rest = withoutBiographyLabel(line)
    if let named = readHeading(rest ?? line),
      start == 0 || rest != nil || isNamed(named.name, in: blocks[(start + 1)...])
    {
      return subject(named.name, stated: named.function, below: start + 1, in: blocks)
    }
    // Another sentence than a heading: the name may be its subject.
    if rest == nil, endsSentence(line) { break }
    start += 1
  }
  // A text of nothing but short lines: its sentence is one of them.
  for index in start < blocks.count ? start..<start + 1 : 0..<start {
    if let name = firstSubject(blocks[index].text) {
      return subject(name, stated: nil, below: index, in: blocks)
    }
  }
  return nil
}

/// A line that may be a heading, for its length and its end.
private func isShortLine(_ block: SeedBlock) -> Bool {
  block.kind == .paragraph && block.text.count <= 120
}

/// The words of a heading without its signs.
private func plainHeading(_ text: TracedText) -> TracedText {
  let line = printedHeading(text)
  guard let line, line.label == nil else { return text }
  return line.title
}

/// « NAME », « NAME – Biographie », « NAME, géologue », « NAME (1901-1987) »: nothing else.
private func readHeading(_ text: TracedText) -> (name: PersonName, function: TracedText?)? {
  if let name = readPersonName(text) { return (name, nil) }
  guard !endsSentence(text), let person = readNamedPerson(text), person.topic == nil,
    let function = person.function, let first = function.firstWord
  else { return nil }
  if FrenchWords.isRole(first.lowercased) { return (person.name, function) }
  let isLifetime = function.scalars.allSatisfy { !$0.isLetter }
  let isLabel = withoutBiographyLabel(function)?.isEmpty ?? false
  return isLifetime || isLabel ? (person.name, nil) : nil
}

/// Whether the text below names somebody, whole or by the family.
private func isNamed(_ name: PersonName, in blocks: ArraySlice<SeedBlock>) -> Bool {
  let family = name.family.lowercased
  return blocks.prefix(6).contains { $0.text.lowercased.contains(family) }
    || name.given.words.contains(where: \.isGivenName)
}

/// Whom the first sentence speaks of: who stands at its head, or after an opening clause.
private func firstSubject(_ paragraph: TracedText) -> PersonName? {
  // A name and what follows it stand in the first words; the paragraph may be very long.
  let text = paragraph[0..<min(paragraph.count, 500)]
  let words = text.words
  if let found = findName(in: text, words: words, from: 0, setting: .list) {
    return found.end < words.count ? found.name : nil
  }
  guard let first = words.first, first.startsUpper, opensSubject(first) else { return nil }
  for index in 1..<max(1, min(words.count, 40)) where words[index - 1].trailing.hasSuffix(",") {
    if let found = findName(in: text, words: words, from: index, setting: .list) {
      return found.end < words.count ? found.name : nil
    }
    if FrenchWords.personPronouns.contains(words[index].lowercased) { return nil }
  }
  return nil
}

/// « Née », « Titulaire », « Historienne », « Depuis », « Après »: what belongs to a subject that
/// follows.
private func opensSubject(_ word: SeedWord) -> Bool {
  let text = word.lowercased
  return FrenchWords.isRole(text) || ["né", "née"].contains(text)
    || ["é", "ée", "i", "ie"].contains { text.hasSuffix($0) && text.count > 4 }
    || [
      "depuis", "après", "avant", "en", "dès", "fils", "fille", "titulaire", "issu", "issue",
      "natif", "native", "originaire", "actuellement", "aujourd’hui", "aujourd'hui", "d’abord",
      "d'abord", "à", "entre", "passé", "venu", "venue", "longtemps", "parallèlement",
    ].contains(text)
}

/// What follows the name of the kind in a short heading: « Biographie », « Notice biographique de
/// NAME », « Portrait : NAME »; nil when it is no such heading.
private func withoutBiographyLabel(_ text: TracedText) -> TracedText? {
  let words = text.words.filter { !$0.text.isEmpty }
  let labels = [
    "biographie", "bio", "notice", "biographique", "portrait", "parcours", "curriculum", "vitae",
    "courte", "breve",
  ]
  let count = words.prefix { labels.contains(slugify($0.text)) }.count
  guard text.count <= 80, count > 0 else { return nil }
  var rest = words[count...]
  if let first = rest.first, ["de", "du"].contains(first.lowercased) { rest = rest.dropFirst() }
  guard let first = rest.first else { return text[text.count..<text.count] }
  let start = first.core.lowerBound + (hasElision(first) ? 2 : 0)
  return text[start..<text.count].trimmed { $0 == "." || $0 == ":" }
}

/// The subject with all that is said of it below a heading.
private func subject(
  _ name: PersonName,
  stated function: TracedText?,
  below start: Int,
  in blocks: [SeedBlock]
) -> BiographySubject {
  var functions = [function].compactMap { $0 }
  var bodyStart = start
  while start > 0, bodyStart < blocks.count, isFunctionLine(blocks[bodyStart]) {
    functions.append(blocks[bodyStart].text.trimmed { ",;.".unicodeScalars.contains($0) })
    bodyStart += 1
  }
  functions += statedFunctions(blocks[bodyStart...], of: name)
  return BiographySubject(name: name, functions: functions, bodyStart: bodyStart)
}

/// « Directrice de recherche au CNRS » alone on its line.
private func isFunctionLine(_ block: SeedBlock) -> Bool {
  guard isShortLine(block), !endsSentence(block.text), let first = block.text.firstWord else {
    return false
  }
  return FrenchWords.isRole(first.lowercased)
}

/// What the paragraphs of a biography say that its subject is.
private func statedFunctions(
  _ blocks: ArraySlice<SeedBlock>,
  of name: PersonName
) -> [TracedText] {
  var reader = FunctionReader(setting: .list, subject: name) { $0.slug == name.slug }
  return blocks.filter { $0.kind == .paragraph }.flatMap { reader.read($0.text).map(\.text) }
}
