import Markup

/// What a heading calls its session: `Séance n° 3`, `Session IV`, `Deuxième rencontre`.
struct SessionName: Hashable, Sendable {
  /// The word that holds the number; nil where none is printed: `Séance inaugurale`.
  let printedNumber: TracedText?
  let number: Int?
  /// Where the name ends.
  let end: Int
  /// The index of the first word after it.
  let nextWord: Int
  /// Whether the name says more than a title could leave out: `Séance de clôture`.
  let isTitle: Bool
}

/// Reads the name of a session at a word; nil when none begins there.
func readSessionName(_ text: TracedText, words: [SeedWord], from first: Int) -> SessionName? {
  guard first + 1 < words.count || (first < words.count && !words[first].text.isEmpty) else {
    return nil
  }
  if let number = ordinal(words[first].text), first + 1 < words.count,
    isSessionKind(words[first + 1]), words[first].trailing.isEmpty
  {
    let end = skipQualifier(words, from: first + 2)
    return SessionName(text, words, number: (first, number), next: end)
  }
  guard isSessionKind(words[first]), words[first].trailing.isEmpty else { return nil }
  var index = skipQualifier(words, from: first + 1)
  if index < words.count, numberSigns.contains(words[index].lowercased) { index += 1 }
  guard index < words.count else { return nil }
  if let number = sessionNumber(words[index].text) {
    var next = index + 1
    // « Séance 3 sur 8 », « Séance 3 / 8 »
    if next + 1 < words.count, words[index].trailing.isEmpty,
      words[next].text == "sur" || words[next].text == "/",
      sessionNumber(words[next + 1].text) != nil
    {
      next += 2
    }
    return SessionName(text, words, number: (index, number), next: next)
  }
  return unnumbered(text, words, from: first, at: index)
}

extension SessionName {
  fileprivate init(
    _ text: TracedText,
    _ words: [SeedWord],
    number: (word: Int, value: Int),
    next: Int
  ) {
    let core = words[number.word].core
    let digits = words[number.word].text.unicodeScalars.prefix { !$0.isDigit }.count
    let start = digits < core.count ? core.lowerBound + digits : core.lowerBound
    self.init(
      printedNumber: text[start..<core.upperBound],
      number: number.value,
      end: words[next - 1].core.upperBound,
      nextWord: next,
      isTitle: false
    )
  }
}

/// « Séance du 3 mai 2018 », « Séance inaugurale », « Séance de clôture ».
private func unnumbered(
  _ text: TracedText,
  _ words: [SeedWord],
  from first: Int,
  at index: Int
) -> SessionName? {
  let word = slugify(words[index].text)
  let isDated =
    ["du", "le"].contains(word)
    && !findDatePhrases(in: text, words: words).filter { $0.words.contains(index) }.isEmpty
  if isDated {
    return SessionName(
      printedNumber: nil,
      number: nil,
      end: words[index - 1].core.upperBound,
      nextWord: index,
      isTitle: false
    )
  }
  var last = index
  if ["de", "d"].contains(word) { last += 1 }
  guard last < words.count, openings.contains(slugify(words[last].text)) else { return nil }
  return SessionName(
    printedNumber: nil,
    number: nil,
    end: words[last].core.upperBound,
    nextWord: last + 1,
    isTitle: true
  )
}

/// The index after what stands between the word and its number: « Journée d’étude n° 2 ».
private func skipQualifier(_ words: [SeedWord], from index: Int) -> Int {
  guard index < words.count, index > 0, words[index - 1].trailing.isEmpty,
    ["d-etude", "d-etudes", "pleniere", "thematique", "publique"]
      .contains(slugify(words[index].text))
  else { return index }
  return index + 1
}

/// Whether a word names a session: « Séance », « rencontre ».
func isSessionKind(_ word: SeedWord) -> Bool { sessionKinds.contains(slugify(word.text)) }

private let sessionKinds: WordSet = [
  "seance", "session", "rencontre", "atelier", "journee", "seminaire", "conference",
]

private let numberSigns: WordSet = ["n°", "nº", "no", "n", "numéro", "n o"]

private let openings: WordSet = [
  "inaugurale", "introductive", "finale", "conclusive", "d-ouverture", "ouverture", "cloture",
  "d-introduction", "introduction", "conclusion", "rentree", "bilan", "synthese",
]

/// `3`, `n°3`, `3/8`, `IV`, `deux`; at most three digits.
func sessionNumber(_ printed: String) -> Int? {
  var text = printed
  for sign in ["n°", "nº", "N°", "Nº", "#"] where text.hasPrefix(sign) {
    text.removeFirst(sign.count)
  }
  let digits = text.prefix { $0.isASCII && $0.isNumber }
  let rest = text.dropFirst(digits.count)
  if (1...3).contains(digits.count), rest.isEmpty || (rest.first == "/" && rest.count <= 3) {
    return Int(digits)
  }
  guard rest == text[...] else { return nil }
  return romanNumber(text) ?? cardinals.firstIndex(of: slugify(text)).map { $0 + 1 }
    ?? ordinal(text)
}

/// `1re`, `2e`, `3ème`, `Deuxième`.
func ordinal(_ printed: String) -> Int? {
  let word = slugify(printed)
  let digits = word.prefix { $0.isNumber }
  if (1...2).contains(digits.count) {
    let ending = word.dropFirst(digits.count)
    return ["er", "re", "ere", "e", "eme", "nd", "nde"].contains(String(ending))
      ? Int(digits) : nil
  }
  if ["premier", "premiere"].contains(word) { return 1 }
  if ["second", "seconde"].contains(word) { return 2 }
  return ordinals.firstIndex(of: word).map { $0 + 2 }
}

private let ordinals = [
  "deuxieme", "troisieme", "quatrieme", "cinquieme", "sixieme", "septieme", "huitieme",
  "neuvieme", "dixieme", "onzieme", "douzieme", "treizieme", "quatorzieme", "quinzieme",
]

private let cardinals = [
  "un", "deux", "trois", "quatre", "cinq", "six", "sept", "huit", "neuf", "dix", "onze", "douze",
]
