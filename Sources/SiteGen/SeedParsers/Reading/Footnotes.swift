/// A number that is glued to a word and calls a note.
struct NoteCall: Hashable, Sendable {
  let number: Int
  /// The digits.
  let range: Range<Int>
}

/// A note that stood at the foot of a page.
struct Footnote: Hashable, Sendable {
  let number: Int
  let text: TracedText
}

/// Numbers that follow a letter or a closing quote without a space and end a word.
func noteCalls(in text: TracedText) -> [NoteCall] {
  var calls: [NoteCall] = []
  var index = 1
  while index < text.count {
    guard text.scalars[index].isDigit, !text.scalars[index - 1].isDigit else {
      index += 1
      continue
    }
    let start = index
    while index < text.count, text.scalars[index].isDigit { index += 1 }
    let before = text.scalars[start - 1].scalar
    guard index - start <= 3, before.isLower || before == "»" || before == "”",
      endsWord(text, at: index), let number = Int(text.string(in: start..<index))
    else { continue }
    calls.append(NoteCall(number: number, range: start..<index))
  }
  return calls
}

/// Whether neither letters nor digits stand between an offset and the next white space.
private func endsWord(_ text: TracedText, at offset: Int) -> Bool {
  let next = text.scalars[offset...].first { $0.isSpace || $0.isLetter || $0.isDigit }
  return next?.isSpace ?? true
}

/// The number that a note begins with (`3 Voir les relevés`), or nil.
func noteNumber(of text: TracedText) -> Int? {
  let digits = text.scalars.prefix { $0.isDigit }.count
  guard (1...3).contains(digits), text.scalar(at: digits)?.isSpace == true,
    let letter = text.scalar(at: digits + 1), letter.isUpper || letter.isQuote
  else { return nil }
  return Int(text.string(in: 0..<digits))
}

/// Takes the notes out of the run of the text, with the addresses that repeat theirs.
///
/// A paragraph is a note when it begins with a number that an earlier paragraph calls.
func separateNotes(
  _ blocks: [SeedBlock]
) -> (text: [SeedBlock], notes: [Footnote], repeated: [TracedText]) {
  var called: Set<Int> = []
  var taken: Set<Int> = []
  var addresses: Set<String> = []
  var text: [SeedBlock] = []
  var notes: [Footnote] = []
  var repeated: [TracedText] = []
  for block in blocks {
    if block.kind == .address, addresses.contains(block.text.string) {
      repeated.append(block.text)
      continue
    }
    if block.kind == .paragraph, let number = noteNumber(of: block.text), called.contains(number),
      taken.insert(number).inserted
    {
      let digits = block.text.scalars.prefix { $0.isDigit }.count
      notes.append(Footnote(number: number, text: block.text[digits..<block.text.count].trimmed))
    } else {
      for call in noteCalls(in: block.text) { called.insert(call.number) }
      text.append(block)
    }
    for range in block.text.wordRanges
    where block.text.scalars[range.lowerBound].scalar == "h" && isAddress(block.text[range]) {
      addresses.insert(block.text.string(in: range))
    }
  }
  return (text, notes, repeated)
}
