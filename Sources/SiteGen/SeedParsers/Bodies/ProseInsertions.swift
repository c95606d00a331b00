import SiteModel

/// A link to be written around a part of a text.
struct LinkInsertion: Hashable, Sendable {
  let range: Range<Int>
  let opening: String
  let closing: String

  var insertions: [Insertion] {
    // What a link leads to is said at its end, and belongs to the words from their first on.
    [
      Insertion(opening, at: range.lowerBound),
      Insertion(closing, at: range.upperBound, from: range.lowerBound),
    ]
  }
}

/// The first full naming of people in a section becomes a link; later ones stay as they are.
struct MentionFinder {
  /// By the name in small letters: a list may print « de La Tour », the text « de la Tour ».
  private let byName: [String: PersonName]
  /// How long the names are that begin with a word, the longest first.
  private let lengths: [String: [Int]]
  private var named: Set<Slug> = []
  /// Names compared.
  private(set) var work = WorkCount()

  init(_ people: [PersonName]) {
    var byName: [String: PersonName] = [:]
    var lengths: [String: [Int]] = [:]
    for person in people {
      guard let first = person.name.firstWord else { continue }
      let name = nameKey(person.name.string)
      byName[name] = byName[name] ?? person
      let length = person.name.count
      if !lengths[first.lowercased, default: []].contains(length) {
        lengths[first.lowercased, default: []].append(length)
      }
    }
    self.byName = byName
    self.lengths = lengths.mapValues { $0.sorted(by: >) }
  }

  /// Begins a new section.
  mutating func beginSection() { named = [] }

  /// The links of a paragraph, in order; one look at each word.
  mutating func links(in text: TracedText, outside taken: TakenRanges) -> [LinkInsertion] {
    guard !byName.isEmpty else { return [] }
    var links: [LinkInsertion] = []
    var last = 0
    for word in text.wordRanges {
      for start in nameStarts(in: text, word: word) where start >= last {
        guard let link = link(in: text, at: start, before: word.upperBound, outside: taken)
        else { continue }
        links.append(link)
        last = link.range.upperBound
        break
      }
    }
    return links
  }

  /// The links of a paragraph as signs to write in.
  mutating func mentions(in text: TracedText) -> [Insertion] {
    links(in: text, outside: TakenRanges([])).flatMap(\.insertions)
  }

  /// Where a name may begin in a word: at its first capital, or after « d’ » and « qu’ ».
  private func nameStarts(in text: TracedText, word: Range<Int>) -> [Int] {
    var starts: [Int] = []
    var isStart = true
    for index in word {
      if text.scalars[index].isPlainSmallLetter {
        isStart = false
        continue
      }
      let scalar = text.scalars[index].scalar
      if isStart, scalar.isUpper { starts.append(index) }
      if scalar.isLetter { isStart = false }
      if scalar.isApostrophe { isStart = true }
      // No name has so many parts; a word that has them is no word.
      if starts.count > 4 { break }
    }
    return starts
  }

  private mutating func link(
    in text: TracedText,
    at start: Int,
    before end: Int,
    outside taken: TakenRanges
  ) -> LinkInsertion? {
    var end = end
    while end > start + 1, !text.scalars[end - 1].isLetter { end -= 1 }
    guard end - start <= 100 else { return nil }
    for length in lengths[text.lowercased(in: start..<end)] ?? [] {
      work.add()
      let range = start..<start + length
      guard range.upperBound <= text.count,
        let person = byName[nameKey(text.string(in: range))],
        text.scalar(at: range.upperBound).map({ !$0.isLetter }) ?? true
      else { continue }
      guard !named.contains(person.slug), !taken.overlaps(range, counting: &work) else {
        return nil
      }
      named.insert(person.slug)
      return mention(of: person.slug, over: range)
    }
    return nil
  }
}

/// A name in small letters, with straight apostrophes.
private func nameKey(_ name: String) -> String {
  let small = name.lowercased()
  // Few names hold one, and the library searches text in letters of several scalars, slowly.
  return small.unicodeScalars.contains("’") ? small.replacing("’", with: "'") : small
}

/// Calls of the notes that exist, as Markdown footnotes; each note is called once.
func noteInsertions(in text: TracedText, notes: Set<Int>) -> [Insertion] {
  guard !notes.isEmpty else { return [] }
  return noteCalls(in: text).filter { notes.contains($0.number) }.flatMap { call in
    [Insertion("[^", at: call.range.lowerBound), Insertion("]", at: call.range.upperBound)]
  }
}
