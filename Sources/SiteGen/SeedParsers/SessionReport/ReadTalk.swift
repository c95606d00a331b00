import Diagnostics
import SiteModel

/// The heading of a talk: `2. Anne Durand, directrice… : « Mesurer »`, `« Mesurer », Luc Petit`.
struct Talk: Hashable, Sendable {
  let number: TracedText?
  let people: [NamedPerson]
  /// The people with their functions, as printed; empty where nobody is named.
  let printedPeople: TracedText
  /// What the talk is called, as printed.
  let title: TracedText?
}

/// Reads the headings of talks, in the order of a report.
struct TalkReader {
  /// Who is listed as a speaker.
  var listed: Set<Slug> = []
  private var lastNumber = 0

  /// The talk that a block announces; in an answer « NAME : … » announces none.
  mutating func read(_ block: SeedBlock, isAnswer: Bool) -> Talk? {
    let text = block.text.trimmed { "#*_".unicodeScalars.contains($0) }
    guard block.kind == .paragraph, text.count <= 500, !text.isEmpty else { return nil }
    let numbered = splitTalkNumber(text)
    let rest = numbered?.rest ?? text
    let (bare, isIntroduced) = withoutIntroduction(rest)
    let isBound = numbered == nil && !isIntroduced
    if let talk = divide(bare, number: numbered?.printed) {
      let isTalk = !isBound || isTalkLine(talk, text, block, isAnswer: isAnswer)
      if isTalk, talk.people.count == 0 || accepts(talk, isNumbered: numbered != nil) {
        lastNumber = numbered?.value ?? lastNumber
        return talk
      }
    }
    guard let numbered, !isAnswer || !rest.hasSuffix("?"),
      numbered.isSafe || numbered.value == lastNumber + 1,
      rest.count <= 120, !endsSentence(rest) || rest.hasSuffix("?"), numbered.style != .letter
    else { return nil }
    lastNumber = numbered.value
    let none = TracedText(path: text.path)
    return Talk(number: numbered.printed, people: [], printedPeople: none, title: rest)
  }

  /// Whether a block would be read as the heading of a talk.
  func isTalk(_ block: SeedBlock) -> Bool {
    var other = self
    return other.read(block, isAnswer: false) != nil
  }

  /// Those who are listed or surely people; one of them is enough.
  private func accepts(_ talk: Talk, isNumbered: Bool) -> Bool {
    isNumbered || talk.people.allSatisfy { listed.contains($0.name.slug) || listed.isEmpty }
  }

  /// A line without number or « Intervention de »: names of speakers alone, or with a title.
  private func isTalkLine(
    _ talk: Talk,
    _ text: TracedText,
    _ block: SeedBlock,
    isAnswer: Bool
  ) -> Bool {
    guard !talk.people.isEmpty, text.count <= 300 else { return false }
    let areListed = talk.people.allSatisfy { listed.contains($0.name.slug) }
    guard let title = talk.title else { return areListed && !endsSentence(text) && !isAnswer }
    let isQuoted = title.scalars.first?.scalar.isQuote == true
    if isQuoted { return areListed || (listed.isEmpty && talk.people.allSatisfy(isSurelyPerson)) }
    return areListed && !isAnswer && text.count <= 150
      && (!endsSentence(text) || text.hasSuffix("?"))
  }

  /// The people and the title of a line, in either order.
  private func divide(_ line: TracedText, number: TracedText?) -> Talk? {
    for (names, title) in divisions(of: line) {
      let entries = splitRow(withoutArticles(names)).flatMap { splitJoinedPersons($0) }
        .flatMap { splitNames($0) ?? [$0] }
      let found = entries.compactMap(readNamedPerson)
      let people = found.filter { listed.contains($0.name.slug) || isSurelyPerson($0) }
      guard !people.isEmpty, title == nil || found.count == entries.count else { continue }
      return Talk(number: number, people: people, printedPeople: names, title: title)
    }
    return nil
  }
}

/// How people and title may be divided, the surest first.
private func divisions(of line: TracedText) -> [(names: TracedText, title: TracedText?)] {
  var found: [(TracedText, TracedText?)] = []
  let marks = ",:–—-.".unicodeScalars
  // « Title », par NAME (function)
  if let open = line.scalars.first?.scalar, open.isQuote,
    let close = line.firstIndex(from: 1, where: { $0 == "»" || $0 == "”" || $0 == "\"" })
  {
    var names = line[close + 1..<line.count].trimmed { marks.contains($0) }
    if names.hasPrefix("par ") { names = names[4..<names.count] }
    if !names.isEmpty { found.append((names, line[0..<close + 1])) }
  }
  for mark in [" : ", ": ", " – ", " — ", " - ", ", «", ", “", " «"] {
    guard let range = line.firstRange(of: mark) else { continue }
    let isQuote = mark.hasSuffix("«") || mark.hasSuffix("“")
    let start = isQuote ? range.upperBound - 1 : range.upperBound
    let title = line[start..<line.count].trimmed
    if !title.isEmpty { found.append((line[0..<range.lowerBound].trimmed, title)) }
  }
  found.append((line, nil))
  return found
}

private enum NumberStyle { case digits, roman, letter }

/// `2. `, `2) `, `II. `, `II – `, `A. `, `Intervention 2 : `.
private func splitTalkNumber(
  _ text: TracedText
) -> (printed: TracedText, value: Int, rest: TracedText, style: NumberStyle, isSafe: Bool)? {
  let words = text[0..<min(100, text.count)].words
  guard words.count > 1, let first = words.first, first.leading.isEmpty else { return nil }
  var index = 0
  if ["Intervention", "Exposé", "Communication", "Conférence"].contains(first.text) {
    index = ["n°", "N°"].contains(words[1].text) ? 2 : 1
  }
  guard index + 1 < words.count else { return nil }
  let word = words[index]
  let isDigits = !word.text.isEmpty && word.text.utf8.allSatisfy { (0x30...0x39).contains($0) }
  let letter = word.text.unicodeScalars.count == 1 ? word.text.unicodeScalars.first : nil
  let style: NumberStyle
  let value: Int
  if isDigits, word.text.utf8.count <= 2, let number = Int(word.text) {
    (style, value) = (.digits, number)
  } else if let number = romanNumber(word.text) {
    (style, value) = (.roman, number)
  } else if let letter, ("A"..."H").contains(letter) {
    (style, value) = (.letter, Int(letter.value) - 64)
  } else {
    return nil
  }
  var end = word.range.upperBound
  let next = words[index + 1]
  let hasDash =
    next.text == "-"
    || (next.text.isEmpty && ["–", "—", ":"].contains(next.leading + next.trailing))
  if hasDash { end = next.range.upperBound }
  guard hasDash || [".", ")", ":", ".)"].contains(word.trailing) else { return nil }
  let isSafe = style == .digits && !hasDash
  return (text[word.core], value, text[end..<text.count].trimmed, style, isSafe)
}

/// « Intervention de NAME », « Communication du Dr NAME ».
private func withoutIntroduction(_ text: TracedText) -> (TracedText, Bool) {
  let words = text[0..<min(100, text.count)].words
  guard words.count > 2, introductions.contains(words[0].lowercased), words[0].trailing.isEmpty
  else { return (text, false) }
  let joint = words[1].lowercased
  if ["de", "du", "des", "par"].contains(joint) {
    return (text[words[2].range.lowerBound..<text.count], true)
  }
  guard joint.hasPrefix("d’") || joint.hasPrefix("d'") else { return (text, false) }
  return (text[words[1].core.lowerBound + 2..<text.count], true)
}

private let introductions: WordSet = [
  "intervention", "exposé", "communication", "conférence", "présentation", "contribution",
  "témoignage", "allocution", "propos",
]
