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
    let prose = blocks.dropFirst().first?.text
    return BiographySubject(
      name: name,
      functions: prose.map { statedFunctions($0, of: name) } ?? [],
      isHeading: true
    )
  }
  let words = first.text.words
  guard let found = findName(in: first.text, words: words, from: 0, setting: .list),
    found.end < words.count
  else { return nil }
  return BiographySubject(
    name: found.name,
    functions: statedFunctions(first.text, of: found.name),
    isHeading: false
  )
}

/// What a paragraph says somebody is: after the name, then after « il » or « elle », and « est ».
func statedFunctions(_ text: TracedText, of name: PersonName) -> [TracedText] {
  sentences(of: text).flatMap { sentence -> [TracedText] in
    let words = sentence.words
    guard let first = words.first else { return [] }
    var index = 1
    var functions: [TracedText] = []
    if !["il", "elle"].contains(first.lowercased) {
      guard let found = findName(in: sentence, words: words, from: 0, setting: .list),
        found.name.slug == name.slug
      else { return [] }
      index = found.end
      if let apposition = apposition(sentence, words: words, at: index) {
        functions.append(apposition.text)
        index = apposition.end
      }
    }
    return functions + [predicate(sentence, words: words, at: index)].compactMap { $0 }
  }
}

/// « , sociologue, » after a name.
private func apposition(
  _ sentence: TracedText,
  words: [SeedWord],
  at start: Int
) -> (text: TracedText, end: Int)? {
  guard start < words.count, words[start - 1].trailing == ",", isRole(words[start]) else {
    return nil
  }
  var last = start
  while last < words.count, !words[last].trailing.hasSuffix(",") { last += 1 }
  guard last < words.count, last - start < 20 else { return nil }
  return (sentence[words[start].core.lowerBound..<words[last].core.upperBound], last + 1)
}

/// « est [également] directrice de… », to the end of the sentence.
private func predicate(
  _ sentence: TracedText,
  words: [SeedWord],
  at start: Int
) -> TracedText? {
  guard start < words.count, words[start].text == "est" else { return nil }
  let adverbs: Set<String> = ["également", "aussi", "actuellement", "aujourd’hui", "aujourd'hui"]
  var index = start + 1
  while index < words.count, adverbs.contains(words[index].lowercased) { index += 1 }
  guard index < words.count, isRole(words[index]) else { return nil }
  return sentence[words[index].core.lowerBound..<sentence.count].trimmed { $0 == "." }
}

private func isRole(_ word: SeedWord) -> Bool {
  FrenchWords.isRole(word.lowercased)
}

/// The sentences of a paragraph: a stop, a space and a capital divide them.
func sentences(of text: TracedText) -> [TracedText] {
  var parts: [TracedText] = []
  var start = 0
  for index in 0..<max(0, text.count - 2) {
    guard ".!?".unicodeScalars.contains(text.scalars[index].scalar),
      text.scalars[index + 1].scalar == " ",
      text.scalars[index + 2].scalar.isUpper || text.scalars[index + 2].scalar.isQuote,
      // « A. Durand », « M. Petit ».
      index < 2
        || !(text.scalars[index - 1].scalar.isUpper && text.scalars[index - 2].scalar == " ")
    else { continue }
    parts.append(text[start..<index + 1])
    start = index + 2
  }
  parts.append(text[start..<text.count])
  return parts.filter { !$0.isEmpty }
}
