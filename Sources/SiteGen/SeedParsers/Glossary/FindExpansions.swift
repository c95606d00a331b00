import Markup

/// The words that a text uses for an acronym it never defines: « l’espace de … l’EDT ».
///
/// Words are taken only on evidence: all of them with capitals, or repeated, or near the acronym
/// and with its article. Linear: each place of the text is looked at once.
func findExpansions(
  of acronyms: Set<String>,
  in passages: [NamingPassage]
) -> [String: TracedText] {
  let wanted = Dictionary(grouping: acronyms.filter { $0.allSatisfy(\.isUppercase) }) {
    slugify($0)
  }
  guard !wanted.isEmpty else { return [:] }
  let beginnings = Set(wanted.keys.flatMap { key in key.indices.map { key[...$0] } })
  var candidates: [String: [String: ExpansionEvidence]] = [:]
  var lastUses: [String: [Int]] = [:]
  var position = 0
  for passage in passages {
    for (index, token) in passage.tokens.enumerated() {
      position += 1
      if acronyms.contains(token.text) { lastUses[token.text, default: []].append(position) }
      for phrase in phrases(in: passage, from: index, beginningLike: beginnings) {
        for acronym in wanted[phrase.initials] ?? [] {
          let words = passage.words(phrase.range)
          let key = slugify(words.joined(separator: " "))
          candidates[acronym, default: [:]][
            key,
            default: ExpansionEvidence(
              text: passage.printed(phrase.range),
              hasCapitals: phrase.hasCapitals
            )
          ].note(position, article: index > 0 ? passage.tokens[index - 1].lowercased : "")
        }
      }
    }
  }
  var expansions: [String: TracedText] = [:]
  for (acronym, evidence) in candidates {
    let convincing = evidence.values.filter {
      $0.isConvincing(acronym, uses: lastUses[acronym] ?? [])
    }
    let ordered = convincing.sorted { ($1.count, $0.first) < ($0.count, $1.first) }
    guard let best = ordered.first, ordered.count == 1 || ordered[1].count * 2 <= best.count else {
      continue
    }
    expansions[acronym] = best.text
  }
  return expansions
}

/// How often and where words stand that could be meant by an acronym.
private struct ExpansionEvidence {
  let text: TracedText
  let hasCapitals: Bool
  private(set) var count = 0
  private(set) var first = 0
  private var places: [Int] = []
  private var withArticle = 0

  init(text: TracedText, hasCapitals: Bool) {
    self.text = text
    self.hasCapitals = hasCapitals
  }

  mutating func note(_ position: Int, article: String) {
    if count == 0 { first = position }
    count += 1
    places.append(position)
    if ["l'", "le", "la", "les", "du", "au"].contains(article) { withArticle += 1 }
  }

  func isConvincing(_ acronym: String, uses: [Int]) -> Bool {
    if acronym.utf8.count > 2, hasCapitals || count > 2 { return true }
    if acronym.utf8.count == 2 { return count > 2 && withArticle > 1 }
    guard withArticle > 0 else { return false }
    var place = places[...]
    return uses.contains { use in
      while let next = place.first, next < use - 40 { place.removeFirst() }
      return place.first.map { $0 < use } ?? false
    }
  }
}

/// The runs of words from a place whose first letters may be an acronym, two to six of weight;
/// followed only while some acronym that is wanted begins with these letters.
private func phrases(
  in passage: NamingPassage,
  from start: Int,
  beginningLike beginnings: Set<Substring>
) -> [(initials: String, range: Range<Int>, hasCapitals: Bool)] {
  guard isWeighty(passage.tokens[start]) else { return [] }
  var found: [(initials: String, range: Range<Int>, hasCapitals: Bool)] = []
  var letters = ""
  var hasCapitals = true
  var index = start
  while index < passage.tokens.count, index - start < 12, letters.utf8.count < 6 {
    let token = passage.tokens[index]
    guard index == start || token.isJoined else { break }
    if isWeighty(token) {
      guard let letter = slugify(String(token.text.prefix(1))).first else { break }
      letters.append(letter)
      guard beginnings.contains(letters[...]) else { break }
      hasCapitals = hasCapitals && token.startsUpper
      if letters.utf8.count > 1 { found.append((letters, start..<index + 1, hasCapitals)) }
    } else if !FrenchWords.functionWords.contains(token.lowercased), token.text != "and" {
      break
    }
    index += 1
  }
  return found
}

/// A word that gives a letter: no article, no acronym, no number.
private func isWeighty(_ token: NamingToken) -> Bool {
  token.text.utf8.count > 2 && !isAcronym(token.text)
    && !FrenchWords.functionWords.contains(token.lowercased)
    && token.text.unicodeScalars.allSatisfy { $0.isLetter || $0 == "-" }
}
