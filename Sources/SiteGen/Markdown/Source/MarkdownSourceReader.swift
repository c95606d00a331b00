/// Gathers what rules look at in one walk over the events of a text.
struct MarkdownSourceReader {
  /// A link or an image that was entered and not yet left.
  private struct Open {
    let event: Int
    var words: Range<Int>?
  }

  private let bytes: [UInt8]
  private let events: [MarkdownEvent]
  private let buffer: [UInt8]
  private let blocks: [ByteRange]
  private(set) var result = MarkdownSource()

  private var locator: SourceLocator
  private var blocksBegun = 0
  private var block = 0..<0
  private var mask: [UInt8] = []
  private var blockStart = 0
  private var open: [Open] = []
  private var cells: [MarkdownSource.HeaderCell] = []

  init(bytes: [UInt8], read: CommonMarkEvents) {
    self.bytes = bytes
    events = read.events
    buffer = read.buffer
    blocks = read.blocks
    locator = SourceLocator(bytes)
  }

  mutating func visit(_ position: Int) {
    let event = events[position]
    if event.beginsBlock { blocksBegun += 1 }
    switch event.kind {
    case .paragraph, .heading, .tableCell:
      if event.phase == .enter { enterBlock(position) } else { leaveBlock(position) }
    case .tableRow where event.value == 1: visitHead(event)
    case .text: visitText(event)
    case .code: locator.skip(buffer[event.text.range])
    case .htmlInline:
      if let match = locator.skip(buffer[event.text.range]) { readLanguages(in: match.range) }
    case .htmlBlock: readLanguages(in: blocks[blocksBegun - 1].range)
    case .link, .image:
      if event.phase == .enter { open.append(Open(event: position)) } else { leaveLink(position) }
    default: break
    }
  }

  // MARK: Blocks

  private mutating func enterBlock(_ position: Int) {
    block = blocks[blocksBegun - 1].range.clamped(to: 0..<bytes.count)
    blockStart = position
    locator.enter(block: block)
    // Line ends are prose: words stand apart across them.
    mask = bytes[block].map { $0 == 0x0A ? 0x0A : 0 }
  }

  private mutating func leaveBlock(_ position: Int) {
    let event = events[position]
    blankUnreadLinks()
    result.prose.append(MarkdownSource.Prose(range: block, text: withoutReferences(mask)))
    let words = plainText(of: events[blockStart..<position], in: buffer)
    if event.kind == .heading {
      let level = Int(event.value)
      result.headings.append(MarkdownSource.Heading(level: level, text: words, range: block))
    }
    if event.kind == .tableCell, event.index == 1 {
      cells.append(MarkdownSource.HeaderCell(text: words, range: block))
    }
  }

  /// Takes what looks like the address of a link out of the words: nobody is to correct it as prose.
  private mutating func blankUnreadLinks() {
    var offset = 0
    while offset + 1 < mask.count {
      guard mask[offset] == UInt8(ascii: "]"), mask[offset + 1] == UInt8(ascii: "(") else {
        offset += 1
        continue
      }
      let rest = mask[offset...]
      let line = rest.firstIndex(of: 0x0A) ?? rest.endIndex
      let end = rest[..<line].firstIndex(of: UInt8(ascii: ")")).map { $0 + 1 } ?? line
      let start = block.lowerBound
      result.unreadLinks.append(start + offset..<start + end)
      for place in offset..<end { mask[place] = 0 }
      offset = end
    }
  }

  private mutating func visitHead(_ event: MarkdownEvent) {
    if event.phase == .leave { result.tableHeads.append(cells) }
    cells = []
  }

  // MARK: Inlines

  private mutating func visitText(_ event: MarkdownEvent) {
    guard let match = locator.find(buffer[event.text.range]) else { return }
    if let last = open.indices.last {
      let start = open[last].words?.lowerBound ?? match.range.lowerBound
      open[last].words = start..<match.range.upperBound
    }
    // A text with escapes or entities reads otherwise than it is written.
    guard match.range.count == event.text.range.count,
      match.range.clamped(to: block) == match.range
    else { return }
    for offset in match.range { mask[offset - block.lowerBound] = bytes[offset] }
  }

  private mutating func leaveLink(_ position: Int) {
    guard let opened = open.popLast() else { return }
    let opening = events[opened.event]
    let destination = String(decoding: buffer[opening.text.range], as: UTF8.self)
    let words = plainText(of: events[opened.event..<position], in: buffer)
    if let outer = open.indices.last, let inner = opened.words {
      open[outer].words = (open[outer].words?.lowerBound ?? inner.lowerBound)..<inner.upperBound
    }
    let isBare =
      destination == words || destination.hasSuffix("://\(words)")
      || destination == "mailto:\(words)"
    if isBare, let range = opened.words { blank(range) }
    let place = isBare ? nil : locator.findDestination(buffer[opening.text.range])?.range
    let range = opened.words ?? emptyBrackets(before: place) ?? place ?? block
    let link = MarkdownSource.Link(words: words, destination: destination, range: range)
    if opening.kind == .image {
      result.images.append(link)
    } else if !destination.hasPrefix("@") {
      result.links.append(link)
    }
  }

  /// The `[]` or `![]` before a destination in round brackets.
  private func emptyBrackets(before destination: Range<Int>?) -> Range<Int>? {
    guard let end = destination?.lowerBound, end >= 3,
      bytes[..<end].suffix(3).elementsEqual("[](".utf8)
    else { return nil }
    let isImage = end >= 4 && bytes[end - 4] == UInt8(ascii: "!")
    return (isImage ? end - 4 : end - 3)..<end - 1
  }

  private mutating func blank(_ range: Range<Int>) {
    for offset in range.clamped(to: block) { mask[offset - block.lowerBound] = 0 }
  }

  /// `lang="…"` in the tags of a range.
  private mutating func readLanguages(in range: Range<Int>) {
    let range = range.clamped(to: 0..<bytes.count)
    let name = Array("lang=".utf8)
    var offset = range.lowerBound
    while offset + name.count < range.upperBound {
      guard bytes[offset] == name[0], bytes[offset...].starts(with: name),
        bytes[max(0, offset - 1)] <= 0x20
      else {
        offset += 1
        continue
      }
      offset += name.count
      let quote = bytes[offset]
      let isQuoted = quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'")
      let start = isQuoted ? offset + 1 : offset
      let end =
        bytes[start..<range.upperBound].firstIndex { byte in
          isQuoted ? byte == quote : byte <= 0x20 || byte == UInt8(ascii: ">")
        } ?? range.upperBound
      let value = String(decoding: bytes[start..<end], as: UTF8.self)
      result.languages.append(MarkdownSource.LanguageTag(value: value, range: start..<end))
      offset = end
    }
  }
}
