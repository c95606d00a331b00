import Markup

/// How words spell an acronym.
struct InitialsMatch: Hashable, Sendable {
  /// Words that give letters.
  let used: Int
  /// Words of weight that are passed over between them.
  let skipped: Int
  /// Words of weight that follow the last letter.
  let trailing: Int

  var isExact: Bool { skipped == 0 && trailing == 0 }
  var cost: Int { skipped * 2 + trailing }
}

/// Words that acronyms pass over.
private let smallWords = WordSet([
  "a", "an", "and", "au", "aux", "d", "dans", "de", "des", "du", "en", "et", "for", "in", "l", "la",
  "le", "les", "of", "on", "par", "pour", "sur", "the", "to", "un", "une",
])

/// Whether words spell an acronym by their first letters; nil when they do not.
///
/// A word gives one to three letters of its beginning; small words may give theirs; one word of
/// weight may be passed over, and some at the end. Bounded work: at most 16 words, 14 letters.
func matchInitials(_ acronym: String, _ words: [String]) -> InitialsMatch? {
  let letters = Array(slugify(acronym).utf8.filter { (0x61...0x7A).contains($0) })
  let parts = foldedParts(of: words).filter {
    $0.utf8.first.map { (0x61...0x7A).contains($0) } ?? false
  }
  guard letters.count > 1, parts.count > 1, parts.count <= 20 else { return nil }
  var best: InitialsMatch?
  var steps = 0
  func walk(_ letter: Int, _ word: Int, used: Int, skipped: Int) {
    if letter == letters.count {
      let trailing = parts[word...].count { !smallWords.contains($0) }
      let match = InitialsMatch(used: used, skipped: skipped, trailing: trailing)
      if best.map({ match.cost < $0.cost }) ?? true { best = match }
      return
    }
    steps += 1
    guard word < parts.count, skipped < 2, steps < 2_000 else { return }
    let bytes = Array(parts[word].utf8)
    let isSmall = smallWords.contains(parts[word])
    for length in 1...(isSmall ? 2 : 3) where letter + length <= letters.count {
      guard bytes.starts(with: letters[letter..<letter + length]) else { break }
      walk(letter + length, word + 1, used: used + (isSmall ? 0 : 1), skipped: skipped)
    }
    if word > 0 {
      walk(letter, word + 1, used: used, skipped: skipped + (isSmall ? 0 : 1))
    }
  }
  guard parts.first.map({ !smallWords.contains($0) }) ?? false else { return nil }
  walk(0, 0, used: 0, skipped: 0)
  guard let match = best, match.used > 1, match.skipped <= 1,
    match.trailing <= (match.used > 2 ? 4 : 2)
  else { return nil }
  return match
}

/// The first letters of the words of weight, in capitals.
func initials(of words: [String]) -> String {
  foldedParts(of: words).filter { !smallWords.contains($0) }
    .compactMap(\.first).map { $0.uppercased() }.joined()
}

/// Words folded, without the small ones: two names that differ in case or articles are one.
func nameKey(_ words: [String]) -> String {
  foldedParts(of: words).filter { !smallWords.contains($0) }.joined(separator: "-")
}

/// Words folded and divided at their hyphens.
private func foldedParts(of words: [String]) -> [String] {
  var parts: [String] = []
  parts.reserveCapacity(words.count)
  let hyphen = UInt8(ascii: "-")
  for word in words {
    let folded = slugify(word)
    if folded.utf8.contains(hyphen) {
      parts += folded.utf8.split(separator: hyphen).map { String(Substring($0)) }
    } else if !folded.isEmpty {
      parts.append(folded)
    }
  }
  return parts
}
