/// A set of words that is asked of every word of a text.
///
/// Nearly all are not in it, and most of these show that by their first byte and their length: the
/// letters of both must be composed, as readers compose them.
struct WordSet: Sendable {
  private let words: WordBag
  /// By the lower bits of the first byte of a word, a bit for each length; longer ones share the
  /// last.
  private let lengths: [UInt64]

  init(_ words: some Sequence<String>) {
    self.words = WordBag(words)
    var lengths = [UInt64](repeating: 0, count: 64)
    for word in self.words.words {
      guard let first = word.utf8.first else { continue }
      lengths[Self.row(first)] |= Self.bit(word.utf8.count)
    }
    self.lengths = lengths
  }

  /// Whether a word is in the set; the empty word never is.
  func contains(_ word: String) -> Bool { number(of: word) != nil }

  /// The number of a word in the order they were given, repeated ones left out; nil where it is not
  /// in the set.
  func number(of word: String) -> Int? {
    guard let first = word.utf8.first, mayContain(first, count: word.utf8.count) else { return nil }
    return words.number(of: word)
  }

  /// Whether a word of the set may begin with a byte and have so many.
  func mayContain(_ first: UInt8, count: Int) -> Bool {
    lengths[Self.row(first)] & Self.bit(count) != 0
  }

  /// The set with more words.
  func union(_ others: WordSet) -> WordSet { WordSet(words.words + others.words.words) }

  private static func row(_ first: UInt8) -> Int { Int(first & 63) }

  private static func bit(_ count: Int) -> UInt64 { 1 << UInt64(min(count, 63)) }
}

extension WordSet: ExpressibleByArrayLiteral {
  init(arrayLiteral words: String...) { self.init(words) }
}
