import Diagnostics

/// Reads the lines of a byline; nil for any other group of lines.
///
/// `Anne DURAND¹, Luc PETIT<sup>1,2</sup>`, `par Anne Durand et Luc Petit`, one author a line with
/// what he is behind a comma. Without marks or « par » every entry must be a name and one of them
/// surely a person's, or affiliations must follow: two words with capitals may be a subtitle.
func readByline(
  _ lines: [TracedText],
  beforeAffiliation: Bool
) -> Diagnosed<[IssueParts.Author]>? {
  guard let first = lines.first, lines.count <= 30 else { return nil }
  let (start, isSaid) = withoutBylineLabel(first)
  let printed = [start] + lines.dropFirst()
  let isSure = isSaid || beforeAffiliation
  if let read = readLines(printed, isSure: isSure) { return read }
  var joined = start
  for line in lines.dropFirst() {
    joined.append(" ", from: joined.place(at: joined.count))
    joined.append(line)
  }
  return readNames(bylineEntries(of: joined), of: joined, isSure: isSure)
    ?? readDescribedAuthors(printed, isSure: isSure)
}

/// Lines each of which is whole: no name runs from one to the next.
private func readLines(_ lines: [TracedText], isSure: Bool) -> Diagnosed<[IssueParts.Author]>? {
  let entries = lines.map { bylineEntries(of: $0) }
  guard entries.allSatisfy({ line in line.allSatisfy { readPersonName($0.name) != nil } }),
    let first = lines.first
  else { return nil }
  return readNames(entries.flatMap { $0 }, of: first, isSure: isSure)
}

private func readNames(
  _ entries: [BylineEntry],
  of text: TracedText,
  isSure: Bool
) -> Diagnosed<[IssueParts.Author]>? {
  var authors: [IssueParts.Author] = []
  var diagnostics: [Diagnostic] = []
  let hasMarks = entries.contains { !$0.marks.isEmpty }
  for entry in entries {
    guard let name = readPersonName(entry.name) else {
      guard hasMarks else { return nil }
      diagnostics.append(.noName(entry.name.isEmpty ? text : entry.name))
      continue
    }
    authors.append(
      IssueParts.Author(
        name: name,
        numbers: entry.marks,
        affiliation: entry.affiliation,
        source: entry.name
      )
    )
  }
  guard !authors.isEmpty, diagnostics.count <= authors.count else { return nil }
  let isEvident = isSure || hasMarks || authors.contains { isEvidentAuthor($0) }
  return isEvident ? Diagnosed(authors, diagnostics) : nil
}

/// Capitals of the family, a common given name, an initial.
private func isEvidentAuthor(_ author: IssueParts.Author) -> Bool {
  if author.source.lastWord?.text == author.name.family.string.uppercased() { return true }
  let person = NamedPerson(name: author.name, function: nil, topic: nil, source: author.source)
  return isSurelyPerson(person)
}

/// `Anne Durand, Université des Îles`: one author a line, with what he is.
private func readDescribedAuthors(
  _ lines: [TracedText],
  isSure: Bool
) -> Diagnosed<[IssueParts.Author]>? {
  var authors: [IssueParts.Author] = []
  for line in lines {
    guard !line.hasSuffix("."), let person = readNamedPerson(plainText(line)),
      let function = person.function, isSurelyPerson(person)
    else { return nil }
    authors.append(
      IssueParts.Author(name: person.name, numbers: [], affiliation: function, source: line)
    )
  }
  return authors.isEmpty || (authors.count == 1 && !isSure) ? nil : Diagnosed(authors)
}

/// The line without « par », « Texte de », « Auteurs : » before it.
private func withoutBylineLabel(_ line: TracedText) -> (text: TracedText, isSaid: Bool) {
  var start = 0
  var isSaid = false
  for word in line.words {
    let text = word.lowercased
    guard bylineWords.contains(text) || word.text.isEmpty else { break }
    start = word.range.upperBound
    isSaid = isSaid || !word.text.isEmpty
  }
  guard isSaid, start < line.count else { return (line, false) }
  return (line[start..<line.count].trimmed, true)
}

private let bylineWords: WordSet = [
  "par", "by", "texte", "textes", "article", "dossier", "écrit", "rédigé", "coordonné", "préparé",
  "dirigé", "établi", "auteur", "auteurs", "autrice", "autrices", "auteure", "auteures",
  "auteur·e·s", "auteur·rice·s", "auteur(s", "author", "authors",
]
