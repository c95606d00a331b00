/// The prose of a document, read once for whoever looks for names in it and writes them.
public struct DocumentProse: Sendable {
  /// The prose of every paragraph and cell, in the order of the events; headings hold none.
  public let blocks: [ProseBlock]
  /// For each event that prose stands in (texts, and what holds them) its offset in the text of its
  /// block; -1 for all others.
  let offsets: [Int32]
}

extension MarkdownDocument {
  /// The prose of the document; linear.
  public var prose: DocumentProse {
    var reader = ProseReader(document: self)
    for position in events.indices { reader.read(position) }
    return DocumentProse(blocks: reader.blocks, offsets: reader.offsets)
  }
}

/// Gathers the prose of a document in one walk.
private struct ProseReader {
  let document: MarkdownDocument
  var blocks: [ProseBlock] = []
  var offsets: [Int32]

  /// Whether the last block is being read: it is written where it stands, for a copy would be one of
  /// four arrays.
  private var isInBlock = false
  private var last: Int { blocks.count - 1 }
  private var section = 0
  private var blocksBegun = 0
  private var isInNote = false
  /// Links, images and printed citations around the current event.
  private var closedDepth = 0
  /// HTML tags around the current event whose inside is no prose.
  private var closedTags = 0
  /// Open containers, by their place in the block.
  private var open: [Int] = []

  init(document: MarkdownDocument) {
    self.document = document
    offsets = Array(repeating: -1, count: document.events.count)
  }

  mutating func read(_ position: Int) {
    let event = document.events[position]
    if event.beginsBlock { blocksBegun += 1 }
    switch event.kind {
    case .heading where event.phase == .enter: section += 1
    case .noteDefinition: isInNote = event.phase == .enter
    case .paragraph, .tableCell:
      if event.phase == .enter {
        let source = document.blocks[blocksBegun - 1].range
        blocks.append(
          ProseBlock(section: isInNote ? -1 : section, source: source, opening: position)
        )
        blocks[last].text.reserveCapacity(source.count)
        (closedDepth, closedTags) = (0, 0)
        open.removeAll(keepingCapacity: true)
      }
      isInBlock = event.phase == .enter
    default:
      guard event.isInline, isInBlock else { break }
      if isProse(event) { offsets[position] = Int32(blocks[last].text.count) }
      readInline(event)
    }
  }

  private func isProse(_ event: MarkdownEvent) -> Bool {
    switch event.kind {
    case .text: closedDepth == 0 && closedTags == 0
    case .emphasis, .strong, .strikethrough: true
    default: false
    }
  }

  private mutating func readInline(_ event: MarkdownEvent) {
    switch event.kind {
    case .emphasis, .strong, .strikethrough:
      readContainer(event)
    case .link, .image, .printedCitation:
      closedDepth += event.phase == .enter ? 1 : -1
      append(0)
    case .text where isProse(event):
      let start = blocks[last].text.count
      blocks[last].text.append(contentsOf: document.buffer[event.text.range])
      if event.value == MarkdownEvent.neverLinked {
        blocks[last].closed.append(start..<blocks[last].text.count)
      }
    case .mention:
      blocks[last].mentions.append(.init(offset: blocks[last].text.count, index: Int(event.index)))
      append(0)
    case .softBreak, .lineBreak: append(0x20)
    case .htmlInline:
      readTag(event)
      append(0)
    default: append(0)
    }
  }

  private mutating func append(_ byte: UInt8) { blocks[last].text.append(byte) }

  private mutating func readContainer(_ event: MarkdownEvent) {
    let end = blocks[last].text.count
    if event.phase == .enter {
      open.append(blocks[last].containers.count)
      blocks[last].containers.append(end..<end)
    } else if let index = open.popLast() {
      blocks[last].containers[index] = blocks[last].containers[index].lowerBound..<end
    }
  }

  /// Raw HTML may open a link, code or an abbreviation of its own.
  private mutating func readTag(_ event: MarkdownEvent) {
    var bytes = document.buffer[event.text.range].dropFirst()
    let closes = bytes.first == UInt8(ascii: "/")
    if closes { bytes = bytes.dropFirst() }
    let name = String(
      decoding: bytes.prefix { $0 | 0x20 >= 0x61 && $0 | 0x20 <= 0x7A },
      as: UTF8.self
    )
    guard
      ["a", "abbr", "button", "cite", "code", "kbd", "label", "samp"].contains(name.lowercased())
    else { return }
    closedTags = max(0, closedTags + (closes ? -1 : 1))
  }
}

extension MarkdownEvent {
  /// `value` of a text that no name may be linked in: `[[!…]]`.
  static let neverLinked: Int32 = 1
}
