import Markup

/// Distinct words in the order they came, found by their bytes.
///
/// For words of which a text has thousands and that are all asked for: the sets of the library
/// compare letters that may be written in several ways, and withstand texts made to slow them down.
/// Readers compose letters, so that the bytes of a word are the word.
struct WordBag: Sendable {
  /// Each once.
  private(set) var words: [String] = []
  /// Beside each word.
  private var hashes: [UInt64] = []
  /// The numbers of words from 1 on, each at its hash or behind; 0 where none is.
  ///
  /// A power of two, at least twice as many as words.
  private var slots: [UInt32]

  /// Makes an empty bag, with room for so many words.
  init(expecting count: Int = 0) {
    var size = 16
    while size < 2 * count { size *= 2 }
    slots = [UInt32](repeating: 0, count: size)
  }

  init(_ words: some Sequence<String>) {
    self.init(expecting: words.underestimatedCount)
    for word in words { insert(word) }
  }

  /// Whether a word is in the bag.
  func contains(_ word: String) -> Bool { number(of: word) != nil }

  /// The number of a word, from 0 on; nil where it is not in the bag.
  func number(of word: String) -> Int? {
    let number = slots[slot(of: word, hash: Self.hash(word))]
    return number == 0 ? nil : Int(number) - 1
  }

  /// Puts a word in where it is new; gives its number.
  @discardableResult
  mutating func insert(_ word: String) -> (number: Int, isNew: Bool) {
    let hash = Self.hash(word)
    let place = slot(of: word, hash: hash)
    if slots[place] != 0 { return (Int(slots[place]) - 1, false) }
    words.append(word)
    hashes.append(hash)
    slots[place] = UInt32(words.count)
    if words.count * 2 > slots.count { grow() }
    return (words.count - 1, true)
  }

  /// The slot that holds a word, or the free one where it belongs.
  private func slot(of word: String, hash: UInt64) -> Int {
    let mask = slots.count - 1
    var place = Int(truncatingIfNeeded: hash) & mask
    while slots[place] != 0 {
      let number = Int(slots[place]) - 1
      if hashes[number] == hash, words[number] == word { return place }
      place = (place + 1) & mask
    }
    return place
  }

  private mutating func grow() {
    slots = [UInt32](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, hash) in hashes.enumerated() {
      var place = Int(truncatingIfNeeded: hash) & mask
      while slots[place] != 0 { place = (place + 1) & mask }
      slots[place] = UInt32(number + 1)
    }
  }

  private static func hash(_ word: String) -> UInt64 {
    var word = word
    return word.withUTF8 { bytes in
      var hash = UInt64(bytes.count)
      var place = 0
      while place < bytes.count {
        hash = (hash ^ bytes.word(at: place)) &* 0x9E37_79B9_7F4A_7C15
        hash ^= hash >> 32
        place += 8
      }
      return hash
    }
  }
}
