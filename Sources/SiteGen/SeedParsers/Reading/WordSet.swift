/// A set of words that is asked of every word of a text.
///
/// Nearly all are not in it, and most of these show that by their first byte and their length: the
/// letters of both must be composed, as readers compose them.
struct WordSet: Sendable {
  private let words: Set<String>
  /// By the first byte of a word, a bit for each length; longer ones share the last.
  private let lengths: [UInt64]

  init(_ words: some Sequence<String>) {
    self.words = Set(words)
    var lengths = [UInt64](repeating: 0, count: 256)
    for word in self.words {
      guard let first = word.utf8.first else { continue }
      lengths[Int(first)] |= Self.bit(word)
    }
    self.lengths = lengths
  }

  /// Whether a word is in the set; the empty word never is.
  func contains(_ word: String) -> Bool { mayContain(word) && words.contains(word) }

  /// Whether a word begins as one of the set that is as long.
  func mayContain(_ word: String) -> Bool {
    guard let first = word.utf8.first else { return false }
    return lengths[Int(first)] & Self.bit(word) != 0
  }

  private static func bit(_ word: String) -> UInt64 { 1 << UInt64(min(word.utf8.count, 63)) }
}
