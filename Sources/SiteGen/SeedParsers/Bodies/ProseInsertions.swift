import SiteModel

/// A link to be written around a part of a text.
struct LinkInsertion: Hashable, Sendable {
  let range: Range<Int>
  let opening: String
  let closing: String

  var insertions: [Insertion] {
    [Insertion(opening, at: range.lowerBound), Insertion(closing, at: range.upperBound)]
  }
}

/// The first full naming of people in a section becomes a link; later ones stay as they are.
struct MentionFinder {
  private let byFirstWord: [String: [PersonName]]
  private var named: Set<Slug> = []

  init(_ people: [PersonName]) {
    var table: [String: [PersonName]] = [:]
    for person in people {
      guard let first = person.name.words.first else { continue }
      table[first.text, default: []].append(person)
    }
    byFirstWord = table
  }

  /// Begins a new section.
  mutating func beginSection() { named = [] }

  /// The links of a paragraph, in order; one look at each word.
  mutating func links(in text: TracedText, outside taken: [Range<Int>] = []) -> [LinkInsertion] {
    guard !byFirstWord.isEmpty else { return [] }
    var links: [LinkInsertion] = []
    for word in text.wordRanges {
      for start in nameStarts(in: text, word: word) {
        guard let link = link(in: text, at: start, before: word.upperBound, outside: taken)
        else { continue }
        links.append(link)
        break
      }
    }
    return links
  }

  /// The links of a paragraph as signs to write in.
  mutating func mentions(in text: TracedText) -> [Insertion] {
    links(in: text).flatMap(\.insertions)
  }

  /// Where a name may begin in a word: at its first capital, or after « d’ » and « qu’ ».
  private func nameStarts(in text: TracedText, word: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var isStart = true
    for index in word {
      let scalar = text.scalars[index].scalar
      if isStart, scalar.isUpper { starts.append(index) }
      if scalar.isLetter { isStart = false }
      if scalar.isApostrophe { isStart = true }
    }
    return starts
  }

  private mutating func link(
    in text: TracedText,
    at start: Int,
    before end: Int,
    outside taken: [Range<Int>]
  ) -> LinkInsertion? {
    var end = end
    while end > start + 1, !text.scalars[end - 1].scalar.isLetter { end -= 1 }
    for person in byFirstWord[text.string(in: start..<end)] ?? [] where !named.contains(person.slug)
    {
      let end = start + person.name.count
      guard end <= text.count, text.hasPrefix(person.name.string, at: start),
        text.scalar(at: end).map({ !$0.isLetter }) ?? true,
        !taken.contains(where: (start..<end).overlaps)
      else { continue }
      named.insert(person.slug)
      return mention(of: person.slug, over: start..<end)
    }
    return nil
  }
}

/// Calls of the notes that exist, as Markdown footnotes; each note is called once.
func noteInsertions(in text: TracedText, notes: Set<Int>) -> [Insertion] {
  guard !notes.isEmpty else { return [] }
  return noteCalls(in: text).filter { notes.contains($0.number) }.flatMap { call in
    [Insertion("[^", at: call.range.lowerBound), Insertion("]", at: call.range.upperBound)]
  }
}
