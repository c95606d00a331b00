/// The subject of a biography and what the text says the person is.
struct BiographySubject: Sendable {
  let name: PersonName
  let functions: [TracedText]
  /// Whether the name stands alone, above the text.
  let isHeading: Bool
}

/// Reads « NAME est FUNCTION », « Elle est également FUNCTION », or a name alone above the text.
func readSubject(_ blocks: [SeedBlock]) -> BiographySubject? {
  guard let first = blocks.first else { return nil }
  if first.text.count <= 80, let name = readPersonName(first.text) {
    return BiographySubject(
      name: name,
      functions: statedFunctions(blocks.dropFirst(), of: name),
      isHeading: true
    )
  }
  let words = first.text.words
  guard let found = findName(in: first.text, words: words, from: 0, setting: .list),
    found.end < words.count
  else { return nil }
  return BiographySubject(
    name: found.name,
    functions: statedFunctions(blocks[...], of: found.name),
    isHeading: false
  )
}

/// What the paragraphs of a biography say that its subject is.
private func statedFunctions(
  _ blocks: ArraySlice<SeedBlock>,
  of name: PersonName
) -> [TracedText] {
  var reader = FunctionReader(setting: .list, subject: name) { $0.slug == name.slug }
  return blocks.filter { $0.kind == .paragraph }.flatMap { reader.read($0.text).map(\.text) }
}
