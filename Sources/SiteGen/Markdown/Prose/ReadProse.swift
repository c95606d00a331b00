extension MarkdownDocument {
  /// The prose of the document; linear.
  public var prose: DocumentProse {
    buffer.withUnsafeBufferPointer { buffer in
      var reader = ProseReader(document: self, buffer)
      for (position, event) in events.enumerated() { reader.read(event, at: position) }
      return reader.prose
    }
  }
}

/// Gathers the prose of a document in one walk.
private struct ProseReader {
  let blocks: [ByteRange]
  let buffer: UnsafeBufferPointer<UInt8>
  var prose: DocumentProse

  /// The block being read, as it begins.
  private var block: ProseBlock?
  private var section = 0
  private var blocksBegun = 0
  private var isInNote = false
  /// Links, images and printed citations around the current event.
  private var closedDepth = 0
  /// HTML tags around the current event whose inside is no prose.
  private var closedTags = 0
  /// Open containers, by their place among all.
  private var open: [Int] = []

  init(document: MarkdownDocument, _ buffer: UnsafeBufferPointer<UInt8>) {
    blocks = document.blocks
    self.buffer = buffer
    prose = DocumentProse(offsets: Array(repeating: -1, count: document.events.count))
    // All words of the document, and hardly more marks than it has words between them.
    prose.text.reserveCapacity(buffer.count + document.events.count / 2)
    prose.blocks.reserveCapacity(document.blocks.count)
    // Texts full of emphasis have as many.
    prose.containers.reserveCapacity(document.events.count / 4)
  }

  mutating func read(_ event: MarkdownEvent, at position: Int) {
    if !event.isInline {
      readBlock(event)
    } else if block != nil {
      readInline(event, at: position)
    }
  }

  private mutating func readBlock(_ event: MarkdownEvent) {
    if event.beginsBlock { blocksBegun += 1 }
    switch event.kind {
    case .heading where event.phase == .enter: section += 1
    case .noteDefinition: isInNote = event.phase == .enter
    case .paragraph, .tableCell:
      if event.phase == .enter { beginBlock() } else { endBlock() }
    default: break
    }
  }

  private mutating func beginBlock() {
    let start = prose.text.count
    block = ProseBlock(
      section: isInNote ? -1 : section,
      source: blocks[blocksBegun - 1].range,
      range: start..<start,
      closed: prose.closed.count..<prose.closed.count,
      mentions: prose.mentions.count..<prose.mentions.count
    )
    (closedDepth, closedTags) = (0, 0)
    open.removeAll(keepingCapacity: true)
  }

  private mutating func endBlock() {
    guard var block else { return }
    block.range = block.range.lowerBound..<prose.text.count
    block.closed = block.closed.lowerBound..<prose.closed.count
    block.mentions = block.mentions.lowerBound..<prose.mentions.count
    prose.blocks.append(block)
    prose.text.append(0)
    self.block = nil
  }

  private mutating func readInline(_ event: MarkdownEvent, at position: Int) {
    switch event.kind {
    case .emphasis, .strong, .strikethrough:
      prose.offsets[position] = Int32(prose.text.count)
      readContainer(event)
    case .text where closedDepth == 0 && closedTags == 0:
      let start = prose.text.count
      prose.offsets[position] = Int32(start)
      prose.text.append(contentsOf: UnsafeBufferPointer(rebasing: buffer[event.text.range]))
      if event.value == MarkdownEvent.neverLinked {
        prose.closed.append(start..<prose.text.count)
      }
    case .link, .image, .printedCitation:
      closedDepth += event.phase == .enter ? 1 : -1
      prose.text.append(0)
    case .mention:
      prose.mentions.append(.init(offset: prose.text.count, index: Int(event.index)))
      prose.text.append(0)
    case .softBreak, .lineBreak: prose.text.append(0x20)
    case .htmlInline:
      readTag(event)
      prose.text.append(0)
    default: prose.text.append(0)
    }
  }

  private mutating func readContainer(_ event: MarkdownEvent) {
    let end = prose.text.count
    if event.phase == .enter {
      open.append(prose.containers.count)
      prose.containers.append(end..<end)
    } else if let index = open.popLast() {
      prose.containers[index] = prose.containers[index].lowerBound..<end
    }
  }

  /// Raw HTML may open a link, code or an abbreviation of its own.
  private mutating func readTag(_ event: MarkdownEvent) {
    var bytes = buffer[event.text.range].dropFirst()
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
