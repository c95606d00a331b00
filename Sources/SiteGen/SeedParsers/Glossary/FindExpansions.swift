import Markup

/// The words that a text uses for an acronym it never defines: « l’espace de … l’EDT ».
///
/// Words are taken only on evidence: all of them with capitals, or repeated, or near the acronym
/// and with its article. Linear: each place of the text is looked at once.
func findExpansions(
  of acronyms: Set<String>,
  in passages: [NamingPassage]
) -> [String: TracedText] {
  let wanted = InitialsTree(acronyms.filter { $0.allSatisfy(\.isUppercase) })
  guard !wanted.isEmpty else { return [:] }
  var candidates: [String: [String: ExpansionEvidence]] = [:]
  var lastUses: [String: [Int]] = [:]
  var position = 0
  for passage in passages {
    let words = passage.tokens.indices.map { PhraseWord.word(of: passage.tokens, at: $0) }
    for index in passage.tokens.indices {
      position += 1
      if passage.tokens[index].isAcronym, acronyms.contains(passage.tokens[index].text) {
        lastUses[passage.tokens[index].text, default: []].append(position)
      }
      forEachPhrase(in: passage, words, from: index, spelling: wanted) { acronym, range, capitals in
        let key = slugify(passage.words(range).joined(separator: " "))
        candidates[acronym, default: [:]][
          key,
          default: ExpansionEvidence(text: passage.printed(range), hasCapitals: capitals)
        ].note(position, article: index > 0 ? passage.tokens[index - 1].lowercased : "")
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

/// Acronyms by their letters, folded: one step for each letter.
private struct InitialsTree {
  private struct Node {
    var children: [(letter: UInt8, node: Int)] = []
    /// A bit for each letter that leads on, and for some that do not: nearly all words show by it
    /// that they go no further.
    var letters: UInt64 = 0
    var acronyms: [String] = []

    static func bit(_ letter: UInt8) -> UInt64 { 1 << UInt64(letter & 63) }
  }

  private var nodes = [Node()]

  init(_ acronyms: Set<String>) {
    for acronym in acronyms {
      var node = 0
      for letter in slugify(acronym).utf8 {
        if let next = next(node, letter) {
          node = next
        } else {
          nodes.append(Node())
          nodes[node].children.append((letter, nodes.count - 1))
          nodes[node].letters |= Node.bit(letter)
          node = nodes.count - 1
        }
      }
      nodes[node].acronyms.append(acronym)
    }
  }

  var isEmpty: Bool { nodes.count == 1 }

  /// Where a letter leads from a node; the root is 0.
  func next(_ node: Int, _ letter: UInt8) -> Int? {
    guard nodes[node].letters & Node.bit(letter) != 0 else { return nil }
    return nodes[node].children.first { $0.letter == letter }?.node
  }

  func acronyms(at node: Int) -> [String] { nodes[node].acronyms }
}

/// What a word does in a phrase that an acronym may stand for.
private enum PhraseWord {
  /// Its first letter, folded, may be one of the acronym.
  case letter(UInt8, startsUpper: Bool)
  /// It is passed over.
  case small
  /// No phrase goes on behind it.
  case other

  // A function and no initialiser, which would take the tokens over for each of them.
  static func word(of tokens: [NamingToken], at index: Int) -> PhraseWord {
    // A word that gives a letter is no article, no acronym, no number.
    if FrenchWords.functionWords.contains(tokens[index].lowercased) { return .small }
    guard tokens[index].text.utf8.count > 2, !tokens[index].isAcronym, tokens[index].isOfLetters
    else { return tokens[index].text == "and" ? .small : .other }
    let letter = tokens[index].lowercased.unicodeScalars.first.flatMap { initial in
      initial.isASCII
        ? UInt8(truncatingIfNeeded: initial.value) : slugify(String(initial)).utf8.first
    }
    return letter.map { .letter($0, startsUpper: tokens[index].startsUpper) } ?? .other
  }
}

/// The runs of words from a place whose first letters are an acronym, two to six of weight; followed
/// only while some acronym begins with these letters.
private func forEachPhrase(
  in passage: NamingPassage,
  _ words: [PhraseWord],
  from start: Int,
  spelling acronyms: InitialsTree,
  _ body: (_ acronym: String, _ range: Range<Int>, _ hasCapitals: Bool) -> Void
) {
  guard case .letter = words[start] else { return }
  var (node, count) = (0, 0)
  var hasCapitals = true
  var index = start
  while index < words.count, index - start < 12, count < 6 {
    guard index == start || passage.tokens[index].isJoined else { return }
    switch words[index] {
    case .letter(let letter, let startsUpper):
      guard let next = acronyms.next(node, letter) else { return }
      node = next
      count += 1
      hasCapitals = hasCapitals && startsUpper
      guard count > 1 else { break }
      for acronym in acronyms.acronyms(at: node) { body(acronym, start..<index + 1, hasCapitals) }
    case .small: break
    case .other: return
    }
    index += 1
  }
}
