import Markup
import SiteModel

/// A question or an answer of a discussion.
struct Turn: Hashable, Sendable {
  let isQuestion: Bool
  /// The block without the mark that says so.
  let block: SeedBlock
}

/// What the marks of a text say of its discussions.
struct TurnMarks: Sendable {
  /// Whether questions are marked by `Q.` or `Question :`; a question mark alone then makes none.
  let areUsed: Bool

  init(_ blocks: [SeedBlock]) {
    areUsed = blocks.contains { block in
      block.lines.contains { line in
        readTurnMark(line.text).map { $0.isQuestion && $0.end > 0 } ?? false
      }
    }
  }

  /// Cuts a block of a discussion where somebody else begins to speak.
  func cut(_ block: SeedBlock, speakers: Set<Slug>, habits: TextHabits) -> [SeedBlock] {
    splitLines(of: block, habits: habits) { line, before in
      guard !endsOpen(before) else { return false }
      return readTurnMark(line) != nil || speaker(of: line).map(speakers.contains) ?? false
        || isAskedFromAudience(line)
    }
  }

  /// The turns of a block; nil where it begins with no mark.
  func turns(of block: SeedBlock) -> [Turn]? {
    guard readTurnMark(block.text) != nil else { return nil }
    return splitAnswer(block.text).map { text in
      let mark = readTurnMark(text)
      let said = text[(mark?.end ?? 0)..<text.count].trimmed { "*_".unicodeScalars.contains($0) }
      return Turn(
        isQuestion: mark?.isQuestion ?? false,
        block: SeedBlock(kind: .paragraph, text: said, lines: block.lines)
      )
    }
  }
}

/// Who speaks in « NAME : … ».
private func speaker(of line: TracedText) -> Slug? {
  guard let colon = line[0..<min(80, line.count)].firstRange(of: " :") else { return nil }
  return readPersonName(line[0..<colon.lowerBound])?.slug
}

/// « Q : … ? R : … » in one paragraph.
private func splitAnswer(_ text: TracedText) -> [TracedText] {
  guard readTurnMark(text)?.isQuestion == true else { return [text] }
  var start = 0
  while let mark = text.firstRange(of: "? R", from: start) {
    let rest = text[mark.lowerBound + 2..<text.count]
    if let found = readTurnMark(rest), !found.isQuestion {
      return [text[0..<mark.lowerBound + 1], rest]
    }
    start = mark.upperBound
  }
  return [text]
}

/// The mark that a turn begins with, and where it ends: `Q. –`, `R :`, `Question 3 :`; whoever
/// asks or answers is named in the turn and not in the mark.
func readTurnMark(_ text: TracedText) -> (isQuestion: Bool, end: Int)? {
  guard let first = text.scalars.first?.scalar, "QRULPI*_".unicodeScalars.contains(first) else {
    return nil
  }
  let head = text[0..<min(80, text.count)]
  let words = head.words
  guard let word = words.first, words.count > 1 else { return nil }
  let name = slugify(word.text)
  let label = String(name.prefix { !$0.isNumber })
  let asks = ["q", "question"].contains(label)
  guard asks || ["r", "reponse"].contains(label) else {
    return namesAudience(head, words) ? (true, 0) : nil
  }
  guard name.count - label.count <= 3, name.dropFirst(label.count).allSatisfy(\.isNumber) else {
    return nil
  }
  var index = 0
  if label.count > 1 || word.trailing == "." {
    let next = words[1].lowercased.drop { "n°º".contains($0) }
    let isNumber = !next.isEmpty && next.utf8.count <= 3 && next.allSatisfy(\.isNumber)
    if isNumber { index = 1 }
  }
  // « Question de NAME : » keeps the name.
  if label.count > 1,
    ["de", "du", "d"].contains(slugify(words[1].text).split(separator: "-").first)
  {
    return head.firstIndex { $0 == ":" } == nil ? nil : (asks, 0)
  }
  let hasMark = words[index].trailing.contains { ":)–—-".contains($0) }
  if index + 1 < words.count, isTurnDash(words[index + 1]) {
    return (asks, words[index + 1].range.upperBound)
  }
  if hasMark { return (asks, words[index].range.upperBound) }
  // « R. Durand » is a name; « Q. Comment … » a question.
  let hasStop = words[index].trailing == "." && asks && text.hasSuffix("?")
  return hasStop ? (true, words[index].range.upperBound) : nil
}

private func isTurnDash(_ word: SeedWord) -> Bool {
  let marks = (word.leading + word.trailing).filter { $0 != "*" && $0 != "_" }
  return word.text == "-" || (word.text.isEmpty && marks.count == 1)
}

/// « Une auditrice : », « La salle : », « Public : ».
private func namesAudience(_ text: TracedText, _ words: [SeedWord]) -> Bool {
  guard let colon = text.firstIndex(where: { $0 == ":" }), colon <= 50 else { return false }
  let name = slugify(text.string(in: 0..<colon))
  let audience = [
    "la-salle", "public", "le-public", "un-auditeur", "une-auditrice", "un-participant",
    "une-participante", "une-personne", "un-etudiant", "une-etudiante", "intervention-de-la-salle",
  ]
  return audience.contains { name == $0 || name.hasPrefix("\($0)-") }
}

/// « NAME (salle) : … »: somebody of the audience asks.
func isAskedFromAudience(_ text: TracedText) -> Bool {
  let head = text[0..<min(100, text.count)]
  guard let close = head.firstRange(of: ") :") ?? head.firstRange(of: "):"),
    let open = head.firstIndex(where: { $0 == "(" }), open < close.lowerBound
  else { return false }
  return [
    "salle", "dans-la-salle", "public", "dans-le-public", "auditeur", "auditrice", "auditoire",
  ]
  .contains(slugify(head.string(in: open + 1..<close.lowerBound)))
}
