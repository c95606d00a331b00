import Markup

/// The subject of a biography and what the text says the person is.
struct BiographySubject: Sendable {
  let name: PersonName
  let functions: [TracedText]
  /// The first block that belongs to the text: headings stand above it.
  let bodyStart: Int
}

/// Reads « NAME est FUNCTION », « Elle est également FUNCTION », a name alone above the text, or
/// « Biographie » above either.
func readSubject(_ blocks: [SeedBlock]) -> BiographySubject? {
  var start = 0
  if let first = blocks.first, let rest = withoutBiographyLabel(first.text) {
    start = 1
    if let name = readPersonName(rest) {
      return subject(name, functions: blocks.dropFirst(), bodyStart: 1)
    }
    guard rest.isEmpty else { return nil }
  }
  guard start < blocks.count else { return nil }
  let first = blocks[start]
  if first.text.count <= 80, let name = readPersonName(first.text) {
    return subject(name, functions: blocks.dropFirst(start + 1), bodyStart: start + 1)
  }
  // A name and what follows it stand in the first words; the paragraph may be very long.
  let words = first.text[0..<min(first.text.count, 500)].words
  guard let found = findName(in: first.text, words: words, from: 0, setting: .list),
    found.end < words.count
  else { return nil }
  return subject(found.name, functions: blocks.dropFirst(start), bodyStart: start)
}

/// What follows the name of the kind in a short heading: « Biographie », « Notice biographique de
/// NAME », « Portrait : NAME »; nil when it is no such heading.
private func withoutBiographyLabel(_ text: TracedText) -> TracedText? {
  let words = text.words.filter { !$0.text.isEmpty }
  let labels: Set<String> = [
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

private func subject(
  _ name: PersonName,
  functions blocks: ArraySlice<SeedBlock>,
  bodyStart: Int
) -> BiographySubject {
  BiographySubject(name: name, functions: statedFunctions(blocks, of: name), bodyStart: bodyStart)
}

/// What the paragraphs of a biography say that its subject is.
private func statedFunctions(
  _ blocks: ArraySlice<SeedBlock>,
  of name: PersonName
) -> [TracedText] {
  var reader = FunctionReader(setting: .list, subject: name) { $0.slug == name.slug }
  return blocks.filter { $0.kind == .paragraph }.flatMap { reader.read($0.text).map(\.text) }
}
