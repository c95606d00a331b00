import SiteModel

/// A piece of Markdown syntax to be written between two scalars of a text.
struct Insertion: Hashable, Sendable {
  let offset: Int
  let syntax: String
  /// The offset of the scalar whose place the syntax borrows.
  let origin: Int

  init(_ syntax: String, at offset: Int, from origin: Int? = nil) {
    self.offset = offset
    self.syntax = syntax
    self.origin = origin ?? offset
  }
}

/// Plain text of a seed as Markdown that means the same: signs that would be taken for markup by
/// accident get a backslash, insertions, in ascending order of offset, are written in.
func markdown(fromPlain text: TracedText, insertions: [Insertion] = []) -> TracedText {
  var edits = TextEdits(of: text, insertions)
  var addresses = addressRanges(of: text)[...]
  for (offset, traced) in text.scalars.enumerated() {
    while let address = addresses.first, address.upperBound <= offset { addresses.removeFirst() }
    if let address = addresses.first, address.contains(offset) {
      if offset == address.lowerBound { edits.insert("<", at: offset) }
      if offset == address.upperBound - 1 { edits.insert(">", behind: offset) }
    } else if traced.value != 0x20, !traced.isLetter, needsBackslash(text, at: offset) {
      edits.insert("\\", at: offset)
    }
  }
  return edits.finish()
}

/// A text with signs written in: what stands between them is copied as a whole.
struct TextEdits {
  private let text: TracedText
  private var pending: ArraySlice<Insertion>
  private var result: TracedText
  private var copied = 0

  /// Begins with insertions in ascending order of offset.
  init(of text: TracedText, _ insertions: [Insertion]) {
    self.text = text
    pending = insertions[...]
    result = TracedText(path: text.path)
  }

  /// Writes a sign before an offset, at or behind the last, and behind the insertions there.
  mutating func insert(_ sign: String, at offset: Int) {
    insertPending(upTo: offset)
    copy(to: offset)
    result.append(sign, from: text.scalars[offset].source)
  }

  /// Writes a sign behind the scalar at an offset, from whose place it comes.
  mutating func insert(_ sign: String, behind offset: Int) {
    insertPending(upTo: offset)
    copy(to: offset + 1)
    result.append(sign, from: text.scalars[offset].source)
  }

  /// The text with all that was written in.
  mutating func finish() -> TracedText {
    insertPending(upTo: text.count)
    copy(to: text.count)
    return result
  }

  private mutating func insertPending(upTo offset: Int) {
    while let insertion = pending.first, insertion.offset <= offset {
      copy(to: insertion.offset)
      result.append(insertion.syntax, from: text.place(at: insertion.origin))
      pending.removeFirst()
    }
  }

  private mutating func copy(to offset: Int) {
    guard offset > copied else { return }
    result.append(text, copied..<offset)
    copied = offset
  }
}

/// Web addresses, without the punctuation that follows them.
private func addressRanges(of text: TracedText) -> [Range<Int>] {
  guard text.firstRange(of: "://") != nil else { return [] }
  return text.wordRanges.compactMap { word in
    var low = word.lowerBound
    while low < word.upperBound, "(«“\"".unicodeScalars.contains(text.scalars[low].scalar) {
      low += 1
    }
    guard text.hasPrefix("https://", at: low) || text.hasPrefix("http://", at: low) else {
      return nil
    }
    var high = word.upperBound
    while high > low, ".,;:!?)»”\"".unicodeScalars.contains(text.scalars[high - 1].scalar) {
      high -= 1
    }
    let hasSyntax = text.scalars[low..<high].contains { "<>\\".unicodeScalars.contains($0.scalar) }
    return hasSyntax ? nil : low..<high
  }
}

/// Whether the sign at an offset, no letter, would be read as CommonMark, GFM or scholarly syntax.
private func needsBackslash(_ text: TracedText, at offset: Int) -> Bool {
  let scalar = text.scalars[offset].scalar
  switch scalar {
  case "\\", "`", "*", "_", "[", "]", "<", "~": return true
  case ",", "'", "’": return false
  default: break
  }
  if scalar == "&", let next = text.scalar(at: offset + 1) {
    return (next.isLetter && next.isASCII) || next == "#"
  }
  // `@` inside an address of electronic mail opens no citation.
  if scalar == "@", offset == 0 || !text.scalars[offset - 1].scalar.properties.isAlphabetic {
    return true
  }
  let isFirst = offset == 0
  if isFirst, "#+>=-|".unicodeScalars.contains(scalar) { return true }
  if scalar == "." || scalar == ")", offset > 0, offset <= 9,
    text.scalars[0..<offset].allSatisfy({ $0.isDigit })
  {
    return true
  }
  return false
}

/// A link of the house to a person: `[[person:anne-durand|` before the name, `]]` after it.
func mention(of slug: Slug, over range: Range<Int>) -> LinkInsertion {
  let opening = "[[\(EntityID(.person, slug).description)|"
  return LinkInsertion(range: range, opening: opening, closing: "]]")
}
