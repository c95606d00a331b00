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
  guard text.scalars.contains(where: { $0.isDigit }) else { return [] }
  var calls: [NoteCall] = []
  for range in text.wordRanges {
    var end = range.upperBound
    while end > range.lowerBound, !text.scalars[end - 1].isDigit,
      !text.scalars[end - 1].isLetter
    { end -= 1 }
    var start = end
    while start > range.lowerBound, text.scalars[start - 1].isDigit { start -= 1 }
    guard start > range.lowerBound, (1...3).contains(end - start) else { continue }
    let before = text.scalars[start - 1].scalar
    guard before.isLower || before == "»" || before == "”",
      let number = Int(text.string(in: start..<end))
    else { continue }
    calls.append(NoteCall(number: number, range: start..<end))
  }
  return calls
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
