import Markup

/// Takes « Animation : » and its like off an item, « Séance animée par » off a line of prose.
func splitRole(_ item: TracedText) -> (role: SessionRole, entry: TracedText)? {
  // A label, or the words of prose that say a role, stand among the first.
  let words = item.words(first: 9)
  if let prose = roleInProse(item, words) { return prose }
  if let bare = bareRole(item, words) { return bare }
  guard let colon = item.firstIndex(where: { $0 == ":" }), colon < 60 else { return nil }
  let label = slugify(item.string(in: 0..<colon))
  let rest = item[colon + 1..<item.count].trimmed
  if moderating.contains(where: label.hasPrefix) || label.hasPrefix("sous-la-presidence")
    || moderatingEndings.contains(where: label.hasSuffix)
  {
    return (.moderator, rest)
  }
  guard
    speaking.contains(where: label.hasPrefix) || ["intervention", "interventions"].contains(label),
    readNamedPerson(withoutArticles(rest)) != nil
  else { return nil }
  return (.speaker, rest)
}

private let moderating = ["anima", "modera", "presiden"]

private let moderatingEndings = [
  "animee-par", "anime-par", "moderee-par", "modere-par", "presidee-par", "preside-par",
]

private let speaking = [
  "discuta", "discussion", "introduction", "conclusion", "ouverture", "repondant",
  "grand-temoin", "conferenc", "orat", "invite", "intervenant",
]

/// « Séance animée par NAME », « La séance est présidée par NAME », « Sous la présidence de NAME »,
/// « Avec NAME et NAME ».
private func roleInProse(
  _ item: TracedText,
  _ words: [SeedWord]
) -> (role: SessionRole, entry: TracedText)? {
  func rest(from index: Int) -> TracedText { item[words[index].range.lowerBound..<item.count] }
  for index in words.indices.dropLast().prefix(7) where words[index].text == "par" && index > 0 {
    let verb = slugify(words[index - 1].text)
    guard ["anime", "modere", "preside"].contains(where: verb.hasPrefix) else { break }
    return (.moderator, rest(from: index + 1))
  }
  if words.count > 4, ["sous-la-presidence", "sous-la-moderation"].contains(opening(words, 3)) {
    let joint = words[3]
    if ["de", "du"].contains(joint.text) { return (.moderator, rest(from: 4)) }
    if joint.text.hasPrefix("d’") || joint.text.hasPrefix("d'") {
      return (.moderator, item[joint.core.lowerBound + 2..<item.count])
    }
  }
  // « Avec NAME, on verra… » is a sentence.
  guard words.count > 2, words[0].text == "Avec", !item.hasSuffix(".") || item.count < 120 else {
    return nil
  }
  let people = withoutArticles(rest(from: 1))
  let parts = splitNames(people) ?? splitRow(people).flatMap { splitJoinedPersons($0) }
  let areAllPeople = parts.allSatisfy { part in
    readNamedPerson(part).map { $0.function == nil || isSurelyPerson($0) } ?? false
  }
  guard areAllPeople, parts.count > 1 || !item.hasSuffix(".") else { return nil }
  return (.speaker, rest(from: 1))
}

private func opening(_ words: [SeedWord], _ count: Int) -> String {
  words.prefix(count).map { slugify($0.text) }.joined(separator: "-")
}

/// « Modération – NAME », « Discutante NAME, historienne ».
private func bareRole(
  _ item: TracedText,
  _ words: [SeedWord]
) -> (role: SessionRole, entry: TracedText)? {
  guard words.count > 2, let first = words.first, first.startsUpper, first.trailing.isEmpty else {
    return nil
  }
  let label = slugify(first.text)
  let isModerator = moderating.contains(where: label.hasPrefix)
  guard isModerator || ["discutant", "discutante", "orateur", "oratrice"].contains(label) else {
    return nil
  }
  let hasDash = words[1].text.isEmpty || words[1].text == "-"
  let rest = item[words[hasDash ? 2 : 1].range.lowerBound..<item.count]
  guard readNamedPerson(withoutArticles(rest)) != nil else { return nil }
  return (isModerator ? .moderator : .speaker, rest)
}

/// The entries of a row: « NAME, historienne ; NAME, maire », « NAME (maire), NAME (juriste) ».
func splitRow(_ row: TracedText) -> [TracedText] {
  let divided = row.split(at: ";").map { $0.trimmed { $0 == "." } }.filter { !$0.isEmpty }
  if divided.count > 1, divided.allSatisfy({ readNamedPerson(withoutArticles($0)) != nil }) {
    return divided.map(withoutArticles)
  }
  var parts: [TracedText] = []
  var start = 0
  while let mark = row.firstRange(of: "), ", from: start) {
    let rest = row[mark.upperBound..<min(row.count, mark.upperBound + 100)]
    guard findName(in: rest, words: rest.words, from: 0, setting: .list) != nil else { break }
    parts.append(row[start..<mark.lowerBound + 1])
    start = mark.upperBound
  }
  parts.append(row[start..<row.count])
  return parts
}

/// « par le Pr NAME »: the article before a title of courtesy says nothing.
func withoutArticles(_ text: TracedText) -> TracedText {
  let ranges = text.wordRanges
  var result = TracedText(path: text.path)
  var start = 0
  for index in ranges.indices.dropLast() where mayBeArticle(text, ranges[index]) {
    guard isArticle(text.word(ranges[index])) else { continue }
    let next = text.word(ranges[index + 1])
    guard FrenchWords.honorifics.contains(next.lowercased),
      next.startsUpper || next.lowercased.count > 3
    else { continue }
    if index > 0 {
      let before = text.word(ranges[index - 1])
      guard before.trailing.hasSuffix(",") || ["et", "par", "de", "avec"].contains(before.text)
      else { continue }
    }
    result.append(text[start..<ranges[index].lowerBound])
    start = next.range.lowerBound
  }
  guard start > 0 else { return text }
  result.append(text[start..<text.count])
  return result
}

/// Whether the first letter of a word is that of an article: few words need be read.
private func mayBeArticle(_ text: TracedText, _ range: Range<Int>) -> Bool {
  guard let first = text.scalars[range].first(where: \.isLetter) else { return false }
  return first.value | 0x20 == 0x6C
}

private func isArticle(_ word: SeedWord) -> Bool {
  switch word.lowercased {
  case "le", "la", "les": true
  default: false
  }
}
