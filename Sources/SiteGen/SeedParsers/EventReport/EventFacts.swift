import Diagnostics
import FrontMatter

/// What an edition is one of; « la 2e session » is a part of the event, these are the whole of it.
private let wholes: WordSet = [
  "assises", "biennale", "colloque", "congrès", "édition", "forum", "journées", "rencontres",
  "symposium",
]

/// The number of the edition: `3e édition`, `troisième édition`.
func findEdition(_ report: EventReport) -> Spanned<String>? {
  let ordinals = [
    "première", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième",
    "huitième", "neuvième", "dixième", "onzième", "douzième",
  ]
  for text in [report.title, report.subtitle].compactMap(\.self) + report.paragraphs {
    let words = text.words
    for (index, word) in words.enumerated().dropFirst() where wholes.contains(word.lowercased) {
      let before = words[index - 1]
      // « Septièmes Rencontres »: in the plural it counts the whole, as before « édition ».
      let counted = before.lowercased.hasSuffix("s") && word.lowercased.hasSuffix("s")
      let ordinal = counted ? String(before.lowercased.dropLast()) : before.lowercased
      if counted || word.lowercased == "édition", let ordinal = ordinals.firstIndex(of: ordinal) {
        return Spanned(String(ordinal + 1), at: text[before.core].span)
      }
      let digits = before.text.prefix { $0.isASCII && $0.isNumber }
      let ending = String(before.lowercased.dropFirst(digits.count))
      if (1...3).contains(digits.count), numeralEndings.contains(ending) {
        return Spanned(String(digits), at: text[before.core].span)
      }
      // « IVe édition ».
      let roman = before.text.prefix { "IVX".contains($0) }
      let suffix = before.text.dropFirst(roman.count)
      if numeralEndings.contains(suffix.lowercased()), let number = romanNumber(String(roman)) {
        return Spanned(String(number), at: text[before.core].span)
      }
    }
  }
  return nil
}

/// « 3e », « 3es », « 3ème ».
private let numeralEndings: WordSet = [
  "e", "è", "er", "re", "es", "ers", "ème", "eme", "èmes", "emes",
]

/// Who organised the event: the list after « organisé par », « à l’initiative de »,
/// « Organisation : ».
func findOrganisers(_ report: EventReport) -> [TracedText] {
  for text in report.organiserLines + report.paragraphs {
    let words = text.words
    for index in words.indices {
      guard let start = startOfOrganisers(words, at: index) else { continue }
      let list = withoutPartners(text[start..<min(text.count, start + longestList)])
      let isAfterDe =
        !words[index].lowercased.contains("organis")
        || words[index].trailing.isEmpty
          && words[index].lowercased == "organisation"
      let bodies = listOfBodies(list, afterDe: isAfterDe).filter {
        body in
        readPersonName(body).map { !$0.given.words.contains(where: \.isGivenName) } ?? true
      }
      if !bodies.isEmpty { return bodies }
    }
  }
  return []
}

/// How far a list of organisers is read, in scalars.
private let longestList = 1_000

/// Where a list of organisers begins that a word announces.
private func startOfOrganisers(_ words: [SeedWord], at index: Int) -> Int? {
  let word = words[index]
  if index == 0, ["organisation", "organisateurs", "organisateur"].contains(word.lowercased) {
    let next = index + 1 < words.count && words[index + 1].text.isEmpty ? index + 2 : index + 1
    let isLabel = word.trailing == ":" || (next == index + 2 && words[index + 1].leading == ":")
    return isLabel && next < words.count ? words[next].range.lowerBound : nil
  }
  // « Une organisation du Musée et de la Société ».
  if index == 1, words[0].lowercased == "une", word.lowercased == "organisation",
    index + 2 < words.count, ["de", "du", "des"].contains(words[index + 1].lowercased)
  {
    return words[index + 1].range.lowerBound
  }
  let isOrganised = ["organisé", "co-organisé", "coorganisé", "proposé"]
    .contains { word.lowercased.hasPrefix($0) }
  if isOrganised, word.trailing.isEmpty {
    var next = index + 1
    if next < words.count, words[next].lowercased.hasSuffix("ment") { next += 1 }
    guard next + 1 < words.count, words[next].lowercased == "par" else { return nil }
    return words[next + 1].range.lowerBound
  }
  guard ["l’initiative", "l'initiative"].contains(word.lowercased), word.trailing.isEmpty,
    index + 1 < words.count
  else { return nil }
  let next = words[index + 1]
  if hasElision(next) { return next.core.lowerBound + 2 }
  guard ["de", "du", "des"].contains(next.lowercased), index + 2 < words.count else { return nil }
  return words[index + 2].range.lowerBound
}

/// The text before the words that say with whom, where or how the organisers did so.
private func withoutPartners(_ text: TracedText) -> TracedText {
  let ends = [
    " en partenariat", " en collaboration", " avec ", " dans le cadre", " sous l", " a réuni",
    " s’est ", " s'est ", " a rassemblé", " a eu lieu", " ont ", " à l’occasion", " à l'occasion",
  ].compactMap { text.firstRange(of: $0)?.lowerBound }
  return text[0..<(ends.min() ?? text.count)]
}

/// « le A, la B et les C, … »: bodies up to the one after « et »; where « de » announces them, it may
/// stand before each.
private func listOfBodies(_ text: TracedText, afterDe: Bool) -> [TracedText] {
  let articles = afterDe ? articles + ["de la ", "de l’", "de l'", "du ", "des "] : articles
  func startsWithArticle(_ text: TracedText, at offset: Int) -> Bool {
    articles.contains { text.hasPrefix($0, at: offset) }
  }
  var bodies: [TracedText] = []
  var start = 0
  var isQuoted = false
  var isLast = false
  for (offset, traced) in text.scalars.enumerated() {
    if traced.scalar.isQuote {
      // Conversions print the same sign on both sides.
      isQuoted =
        traced.scalar == "«" || traced.scalar == "“"
        ? true : (traced.scalar == "»" ? false : !isQuoted)
    }
    guard !isQuoted, offset >= start else { continue }
    let isComma = traced.scalar == ","
    let isStop = traced.scalar == "." || traced.scalar == ";" || offset == text.count - 1
    if !isLast, text.hasPrefix(" et ", at: offset), startsWithArticle(text, at: offset + 4) {
      bodies.append(text[start..<offset])
      start = offset + 4
      isLast = true
    } else if isComma || isStop {
      bodies.append(text[start..<(traced.scalar == "." || isComma ? offset : offset + 1)])
      if isLast || isStop || !startsWithArticle(text, at: offset + 2) { break }
      start = offset + 2
    }
  }
  return bodies.map(withoutArticle).map(withoutAcronym).filter { (3...160).contains($0.count) }
}

private let articles = ["le ", "la ", "les ", "l’", "l'"]

/// « Société des puits (SDP) »: the short form is no part of the name.
private func withoutAcronym(_ body: TracedText) -> TracedText {
  guard body.hasSuffix(")"), let open = body.scalars.lastIndex(where: { $0.scalar == "(" }),
    open > 3,
    isCapitalWord(body.string(in: open + 1..<body.count - 1)), body.count - open <= 12
  else { return body }
  return body[0..<open].trimmed
}

private func withoutArticle(_ text: TracedText) -> TracedText {
  for article in articles + ["de la ", "de l’", "de l'", "du ", "des "]
  where text.hasPrefix(article) {
    return text[article.unicodeScalars.count..<text.count].trimmed
  }
  return text.trimmed
}

/// Whether « d’ » begins a word.
func hasElision(_ word: SeedWord) -> Bool {
  word.text.hasPrefix("d’") || word.text.hasPrefix("d'")
}
