/// A paragraph of a seed, put together from its lines.
struct SeedBlock: Hashable, Sendable {
  enum Kind: Hashable, Sendable {
    case paragraph
    /// An item of a list, with its depth from 0.
    case item(depth: Int)
    /// Nothing but a web address.
    case address
  }

  let kind: Kind
  var text: TracedText
  var lines: [SeedLine]

  var isItem: Bool { if case .item = kind { true } else { false } }
}

/// Puts the lines of a text without markup together into paragraphs, items and addresses.
///
/// Paragraphs that a page has cut stay in two parts here: notes may stand between them.
func readSeedBlocks(_ cursor: inout LineCursor, habits: TextHabits) -> [SeedBlock] {
  let calls = Set(cursor.lines.flatMap { noteCalls(in: $0.text).map(\.number) })
  var blocks: [SeedBlock] = []
  var list = ListDepth()
  var previous: SeedLine?
  while let line = cursor.next() {
    defer { previous = line.isBlank ? nil : line }
    guard !line.isBlank else { continue }
    let opensList = list.isOpen || previous.map { endsSentence($0.text) } ?? true
    if let marker = bulletMarker(of: line.text, inList: list.isOpen, mayOpen: opensList) {
      let text = line.text[1..<line.text.count].trimmed
      let kind = SeedBlock.Kind.item(depth: list.depth(of: marker))
      blocks.append(SeedBlock(kind: kind, text: text.withSingleSpaces, lines: [line]))
    } else if isAddress(line.text), previous.map({ !continuesAddress($0.text, line.text) }) ?? true
    {
      blocks.append(SeedBlock(kind: .address, text: line.text, lines: [line]))
    } else if let previous, let kind = blocks.last?.kind, kind != .address,
      !habits.endsParagraph(previous, before: line, then: cursor.peek()),
      noteNumber(of: line.text).map({ !calls.contains($0) }) ?? true
    {
      habits.join(line.text.withSingleSpaces, to: &blocks[blocks.count - 1].text)
      blocks[blocks.count - 1].lines.append(line)
    } else {
      list.close()
      let text = line.text.withSingleSpaces
      blocks.append(SeedBlock(kind: .paragraph, text: text, lines: [line]))
    }
  }
  return blocks
}

/// Joins what pages, notes and widely set headings have cut.
func rejoinCutBlocks(_ blocks: [SeedBlock], habits: TextHabits) -> [SeedBlock] {
  var result: [SeedBlock] = []
  for block in blocks {
    let joins =
      block.kind == .paragraph
      && (result.last.map { $0.kind != .address && isCut($0.text, before: block.text) } ?? false)
    if joins {
      habits.join(block.text, to: &result[result.count - 1].text)
      result[result.count - 1].lines += block.lines
    } else {
      result.append(block)
    }
  }
  return result
}

/// Whether a text is one web address.
func isAddress(_ text: TracedText) -> Bool {
  (text.hasPrefix("http://") || text.hasPrefix("https://")) && text.wordRanges.count == 1
}

/// The bullet a line begins with; the letter `o` is one only inside a list, a dash only where a
/// list may open, for it may also stand between the words of a sentence.
private func bulletMarker(
  of text: TracedText,
  inList: Bool,
  mayOpen: Bool
) -> Unicode.Scalar? {
  guard let first = text.scalar(at: 0), text.scalar(at: 1)?.isSpace == true,
    text.count > 2
  else { return nil }
  if bullets.contains(first) { return first }
  if first == "–" || first == "—" { return mayOpen ? first : nil }
  return first == "o" && inList ? first : nil
}

/// Signs that begin an item wherever they stand; those of the private use area are what word
/// processors write for theirs.
private let bullets = Set("•·▪◦●■‣➢-*⁃►▶➤❖✓→○□❑❏\u{F0B7}\u{F0A7}\u{F0D8}\u{F0FC}".unicodeScalars)

/// Depths of the bullets of one list: a new sign goes deeper, a known one comes back.
private struct ListDepth {
  private var markers: [Unicode.Scalar] = []

  var isOpen: Bool { !markers.isEmpty }

  mutating func close() { markers = [] }

  mutating func depth(of marker: Unicode.Scalar) -> Int {
    if let index = markers.firstIndex(of: marker) {
      markers.removeSubrange((index + 1)...)
      return index
    }
    markers.append(marker)
    return markers.count - 1
  }
}
