import Diagnostics
import SiteModel

/// What an issue prints before its text.
struct IssueHead: Sendable {
  var title: TracedText?
  var subtitle: TracedText?
  var authors: [IssueParts.Author] = []
  /// Affiliations by the mark printed before them.
  var affiliations: [(number: String, text: TracedText)] = []
  /// Lines above the title that name the periodical, its number, its date.
  var masthead: [TracedText] = []
  var diagnostics: [Diagnostic] = []
  /// Whether the title is marked as one with a `#`.
  var isHeaded = false
  /// The first line that belongs to the text.
  var bodyStart = 0
}

/// Reads the head of an issue: masthead, title, subtitle, byline, affiliations, in any order that
/// leaves no doubt.
///
/// The title is the first heading with a `#`; without one, the first group of lines above the byline
/// that is no masthead, or the first of the text.
func readIssueHead(_ lines: [SeedLine]) -> IssueHead {
  var reader = IssueHeadReader(lines: lines)
  return reader.read()
}

private struct IssueHeadReader {
  typealias Group = Range<Int>

  let lines: [SeedLine]
  private var head = IssueHead()
  /// Groups that may be title or subtitle, in order.
  private var candidates: [Group] = []
  private var hasPrintedTitle = false

  init(lines: [SeedLine]) { self.lines = lines }

  mutating func read() -> IssueHead {
    var next = group(from: 0)
    while let current = next, take(current) {
      head.bodyStart = current.upperBound
      next = group(from: current.upperBound)
    }
    placeCandidates()
    if !head.masthead.isEmpty { head.diagnostics.append(.masthead(head.masthead)) }
    return head
  }

  /// Takes a group into the head; false where the text begins.
  private mutating func take(_ group: Group) -> Bool {
    let texts = group.map { lines[$0].text.withSingleSpaces }
    guard let first = texts.first, !isSeparator(first) else { return false }
    if let heading = printedHeading(first), heading.form == .hashes { return takeHeading(heading) }
    let known = Set(head.affiliations.map(\.number))
    let called = Set(head.authors.flatMap(\.numbers)).subtracting(known)
    if let found = readAffiliations(texts, called: called) {
      head.affiliations += found
      return true
    }
    if head.authors.isEmpty {
      let follows = self.group(from: group.upperBound).map { next in
        next.map { lines[$0].text }.allSatisfy { beginsWithBody($0) && !endsSentence($0) }
      }
      if let byline = readByline(texts, beforeAffiliation: follows ?? false) {
        head.authors = byline.value
        head.diagnostics += byline.diagnostics
        return true
      }
    } else if takePlainAffiliations(texts) {
      return true
    }
    if !hasPrintedTitle, head.authors.isEmpty, takeMasthead(group, texts) { return true }
    return takeTitle(group, texts)
  }

  private mutating func takeHeading(_ heading: PrintedHeading) -> Bool {
    guard head.title == nil, head.authors.isEmpty || candidates.isEmpty else { return false }
    head.title = heading.title
    (hasPrintedTitle, head.isHeaded) = (true, true)
    head.masthead += candidates.flatMap { group in group.map { lines[$0].text.withSingleSpaces } }
    candidates = []
    return true
  }

  /// Bodies without marks below a byline without marks: one for all, or one for each.
  private mutating func takePlainAffiliations(_ texts: [TracedText]) -> Bool {
    guard head.affiliations.isEmpty,
      head.authors.allSatisfy({ $0.numbers.isEmpty && $0.affiliation == nil }),
      texts.allSatisfy({ beginsWithBody($0) && !endsSentence($0) && $0.count <= 150 }),
      texts.count == 1 || texts.count == head.authors.count
    else { return false }
    for index in head.authors.indices {
      head.authors[index].affiliation = texts.count == 1 ? texts[0] : texts[index]
    }
    return true
  }

  /// Lines down to the last one that only a masthead prints; what follows them is a group again.
  private mutating func takeMasthead(_ group: Group, _ texts: [TracedText]) -> Bool {
    guard texts.count <= 4, let last = texts.lastIndex(where: isMastheadLine) else { return false }
    head.masthead += texts[...last]
    let rest = group.lowerBound + last + 1..<group.upperBound
    if !rest.isEmpty { candidates.append(rest) }
    return true
  }

  private mutating func takeTitle(_ group: Group, _ texts: [TracedText]) -> Bool {
    let length = texts.reduce(0) { $0 + $1.count }
    guard texts.count <= 4, length <= 250, let last = texts.last, !last.hasSuffix("."),
      !texts.contains(where: opensText)
    else { return false }
    if hasPrintedTitle {
      guard head.subtitle == nil else { return false }
      head.subtitle = joined(group)
      return true
    }
    // Behind the byline stands no title, unless none stands before it.
    guard head.authors.isEmpty || candidates.isEmpty else { return false }
    candidates.append(group)
    return true
  }

  /// Whether a line is one that only the text has: a numbered or known heading, a bullet.
  private func opensText(_ text: TracedText) -> Bool {
    guard let heading = printedHeading(text) else {
      return text.scalars.first.map { "-–—•·▪*".unicodeScalars.contains($0.scalar) } ?? false
        && text.scalar(at: 1) == " "
    }
    switch heading.form {
    case .number, .roman: return true
    case .hashes, .letter, .capitals, .bold, .plain:
      return namesReferences(heading.title) || isKnownSection(heading.title)
    }
  }

  private mutating func placeCandidates() {
    guard !hasPrintedTitle else { return }
    if head.authors.isEmpty, candidates.count > 1 {
      // Without a byline nothing tells a subtitle from the first heading.
      let body = candidates.count > 2 ? 2 : 1
      head.bodyStart = candidates[body - 1].upperBound
      candidates.removeSubrange(body...)
    }
    while candidates.count > 1, isBody(candidates[0], before: candidates[1]) {
      head.masthead += candidates.removeFirst().map { lines[$0].text.withSingleSpaces }
    }
    guard let first = candidates.first else { return }
    let parts = dividedTitle(first)
    head.title = parts.title
    head.subtitle = parts.subtitle ?? candidates.dropFirst().first.map { joined($0) }
    for group in candidates.dropFirst(parts.subtitle == nil ? 2 : 1) {
      head.masthead += group.map { lines[$0].text.withSingleSpaces }
    }
  }

  /// The name of a body in capitals above a title in small letters.
  private func isBody(_ group: Group, before next: Group) -> Bool {
    let text = lines[group.lowerBound].text
    return group.count == 1 && beginsWithBody(text) && isInCapitals(text)
      && !isInCapitals(lines[next.lowerBound].text)
  }

  /// A title and the subtitle right below it: the first line that could not go on.
  private func dividedTitle(_ group: Group) -> (title: TracedText, subtitle: TracedText?) {
    for index in group.dropFirst() {
      let (before, next) = (lines[index - 1].text, lines[index].text)
      guard startsLikeSentence(next), !endsOpen(before),
        isInCapitals(before) == isInCapitals(next) ? !isInCapitals(before) : true
      else { continue }
      return (joined(group.lowerBound..<index), joined(index..<group.upperBound))
    }
    return (joined(group), nil)
  }

  private func joined(_ group: Group) -> TracedText {
    var text = TracedText(path: lines[group.lowerBound].text.path)
    for index in group {
      if !text.isEmpty { text.append(" ", from: text.place(at: text.count)) }
      text.append(lines[index].text.withSingleSpaces)
    }
    return withoutWholeEmphasis(text).text
  }

  /// The next run of filled lines; a heading with a `#` and a separator stand alone.
  private func group(from start: Int) -> Group? {
    var low = start
    while low < lines.count, lines[low].isBlank { low += 1 }
    guard low < lines.count else { return nil }
    if standsAlone(low) { return low..<low + 1 }
    var high = low + 1
    while high < lines.count, !lines[high].isBlank, !standsAlone(high), high - low <= 30 {
      high += 1
    }
    return low..<high
  }

  private func standsAlone(_ index: Int) -> Bool {
    lines[index].text.hasPrefix("#") || isSeparator(lines[index].text)
  }
}

/// `Cahiers, n° 7`, `mars 2019`, `ISSN 0000-0000`, an address: what no title holds.
private func isMastheadLine(_ text: TracedText) -> Bool {
  if isAddress(text) { return true }
  let words = text.words.filter { !$0.text.isEmpty }
  for (index, word) in words.enumerated() {
    if ["issn", "e-issn", "isbn", "hors-série"].contains(word.lowercased) { return true }
    let glued = word.lowercased.unicodeScalars
    if glued.count > 2, ["n°", "nº"].contains(String(glued.prefix(2))), glued.last?.isDigit == true
    {
      return true
    }
    guard index + 1 < words.count else { continue }
    let isNumbered = words[index + 1].text.unicodeScalars.first?.isDigit == true
    if isNumbered, numberWords.contains(word.lowercased) { return true }
  }
  // A date alone: « mars 2019 », « 12 mars 2019 », « printemps 2019 ».
  guard words.count <= 5, let last = words.last, last.text.count == 4, Int(last.text) != nil else {
    return false
  }
  let before = words.dropLast().map(\.lowercased)
  return !before.isEmpty
    && before.allSatisfy {
      FrenchMonths.number(of: $0) != nil || Int($0) != nil || dateWords.contains($0)
    }
}

private let numberWords: WordSet = [
  "n°", "nº", "no", "n", "numéro", "vol", "volume", "tome", "t", "num", "cahier", "livraison",
]

private let dateWords: WordSet = [
  "le", "1er", "printemps", "été", "automne", "hiver", "semestre", "trimestre", "premier", "second",
  "deuxième", "troisième", "quatrième", "année",
]

extension Diagnostic {
  /// The head of the first page.
  fileprivate static func masthead(_ lines: [TracedText]) -> Self {
    Diagnostic(
      SeedDiagnostics.pageFurniture,
      .note,
      at: lines[0].span,
      "left out: what stands above the title",
      notes: lines.dropFirst().map { Diagnostic.Note("left out", at: $0.span) }
    )
  }
}
