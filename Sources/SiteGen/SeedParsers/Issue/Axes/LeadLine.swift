import Markup

/// Whether a line says who leads and begins with the word that says so: `Responsable : Anne Durand`,
/// `Coordonné par Luc Petit`, `Sous la direction d'Anne Durand`.
func isLeadLine(_ line: TracedText) -> Bool { leadLine(line) != nil }

/// What a line names after « Responsable : » and the like; empty where the names follow below.
func leadLine(_ line: TracedText) -> TracedText? {
  guard let first = line.firstIndex(where: { $0.isLetter }),
    leadInitials.contains(line.scalars[first].scalar)
  else { return nil }
  let text = plainText(line[0..<min(line.count, 400)])
  let ranges = text.wordRanges
  guard let opening = ranges.lazy.map(text.word).first(where: { !$0.text.isEmpty }) else {
    return nil
  }
  let label = slugify(opening.text)
  guard let stem = leadStems.first(where: label.hasPrefix) else { return nil }
  let words = ranges.map(text.word)
  // `Responsable de l'axe : …`
  for index in words.indices.prefix(8) {
    let word = words[index]
    if word.trailing.hasPrefix(":") || (word.text.isEmpty && word.trailing.hasPrefix(":"))
      || (word.text.isEmpty && word.leading.hasPrefix(":"))
    {
      return text[word.range.upperBound..<text.count].trimmed
    }
    if index > 0, word.startsUpper { break }
  }
  // `Coordonné par …`, `Sous la responsabilité de …`
  guard words.count > 2 else { return nil }
  if words[1].text == "par", participleStems.contains(stem) {
    return namesBehind(words[1].range.upperBound, in: text)
  }
  guard stem == "sous", words.count > 4, leadNouns.contains(words[2].lowercased) else { return nil }
  let behind = words[3].text == "de" || words[3].text == "du" ? words[3].range.upperBound : nil
  let elided = words[3].lowercased.hasPrefix("d'") || words[3].lowercased.hasPrefix("d’")
  return (behind ?? (elided ? words[3].core.lowerBound + 2 : nil)).flatMap {
    namesBehind($0, in: text)
  }
}

private func namesBehind(_ start: Int, in text: TracedText) -> TracedText? {
  let rest = text[start..<text.count].trimmed
  return findName(in: rest, words: rest.words, from: 0, setting: .list) == nil ? nil : rest
}

/// The people that a lead line names, in order, each with what is said of him.
func readLeads(_ names: TracedText) -> [NamedPerson] {
  let text = names.trimmed { ".".unicodeScalars.contains($0) }
  let parts = splitNames(text) ?? splitJoinedPersons(text)
  return parts.compactMap { part in
    readNamedPerson(part) ?? openingPerson(part)
  }
}

/// The person that a text begins with, whatever follows.
private func openingPerson(_ text: TracedText) -> NamedPerson? {
  guard let found = findName(in: text, words: text.words, from: 0, setting: .list) else {
    return nil
  }
  return NamedPerson(name: found.name, function: nil, topic: nil, source: text)
}

/// Whether a member is said to lead: « responsable de l'axe », « (coordinatrice) ».
func isSaidToLead(_ function: TracedText) -> Bool {
  guard let first = function.words.first(where: { !$0.text.isEmpty }) else { return false }
  let word = slugify(first.text)
  let isLead = [
    "responsable", "coresponsable", "co-responsable", "coordina", "coordonna", "pilote",
  ]
  .contains(where: word.hasPrefix)
  guard isLead else { return false }
  let rest = function.words.dropFirst().filter { !$0.text.isEmpty }
  return rest.isEmpty || !first.trailing.isEmpty
    || rest.contains { slugify($0.text).hasSuffix("axe") }
}

/// Nouns of an office behind « sous la », before « de ».
let leadNouns: WordSet = [
  "responsabilité", "direction", "conduite", "coordination", "houlette", "égide", "animation",
  "supervision", "présidence", "codirection", "co-direction", "charge", "tutelle", "férule",
]

private let leadInitials = Set("rRcCpPaAdDeEmMsS".unicodeScalars)

private let leadStems = [
  "responsable", "resp", "coresponsable", "co-responsable", "coordin", "coordonn", "pilot",
  "copilot", "co-pilot", "anim", "coanim", "co-anim", "dirig", "codirig", "direction", "porte",
  "referent", "encadr", "condui", "sous", "men",
]

private let participleStems: WordSet = [
  "coordonn", "pilot", "copilot", "co-pilot", "anim", "coanim", "co-anim", "dirig", "codirig",
  "porte", "encadr", "condui", "men",
]
