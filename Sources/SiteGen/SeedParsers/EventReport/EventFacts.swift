import Diagnostics
import FrontMatter

/// The number of the edition: `3e édition`, `troisième édition`.
func findEdition(_ report: EventReport) -> Spanned<String>? {
  let ordinals = [
    "première", "deuxième", "troisième", "quatrième", "cinquième", "sixième", "septième",
    "huitième", "neuvième", "dixième", "onzième", "douzième",
  ]
  for text in report.paragraphs {
    let words = text.words
    for (index, word) in words.enumerated().dropFirst() where word.lowercased == "édition" {
      let before = words[index - 1]
      if let ordinal = ordinals.firstIndex(of: before.lowercased) {
        return Spanned(String(ordinal + 1), at: text[before.core].span)
      }
      let digits = before.text.prefix { $0.isASCII && $0.isNumber }
      let ending = before.lowercased.dropFirst(digits.count)
      if (1...3).contains(digits.count), ["e", "è", "er", "re", "ème", "eme"].contains(ending) {
        return Spanned(String(digits), at: text[before.core].span)
      }
    }
  }
  return nil
}

/// Where the event took place: what follows « dans les locaux de », « a eu lieu à ».
func findVenue(_ report: EventReport) -> TracedText? {
  for text in report.paragraphs {
    let words = text.words
    for (index, word) in words.enumerated() {
      let isPlace = word.lowercased == "locaux"
      let isHeld = ["lieu", "tenu", "tenue", "déroulé", "déroulée"].contains(word.lowercased)
      guard isPlace || isHeld, word.trailing.isEmpty, index + 1 < words.count else { continue }
      let prepositions: Set<String> =
        isPlace ? ["de", "du", "des", "d'", "d’"] : ["à", "au", "aux", "dans"]
      var next = index + 1
      guard prepositions.contains(words[next].lowercased) || hasElision(words[next]) else {
        continue
      }
      if !hasElision(words[next]) { next += 1 }
      while next < words.count, ["la", "le", "les"].contains(words[next].text) { next += 1 }
      if let venue = properName(in: text, words: words, from: next) { return venue }
    }
  }
  return nil
}

/// Who organised the event: the list after « organisé par ».
func findOrganisers(_ report: EventReport) -> [TracedText] {
  for text in report.paragraphs {
    let words = text.words
    for (index, word) in words.enumerated().dropLast(2)
    where word.lowercased.hasPrefix("organisé") || word.lowercased.hasPrefix("co-organisé") {
      guard words[index + 1].lowercased == "par", word.trailing.isEmpty else { continue }
      return listOfBodies(text[words[index + 2].range.lowerBound..<text.count])
    }
  }
  return []
}

/// « le A, la B et les C, … »: bodies up to the one after « et ».
private func listOfBodies(_ text: TracedText) -> [TracedText] {
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
  return bodies.map(withoutArticle).filter { (3...160).contains($0.count) }
}

private func startsWithArticle(_ text: TracedText, at offset: Int) -> Bool {
  ["le ", "la ", "les ", "l’", "l'"].contains { text.hasPrefix($0, at: offset) }
}

private func withoutArticle(_ text: TracedText) -> TracedText {
  for article in ["le ", "la ", "les ", "l’", "l'"] where text.hasPrefix(article) {
    return text[article.unicodeScalars.count..<text.count].trimmed
  }
  return text.trimmed
}

/// Whether « d’ » begins a word.
func hasElision(_ word: SeedWord) -> Bool {
  word.text.hasPrefix("d’") || word.text.hasPrefix("d'")
}

/// Words with capitals, and the small words between them.
private func properName(in text: TracedText, words: [SeedWord], from start: Int) -> TracedText? {
  var end = start
  var last: Int?
  while end < words.count {
    let word = words[end]
    let isSmall = ["de", "du", "des", "la", "et", "d’", "à"].contains(word.text)
    guard word.startsUpper || (isSmall && last != nil) || hasElision(word) else { break }
    if !isSmall { last = end }
    if !word.trailing.isEmpty { break }
    end += 1
  }
  guard let last, last >= start else { return nil }
  var low = words[start].core.lowerBound
  if hasElision(words[start]) { low += 2 }
  return text[low..<words[last].core.upperBound]
}

/// Pairs the titles of videos with the addresses that follow them, in order.
func pairVideos(_ report: EventReport) -> Diagnosed<[FieldValue]> {
  var titles: [TracedText] = []
  let starts = ["introduction", "ouverture", "conclusion", "table ronde", "session", "atelier"]
  let isGrouped = report.videoLines.count > report.videoAddresses.count
  for line in report.videoLines {
    let opens = starts.contains { line.string.lowercased().hasPrefix($0) }
    if isGrouped, !opens, let last = titles.popLast() {
      var joined = last
      joined.append(last.hasSuffix(":") ? " " : " : ", from: line.place(at: 0))
      joined.append(line)
      titles.append(joined)
    } else {
      titles.append(line)
    }
  }
  var diagnostics: [Diagnostic] = []
  if titles.count != report.videoAddresses.count,
    let place = titles.last ?? report.videoAddresses.last
  {
    let summary = "\(titles.count) titles of videos, \(report.videoAddresses.count) addresses"
    diagnostics.append(
      Diagnostic(SeedDiagnostics.unpairedVideos, .warning, at: place.span, summary)
    )
  }
  let videos = zip(titles, report.videoAddresses).map { title, address in
    var entry = FieldBuilder(at: title.span)
    entry.add("title", title)
    entry.add("url", address)
    return entry.value
  }
  return Diagnosed(videos, diagnostics)
}
