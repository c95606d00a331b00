/// One short first sentence may be chance; only where a third of the long paragraphs begin with one
/// is it a manner of the text.
func withoutLoneRunIns(_ report: EventReport) -> EventReport {
  func isRunIn(_ part: EventReport.Part) -> Bool {
    if case .runIn = part { true } else { false }
  }
  let parts = report.sections.flatMap(\.parts)
  let titles = parts.count(where: isRunIn)
  let long = parts.count { isRunIn($0) || $0.text.count >= 160 }
  guard titles < 2 || titles * 3 < long else { return report }
  var result = report
  for (index, section) in report.sections.enumerated() {
    result.sections[index].parts = section.parts.map { part in
      guard case .runIn(let title, let rest) = part else { return part }
      var text = title
      text.append(". ", from: rest.place(at: 0))
      text.append(rest)
      return .paragraph(text)
    }
  }
  return result
}

/// The offset of the stop after a short title that begins a long paragraph: `Some title. Text…`.
func endOfRunIn(_ text: TracedText) -> Int? {
  guard text.count >= 160, let stop = text.firstRange(of: ". "), stop.lowerBound <= 75 else {
    return nil
  }
  let title = text[0..<stop.lowerBound]
  let signs = ",«»\"!?".unicodeScalars
  guard !title.scalars.contains(where: { signs.contains($0.scalar) }),
    title.scalars.first?.isUpper == true,
    title.scalars.last?.isUpper == false,
    startsLikeSentence(text[stop.upperBound..<text.count])
  else { return nil }
  return hasVerb(title) ? nil : stop.lowerBound
}

/// Whether a short text is a sentence: a title before a colon may be followed by one.
private func hasVerb(_ title: TracedText) -> Bool {
  let pronouns = ["il", "elle", "ils", "elles", "on", "nous", "vous", "ce", "cela"]
  let words = title.words
  guard let first = words.first, !pronouns.contains(first.lowercased),
    !words.contains(where: { auxiliaries.contains($0.lowercased) })
  else { return true }
  if title.firstRange(of: " : ") != nil { return false }
  return words.indices.dropFirst().contains { index in
    let word = words[index].lowercased
    return FrenchWords.speechVerbs.contains(word) || isClitic(words[index])
      || isPastOrPlural(word, after: first) || isObjectOfVerb(words, at: index)
  }
}

/// Verbs that stand in most sentences.
private let auxiliaries: WordSet = [
  "est", "sont", "a", "ont", "était", "étaient", "fut", "furent", "sera", "seront", "va", "vont",
  "peut", "doit", "fait", "font",
]

/// « se », « s’ouvre », « n’a »: only a verb has them before it.
private func isClitic(_ word: SeedWord) -> Bool {
  ["se", "ne"].contains(word.lowercased)
    || ["s'", "s’", "n'", "n’"].contains { word.lowercased.hasPrefix($0) }
}

/// « partait », « occupent »: endings of the imperfect, and of the plural after « Les ».
private func isPastOrPlural(_ word: String, after first: SeedWord) -> Bool {
  if word.hasSuffix("aient") || word.hasSuffix("èrent") { return true }
  if word.hasSuffix("ait"), word.count > 4 {
    return ![
      "souhait", "portrait", "extrait", "attrait", "parfait", "retrait", "bienfait", "forfait",
    ]
    .contains(word)
  }
  let nouns = [
    "accident", "agent", "argent", "client", "continent", "content", "couvent", "différent",
    "excellent", "fréquent", "incident", "négligent", "parent", "patient", "permanent", "présent",
    "président", "prudent", "récent", "régent", "résident", "souvent", "talent", "torrent",
    "urgent", "vent", "violent", "occident", "orient", "précédent", "adhérent", "référent",
  ]
  return ["les", "des", "ces", "nos", "leurs", "deux", "trois", "quatre", "plusieurs"]
    .contains(first.lowercased) && word.hasSuffix("ent") && word.count > 4
    && !word.hasSuffix("ment") && !nouns.contains(word)
}

/// Whether an article follows a word that only as a verb can have one after it: « aborde un thème ».
private func isObjectOfVerb(_ words: [SeedWord], at index: Int) -> Bool {
  guard index > 1, ["le", "la", "un", "une", "cet", "cette"].contains(words[index].text) else {
    return false
  }
  let before = words[index - 1]
  let isInfinitive = ["er", "ir", "re", "oir"].contains { before.lowercased.hasSuffix($0) }
  return before.text.unicodeScalars.first?.isLower == true && before.trailing.isEmpty
    && !isInfinitive && hasShapeOfVerb(before.lowercased)
}
