/// Whether a text ends with the mark of a finished sentence or announcement.
func endsSentence(_ text: TracedText) -> Bool {
  guard let last = lastMark(of: text) else { return false }
  return ".!?…:;".unicodeScalars.contains(last)
}

/// Whether a text cannot end here: after a comma, a hyphen, an apostrophe or a word that calls for
/// another.
func endsOpen(_ text: TracedText) -> Bool {
  guard let last = text.scalars.last?.scalar else { return false }
  if last == "," || last == "-" || last == "–" || last.isApostrophe { return true }
  guard let word = text.lastWordRange(within: 100) else { return false }
  return FrenchWords.dangling.contains(text.lowercased(in: word))
}

/// Whether a text begins as a sentence or a heading does.
func startsLikeSentence(_ text: TracedText) -> Bool {
  guard let first = text.firstIndex(where: { !"*_\"«“”'’([ ".unicodeScalars.contains($0) }),
    let scalar = text.scalar(at: first)
  else { return true }
  return !scalar.isLower
}

/// Whether a text holds letters, and hardly any small one.
func isInCapitals(_ text: TracedText) -> Bool {
  var (letters, small) = (0, 0)
  for traced in text.scalars {
    if traced.isLetter { letters += 1 }
    if traced.isLower { small += 1 }
    // So many are too many, were all the rest letters.
    if small * 12 > text.count { return false }
  }
  return letters > 1 && small * 12 <= letters
}

/// Whether a bracket is open at the end of a text; looks at its last words only.
func hasOpenBracket(_ text: TracedText) -> Bool {
  let last = text.scalars.suffix(80).last { $0.scalar == "(" || $0.scalar == ")" }
  return last?.scalar == "("
}

/// Whether a bracket is closed near the start of a text before one is opened.
func closesBracket(_ text: TracedText) -> Bool {
  let first = text.scalars.prefix(80).first { $0.scalar == "(" || $0.scalar == ")" }
  return first?.scalar == ")"
}

/// Whether two paragraphs are one that a page break or a widely set heading has cut.
func isCut(_ first: TracedText, before second: TracedText) -> Bool {
  guard first.count >= 20, !endsSentence(first), !second.isEmpty else { return false }
  if hasOpenBracket(first), closesBracket(second) { return true }
  return !startsLikeSentence(second) || endsOpen(first)
}

private func lastMark(of text: TracedText) -> Unicode.Scalar? {
  var index = text.count - 1
  while index >= max(0, text.count - 100) {
    let scalar = text.scalars[index].scalar
    guard scalar.isQuote || scalar.isBracket || "*_ ".unicodeScalars.contains(scalar) else {
      return scalar
    }
    index -= 1
  }
  return nil
}

/// What is longer is a paragraph that has lost its stops; readers keep the words of a sentence.
private let longestSentence = 10_000

/// The sentences of a paragraph: a stop, a space and a capital divide them.
func sentences(of text: TracedText) -> [TracedText] {
  var parts: [TracedText] = []
  var start = 0
  for index in 0..<max(0, text.count - 2) {
    guard !text.scalars[index].isPlainSmallLetter else { continue }
    if index - start > longestSentence, text.scalars[index].scalar == " " {
      parts.append(text[start..<index])
      start = index + 1
      continue
    }
    let mark = text.scalars[index].scalar
    guard mark == "." || mark == "!" || mark == "?",
      text.scalars[index + 1].scalar == " ",
      text.scalars[index + 2].isUpper || text.scalars[index + 2].scalar.isQuote,
      !isAbbreviation(text, endingAt: index)
    else { continue }
    parts.append(text[start..<index + 1])
    start = index + 2
  }
  parts.append(text[start..<text.count])
  return parts.filter { !$0.isEmpty }
}

/// Whether a stop ends an initial or an abbreviation, and no sentence.
private func isAbbreviation(_ text: TracedText, endingAt stop: Int) -> Bool {
  var low = stop
  while low > 0, stop - low <= 5, text.scalars[low - 1].isLetter { low -= 1 }
  guard low < stop, stop - low <= 5 else { return false }
  if stop - low == 1 { return text.scalars[low].isUpper }
  return FrenchWords.abbreviations.contains(text.lowercased(in: low..<stop))
}
