import Markup

/// A finite verb of the third person with the small words before it: « en a présenté », « se
/// méfie », « rappelle ».
struct VerbPhrase {
  enum Meaning {
    /// It lets its subject speak.
    case speech
    /// It says what the subject does or is.
    case action
    /// It has the shape of a verb, and so may some nouns.
    case guessed
  }

  let meaning: Meaning
  /// Whether it is told as past: « a présenté ».
  let isPerfect: Bool
  /// The word that means: the participle, or the verb itself.
  let word: String
  /// The first word after it.
  let end: Int
}

/// Reads the verb phrase that begins at a word; nil when none does.
func readVerbPhrase(_ words: [SeedWord], at start: Int) -> VerbPhrase? {
  var index = start
  var isPronominal = false
  while index < words.count, index - start < 4, words[index].leading.isEmpty || index == start {
    let word = words[index]
    guard word.text.unicodeScalars.first?.isLower == true else { return nil }
    let (elided, stem) = withoutElision(word.lowercased)
    if let elided {
      guard ["l", "n", "s", "m", "t", "y"].contains(elided) else { return nil }
      return finiteVerb(words, at: index, stem: stem, afterPronoun: isPronominal || elided != "l")
    }
    let isObject = ["le", "la", "les", "en", "y", "leur", "nous", "vous"].contains(stem)
    guard isObject || ["se", "ne", "lui", "me"].contains(stem), word.trailing.isEmpty else {
      let verb = finiteVerb(words, at: index, stem: stem, afterPronoun: isPronominal)
      // « les cartes », « en ville »: after what may be an article only a sure verb is one.
      return index > start && !isPronominal && verb?.meaning == .guessed ? nil : verb
    }
    isPronominal = isPronominal || !isObject
    index += 1
  }
  return nil
}

/// « l’a » without its first letter.
private func withoutElision(_ word: String) -> (elided: String?, stem: String) {
  let parts = word.split(maxSplits: 1) { $0 == "'" || $0 == "’" }.map(String.init)
  return parts.count == 2 && parts[0].count <= 2 ? (parts[0], parts[1]) : (nil, word)
}

private func finiteVerb(
  _ words: [SeedWord],
  at index: Int,
  stem: String,
  afterPronoun isPronominal: Bool
) -> VerbPhrase? {
  let trailing = words[index].trailing
  if ["a", "ont", "est", "sont"].contains(stem), trailing.isEmpty {
    return perfect(words, after: index, auxiliary: stem)
  }
  let next = index + 1 < words.count ? words[index + 1].lowercased : ""
  func phrase(_ meaning: VerbPhrase.Meaning) -> VerbPhrase {
    VerbPhrase(meaning: meaning, isPerfect: false, word: stem, end: index + 1)
  }
  // « juge au tribunal » is a function, « juge que » is not.
  let isNoun = FrenchWords.isRole(stem) && !followsVerb(next)
  if !isNoun, ReportVerbs.present.contains(stem) { return phrase(.speech) }
  if stem.hasSuffix("a"), ReportVerbs.present.contains(stem.dropLast() + "e") {
    return phrase(.speech)
  }
  if ["prend", "prit"].contains(stem), next == "la", index + 2 < words.count,
    words[index + 2].lowercased == "parole"
  {
    return phrase(.speech)
  }
  if FrenchWords.auxiliaries.contains(stem) || FrenchWords.chargeVerbs.contains(stem) {
    return phrase(.action)
  }
  guard hasShapeOfVerb(stem) else { return nil }
  if isPronominal { return phrase(.action) }
  return trailing.isEmpty && followsVerb(next) ? phrase(.guessed) : nil
}

/// « a [d’abord] présenté », « est intervenue ».
private func perfect(_ words: [SeedWord], after index: Int, auxiliary: String) -> VerbPhrase {
  var next = index + 1
  while next < words.count, next - index <= 6,
    ReportVerbs.adverbs.contains(words[next].lowercased)
      || words[next].lowercased.hasSuffix("ment")
  { next += 1 }
  let word = next < words.count ? words[next].lowercased : ""
  if word == "pris", next + 2 < words.count, words[next + 2].lowercased == "parole" {
    return VerbPhrase(meaning: .speech, isPerfect: true, word: word, end: next + 1)
  }
  let masculine = ["es", "e", "s", ""].lazy.compactMap { ending -> String? in
    guard word.hasSuffix(ending) else { return nil }
    let stem = String(word.dropLast(ending.count))
    return ReportVerbs.participles.contains(stem) || ReportVerbs.ofEvents.contains(stem)
      ? stem : nil
  }.first
  let isPassive = words[index..<min(next, words.count)].contains { $0.lowercased == "été" }
  let isSpeech = !isPassive && masculine.map { ReportVerbs.participles.contains($0) } ?? false
  return VerbPhrase(
    meaning: isSpeech ? .speech : .action,
    isPerfect: true,
    word: masculine ?? word,
    end: min(words.count, next + 1)
  )
}

/// Whether a word may be a verb of the third person, as its ending goes.
func hasShapeOfVerb(_ word: String) -> Bool {
  guard word.count > 3, let last = word.unicodeScalars.last, "etd".unicodeScalars.contains(last),
    word.unicodeScalars.allSatisfy({ $0.isLower })
  else { return false }
  return !word.hasSuffix("ée") && !word.hasSuffix("ment") && !FrenchWords.isRole(word)
    && !FrenchWords.functionWords.contains(word) && !FrenchWords.institutionWords.contains(word)
}

private func followsVerb(_ word: String) -> Bool {
  if ReportVerbs.followers.contains(word) { return true }
  if ["l'", "l’", "qu'", "qu’"].contains(where: { word.hasPrefix($0) }) { return true }
  return word.utf8.first.map { (0x30...0x39).contains($0) } ?? false
}
