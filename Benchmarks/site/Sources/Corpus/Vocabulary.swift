/// Some thousand words that look French and mean nothing.
struct Vocabulary {
  private let words: [String]
  private static let small = [
    "de", "la", "le", "et", "les", "des", "en", "un", "une", "du", "dans", "que", "pour", "par",
    "sur", "qui", "au", "avec", "ce", "plus", "ne", "se", "sans", "sous", "entre", "mais",
  ]
  private static let syllables = [
    "ba", "cou", "dé", "fi", "gra", "lo", "mi", "nou", "pé", "qua", "ré", "si", "tra", "vi", "cha",
    "blan", "cré", "dou", "flé", "gui", "lan", "mor", "pli", "sou",
  ]
  private static let endings = [
    "tion", "ment", "té", "ure", "age", "eur", "eux", "ive", "ance", "ir", "ant", "er", "al", "ie",
  ]

  init(seed: UInt64) {
    var dice = Dice(seed: seed, .vocabulary, 0)
    words = (0..<4_000).map { _ in
      let syllables = (0..<dice.pick(1...3)).map { _ in dice.pick(Vocabulary.syllables) }.joined()
      return syllables + dice.pick(Vocabulary.endings)
    }
  }

  /// A word; half are small ones, and of the others few are frequent and most are rare.
  func word(_ dice: inout Dice) -> String {
    if dice.below(100) < 45 { return dice.pick(Vocabulary.small) }
    return longWord(&dice)
  }

  /// A word that is none of the small ones.
  func longWord(_ dice: inout Dice) -> String {
    words[dice.below(words.count) * dice.below(words.count) / words.count]
  }

  /// Some words, the first with a capital.
  func title(_ count: Int, _ dice: inout Dice) -> String {
    capitalized(
      (0..<count).map { $0.isMultiple(of: 2) ? longWord(&dice) : word(&dice) }
        .joined(separator: " ") + " " + longWord(&dice)
    )
  }
}

/// The text with its first letter as a capital.
func capitalized(_ text: String) -> String { text.prefix(1).uppercased() + text.dropFirst() }
