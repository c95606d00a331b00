/// How a conversion has laid out its text: what line ends and hyphens mean in it.
struct TextHabits: Sendable {
  /// Usual length of a full line, in scalars.
  let width: Int
  /// Whether long paragraphs were cut into lines; otherwise a line is a paragraph.
  let isWrapped: Bool
  /// Words of the text in lower case, those cut at a line end left out.
  let words: WordBag

  init(_ lines: [SeedLine]) {
    let lengths = lines.filter { !$0.isBlank }.map(\.text.count).sorted()
    width = lengths.isEmpty ? 0 : lengths[lengths.count * 19 / 20]
    let total = lengths.reduce(0, +)
    isWrapped = lengths.reduce(0) { $0 + ($1 > 160 ? $1 : 0) } * 2 <= total
    var words = WordBag()
    // Only where a line ends with a hyphen are the words of the text asked for.
    let hasHyphens = lines.contains { $0.text.hasSuffix("-") || $0.text.hasSuffix("\u{2010}") }
    for line in lines where hasHyphens {
      let text = line.text
      for range in text.wordRanges where range.upperBound < text.count {
        let letters = text.fromFirstToLastLetter(of: range)
        guard !letters.isEmpty else { continue }
        words.insert(text.lowercased(in: letters))
      }
    }
    self.words = words
  }

  /// Whether the first word of `next` would have found room at the end of `line`, when only a
  /// share of the width is counted on (letters differ in width).
  func leavesRoom(_ line: SeedLine, before next: SeedLine, within share: Double) -> Bool {
    let word = next.text.firstWordRange?.count ?? 0
    return Double(line.text.count + 1 + word) <= Double(width) * share
  }

  /// Whether a paragraph ends between two neighbouring lines, seen with the line after them.
  func endsParagraph(_ line: SeedLine, before next: SeedLine, then after: SeedLine?) -> Bool {
    if endsParagraph(line, before: next) { return true }
    // A heading may follow a full line without a blank, at the head of a page above all.
    guard isWrapped, let after, !after.isBlank, endsSentence(line.text),
      startsLikeSentence(next.text), !endsSentence(next.text)
    else { return false }
    return endsParagraph(next, before: after)
  }

  private func endsParagraph(_ line: SeedLine, before next: SeedLine) -> Bool {
    guard isWrapped else { return true }
    guard startsLikeSentence(next.text) else { return false }
    if hasOpenBracket(line.text), closesBracket(next.text) { return false }
    if next.startsPage, line.trailing > 1, leavesRoom(line, before: next, within: 0.85) {
      return true
    }
    if endsSentence(line.text) {
      return line.trailing > 1 || leavesRoom(line, before: next, within: 0.9)
    }
    // A short line without a full stop is a heading, or a line of a list without bullets.
    if isInCapitals(line.text), isInCapitals(next.text) { return false }
    return leavesRoom(line, before: next, within: 0.8) && !endsOpen(line.text)
  }

  /// Puts a line to the end of its paragraph.
  func join(_ second: TracedText, to first: inout TracedText) {
    guard let last = first.scalars.last, !second.isEmpty else {
      if first.isEmpty { first = second }
      return
    }
    if continuesAddress(first, second) {
      // Nothing stood at the line end, the hyphen belongs to the address.
    } else if last.scalar.isApostrophe, second.scalars[0].isLetter, endsElided(first) {
      // « l’ », « qu’ » stand before their word without a space.
    } else if last.scalar == "-" || last.scalar == "\u{2010}" {
      if !keepsHyphen(first, second) { first.removeLast() }
    } else if last.scalar == "\u{AD}" {
      first.removeLast()
    } else {
      first.append(" ", from: last.source)
    }
    first.append(second)
  }

  /// Whether a text ends with a word that has lost its vowel; « the notaries’ » has lost none.
  private func endsElided(_ text: TracedText) -> Bool {
    let end = text.count - 1
    var low = end
    while low > 0, end - low < 9, text.scalars[low - 1].isLetter { low -= 1 }
    let word = text.lowercased(in: low..<end)
    return ["l", "d", "j", "m", "t", "s", "n", "c", "entr", "aujourd", "prud", "grand"]
      .contains(word) || word.hasSuffix("qu")
  }

  /// A hyphen at a line end stays when it belongs to a compound: after a prefix, before a capital
  /// or a pronoun, after a dash that stands alone, or between two words that the text knows.
  private func keepsHyphen(_ first: TracedText, _ second: TracedText) -> Bool {
    let left = first[first.lastWordRange(within: 100) ?? 0..<0].trimmed { !$0.isLetter }
      .lowercased
    let right = second[(second.firstWordRange ?? 0..<0).prefix(100)].trimmed { !$0.isLetter }
      .lowercased
    guard second.scalars.first?.isLower == true, !left.isEmpty else { return true }
    if words.contains("\(left)-\(right)") { return true }
    if words.contains(left + right) { return false }
    let stem = left.split(separator: "-").last.map(String.init) ?? left
    return FrenchWords.prefixes.contains(stem) || FrenchWords.enclitics.contains(right)
      || words.contains(stem)
  }
}

/// Whether a web address that ends one line goes on at the start of the next.
func continuesAddress(_ first: TracedText, _ second: TracedText) -> Bool {
  guard let lastWord = first.lastWordRange(within: 2_000), let firstWord = second.firstWordRange,
    first[lastWord].firstRange(of: "://") != nil, second[firstWord].firstRange(of: "://") == nil
  else { return false }
  if let end = first.scalars.last?.scalar, "-/_=&?%".unicodeScalars.contains(end) { return true }
  return second[firstWord].firstRange(of: "/") != nil
}
