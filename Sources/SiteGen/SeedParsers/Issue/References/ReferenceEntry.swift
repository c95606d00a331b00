import SiteModel

/// A name of a list of references: `Durand A.-M.`.
struct ReferenceName: Hashable, Sendable {
  let family: TracedText
  var given: TracedText?
}

/// An entry of a list of references, read.
struct ReferenceEntry: Sendable {
  /// `AUTHORS (YEARs) REST`, divided.
  let names: [ReferenceName]
  /// Whether the names are those of editors.
  let isEdited: Bool
  let year: TracedText
  /// The letter printed after the year.
  let suffix: TracedText?
  var work: ReferenceWork
  /// The entry as printed, Markdown.
  let printed: TracedText
}

/// What stands after the year, by the names of CSL 1.0.2.
struct ReferenceWork: Sendable {
  enum Kind: String, Sendable {
    case book
    case article = "article-journal"
    case chapter
    case report
    case thesis
    case document
  }

  var kind = Kind.document
  var title: TracedText?
  var container: TracedText?
  var editors: [ReferenceName] = []
  var collection: TracedText?
  var collectionNumber: TracedText?
  /// What a report or a thesis calls itself, as printed: `rapport de recherche`.
  var genre: TracedText?
  /// The number of a report.
  var number: TracedText?
  var volume: TracedText?
  var issue: TracedText?
  var page: TracedText?
  var publisher: TracedText?
  var place: TracedText?
  var numberOfPages: TracedText?
}

/// Reads an entry; nil when it has no names or no year in brackets.
func readReference(_ entry: TracedText) -> ReferenceEntry? {
  let printed = withoutEmptyLinks(entry).trimmed
  guard let year = yearInBrackets(printed) else { return nil }
  var head = printed[0..<year.open].trimmed
  var isEdited = false
  if head.hasSuffix(")"), let open = head.scalars.lastIndex(where: { $0.scalar == "(" }),
    isEditorMark(head[open + 1..<head.count - 1])
  {
    isEdited = true
    head = head[0..<open]
  }
  let names = readReferenceNames(plainText(head).trimmed { $0 == "," })
  guard !names.isEmpty else { return nil }
  let rest = printed[year.close + 1..<printed.count].trimmed { ",.:".unicodeScalars.contains($0) }
  return ReferenceEntry(
    names: names,
    isEdited: isEdited,
    year: printed[year.digits],
    suffix: year.suffix.map { printed[$0..<$0 + 1] },
    work: readWork(rest),
    printed: printed
  )
}

/// `Eds.`, `Ed`, `Dir.`, `coord.`.
func isEditorMark(_ text: TracedText) -> Bool {
  let mark = text.trimmed { $0 == "." }.string.lowercased()
  return ["ed", "eds", "éd", "éds", "dir", "dirs", "coord", "coords"].contains(mark)
}

private struct BracketedYear {
  let open: Int
  let digits: Range<Int>
  let suffix: Int?
  let close: Int
}

private func yearInBrackets(_ text: TracedText) -> BracketedYear? {
  var start = 0
  while let open = text.firstIndex(from: start, where: { $0 == "(" }) {
    let digits = open + 1..<open + 5
    start = open + 1
    guard digits.upperBound < text.count,
      text.scalars[digits].allSatisfy({ $0.scalar.isDigit })
    else { continue }
    var close = digits.upperBound
    var suffix: Int?
    if text.scalars[close].scalar.isLower {
      suffix = close
      close += 1
    }
    guard text.scalar(at: close) == ")" else { continue }
    return BracketedYear(open: open, digits: digits, suffix: suffix, close: close)
  }
  return yearBetweenCommas(text)
}

/// « Durand A., 1896a, *Title* »: the year of lists that use no brackets.
private func yearBetweenCommas(_ text: TracedText) -> BracketedYear? {
  for word in text.words.prefix(40) {
    let digits = word.core.lowerBound..<word.core.lowerBound + 4
    guard (4...5).contains(word.core.count), word.leading.isEmpty, word.core.lowerBound > 2,
      word.trailing == "," || word.trailing == "." || word.trailing == ":",
      text.scalars[digits].allSatisfy({ $0.scalar.isDigit }),
      ",.".unicodeScalars.contains(text.scalars[word.core.lowerBound - 2].scalar)
    else { continue }
    let suffix = word.core.count == 5 ? digits.upperBound : nil
    if let suffix, !text.scalars[suffix].scalar.isLower { continue }
    return BracketedYear(
      open: word.core.lowerBound - 1,
      digits: digits,
      suffix: suffix,
      close: word.core.upperBound - 1
    )
  }
  return nil
}

/// `Durand A., Le Goff B.-C. & Petit D.`: a name ends with its initials, even where a comma is
/// missing; a name without initials is that of a body.
func readReferenceNames(_ text: TracedText) -> [ReferenceName] {
  var reader = ReferenceNameReader(text)
  for index in reader.words.indices { reader.read(index) }
  reader.closeInitials()
  reader.close(before: reader.words.count)
  return reader.names
}

/// Puts the words of a row of names together, one after the other.
private struct ReferenceNameReader {
  let text: TracedText
  let words: [SeedWord]
  private(set) var names: [ReferenceName] = []
  /// The first word of the name that is open.
  private var start: Int?
  /// Where the initials of the last name begin and end.
  private var initials: Range<Int>?

  init(_ text: TracedText) {
    self.text = text
    words = text.words
  }

  mutating func read(_ index: Int) {
    let word = words[index]
    if let begun = initials, isInitials(word) {
      // « Durand H. A. »
      initials = begun.lowerBound..<word.range.upperBound
      return
    }
    if let begun = initials, endsWithParticle(words, at: index) {
      // « Durand P. de »: the particle stays with the initials.
      initials = begun.lowerBound..<word.core.upperBound
      closeInitials()
      return
    }
    closeInitials()
    if word.text == "&" || word.text == "et" || word.text == "and" {
      close(before: index)
    } else if start != nil, isInitials(word) {
      close(before: index)
      initials = word.core.lowerBound..<word.range.upperBound
    } else {
      if start == nil { start = index }
      if word.trailing.contains(","), index + 1 < words.count, !isInitials(words[index + 1]) {
        close(before: index + 1)
      }
    }
  }

  mutating func close(before end: Int) {
    guard let first = start, first < end else { return }
    let family = text[words[first].core.lowerBound..<words[end - 1].core.upperBound]
    if !family.isEmpty { names.append(ReferenceName(family: family)) }
    start = nil
  }

  mutating func closeInitials() {
    guard let range = initials, !names.isEmpty else { return }
    names[names.count - 1].given = text[range].trimmed { ",;".unicodeScalars.contains($0) }
    initials = nil
  }
}

/// `A.`, `J.-P.`, `J.F.`; the core of the word has lost its last dot.
private func isInitials(_ word: SeedWord) -> Bool {
  guard word.trailing.hasPrefix("."), word.text.unicodeScalars.count <= 8 else { return false }
  return word.text.split { $0 == "." || $0 == "-" }.allSatisfy { part in
    part.unicodeScalars.count == 1 && part.unicodeScalars.allSatisfy(\.isUpper)
  }
}

/// Whether a particle stands behind the initials of a name and before no family name.
private func endsWithParticle(_ words: [SeedWord], at index: Int) -> Bool {
  guard FrenchWords.particles.contains(words[index].text) else { return false }
  return index + 1 == words.count || words[index].trailing.contains(",")
    || ["&", "et", "and"].contains(words[index + 1].text)
}
