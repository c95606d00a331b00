import SiteModel

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
  mutating func mentions(in text: TracedText) -> [Insertion] {
    var insertions: [Insertion] = []
    for word in text.words {
      for person in byFirstWord[word.text] ?? [] where !named.contains(person.slug) {
        let start = word.core.lowerBound
        let end = start + person.name.count
        guard end <= text.count, text.hasPrefix(person.name.string, at: start),
          text.scalar(at: end).map({ !$0.isLetter }) ?? true
        else { continue }
        named.insert(person.slug)
        insertions += mention(of: person.slug, over: start..<end)
        break
      }
    }
    return insertions
  }
}

/// Calls of the notes that exist, as Markdown footnotes; each note is called once.
func noteInsertions(in text: TracedText, notes: Set<Int>) -> [Insertion] {
  noteCalls(in: text).filter { notes.contains($0.number) }.flatMap { call in
    [Insertion("[^", at: call.range.lowerBound), Insertion("]", at: call.range.upperBound)]
  }
}
