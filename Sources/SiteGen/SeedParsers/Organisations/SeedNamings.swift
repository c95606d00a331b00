public import Diagnostics
import Markup
public import SiteModel

/// What one text names: its organisations and acronyms, before the texts are held together.
public struct SeedNamings: Sendable {
  let path: String
  let kind: String
  /// What its parser made of the text.
  public let drafts: [Draft]
  let passages: [NamingPassage]
  let names: [[FoundName]]
  let definitions: [[AcronymDefinition]]
  /// Acronyms as they stand, by passage: the indices of their tokens.
  let acronyms: [[Int]]
  /// What acronyms without a definition stand for.
  let expansions: [String: TracedText]
  let affiliations: [StatedAffiliation]
}

/// Turns one text into drafts, as ``draftSeed(_:)`` does, and reads what it names; linear.
public func readSeed(_ seed: ListedSeed) -> Diagnosed<SeedNamings> {
  var work = WorkCount()
  let reading = seed.parser.read(seed.file, counting: &work)
  let drafted = review(reading.drafted, of: seed)
  let namings = readNamings(in: seed, reading.prose, drafts: drafted.value)
  return Diagnosed(namings, drafted.diagnostics)
}

/// Reads what a text names from its prose and the drafts that its parser made of it.
private func readNamings(
  in seed: ListedSeed,
  _ prose: [SeedProse],
  drafts: [Draft]
) -> SeedNamings {
  let (file, kind) = (seed.file, seed.kind)
  let passages = namingPassages(of: file, kind: kind, prose, drafts: drafts)
  let commonWords = smallWords(in: passages)
  let definitions = passages.map(findDefinitions)
  let names = passages.map { findNames(in: $0, commonWords: commonWords) }
  let acronyms = passages.map { standingAcronyms($0, commonWords: commonWords) }
  let defined = Set(definitions.joined().map(\.acronym))
  var undefined: Set<String> = []
  for (passage, indices) in zip(passages, acronyms) {
    for index in indices where !defined.contains(passage.tokens[index].text) {
      undefined.insert(passage.tokens[index].text)
    }
  }
  return SeedNamings(
    path: file.path,
    kind: kind,
    drafts: drafts,
    passages: passages,
    names: names,
    definitions: definitions,
    acronyms: acronyms,
    expansions: findExpansions(of: undefined, in: passages),
    affiliations: statedAffiliations(in: drafts, of: file.path)
  )
}

/// The words that stand in small letters, folded.
private func smallWords(in passages: [NamingPassage]) -> WordBag {
  // A text repeats most of its words.
  var words = WordBag(expecting: passages.reduce(0) { $0 + $1.tokens.count } / 3)
  for token in passages.lazy.flatMap(\.tokens) where !token.startsUpper {
    words.insert(token.lowercased)
  }
  return WordBag(words.words.lazy.map { slugify($0) })
}

/// The acronyms of a passage; of a heading in capitals, of titles and names of people none.
private func standingAcronyms(_ passage: NamingPassage, commonWords: WordBag) -> [Int] {
  guard !isInCapitals(passage.text) || passage.tokens.count < 3 else { return [] }
  let tokens = passage.tokens
  /// How many acronyms stand side by side around one, itself left out.
  func neighbours(of index: Int) -> Int {
    var (low, high) = (index, index)
    while low > 0, index - low < 3, tokens[low].gap == " ", tokens[low - 1].isAcronym {
      low -= 1
    }
    while high + 1 < tokens.count, high - index < 3, tokens[high + 1].gap == " ",
      tokens[high + 1].isAcronym
    { high += 1 }
    return high - low
  }
  return tokens.indices.filter { index in
    guard tokens[index].isAcronym, !passage.isPerson[index], !passage.isTitle[index] else {
      return false
    }
    if isShoutedWord(tokens[index].text, commonWords: commonWords) { return false }
    // « Durand LAB » is a name, three words in capitals are shouted.
    let isNamePart =
      index > 1 && tokens[index].gap == " " && tokens[index - 1].startsUpper
      && !tokens[index - 1].isAcronym && tokens[index - 1].isJoined
      && !OrganisationWords.heads.contains(tokens[index - 1].lowercased)
      && !FrenchWords.functionWords.contains(tokens[index - 1].lowercased)
      && !FrenchWords.isRole(tokens[index - 1].lowercased)
    return !isNamePart && neighbours(of: index) < 2
  }
}

/// « ANNULÉE », « SÉANCE »: a long word in capitals, with an accent or known in small letters.
private func isShoutedWord(_ text: String, commonWords: WordBag) -> Bool {
  guard text.unicodeScalars.count > 5 else { return false }
  return text.unicodeScalars.contains { !$0.isASCII } && !text.contains(where: \.isLowercase)
    || commonWords.contains(slugify(text))
}
