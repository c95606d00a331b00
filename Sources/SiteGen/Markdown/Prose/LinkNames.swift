extension MarkdownDocument {
  /// The same document with names as mentions.
  ///
  /// - Parameters:
  ///   - names: in the order of the text, none over another; each must fit (`canHold`).
  ///   - mentions: what the mentions of this document become, in their order.
  ///   - prose: the prose of this document, in which the names were found.
  /// - Returns: a document whose mentions are both, in the order of the text. Linear.
  public func linking(
    _ names: [FoundName],
    mentions: [MarkdownMention],
    in prose: DocumentProse
  ) -> MarkdownDocument {
    guard !names.isEmpty else { return with(events, mentions: mentions) }
    var writer = NameWriter(document: self, names: names, mentions: mentions, prose: prose)
    writer.write()
    return with(writer.events, mentions: writer.linked)
  }

  private func with(_ events: [MarkdownEvent], mentions: [MarkdownMention]) -> MarkdownDocument {
    MarkdownDocument(
      dialect: dialect,
      events: events,
      buffer: buffer,
      headings: headings,
      citations: citations,
      mentions: mentions,
      placeholders: placeholders,
      links: links
    )
  }
}

/// Writes the events of a document anew, names entered and left where they stand.
private struct NameWriter {
  let document: MarkdownDocument
  let names: [FoundName]
  let mentions: [MarkdownMention]
  private let blocks: [ProseBlock]
  /// By event, the offset in its block; -1 where no name can stand.
  private let offsets: [Int32]

  private(set) var events: [MarkdownEvent] = []
  private(set) var linked: [MarkdownMention] = []

  private var next = 0
  /// The block that was entered last.
  private var block = -1
  /// Containers of the block seen before the current event.
  private var containersSeen = 0
  /// Containers entered since the open name was.
  private var depthInside = 0
  private var openName: (index: Int32, end: Int)?

  init(
    document: MarkdownDocument,
    names: [FoundName],
    mentions: [MarkdownMention],
    prose: DocumentProse
  ) {
    (blocks, offsets) = (prose.blocks, prose.offsets)
    self.document = document
    self.names = names
    self.mentions = mentions
    events.reserveCapacity(document.events.count + names.count * 4)
    linked.reserveCapacity(mentions.count + names.count)
  }

  mutating func write() {
    for (position, event) in document.events.enumerated() {
      let offset = Int(offsets[position])
      switch event.kind {
      case .paragraph, .tableCell:
        if event.phase == .enter { (block, containersSeen) = (block + 1, 0) }
        events.append(event)
      case .mention where event.phase != .leave: writeMention(event)
      case .mention:
        var moved = event
        moved.index = Int32(linked.count - 1)
        events.append(moved)
      case .text where offset >= 0: writeText(event, from: offset)
      case .emphasis, .strong, .strikethrough:
        if offset >= 0 { writeContainer(event, at: offset) } else { events.append(event) }
      default: events.append(event)
      }
    }
  }

  private mutating func writeMention(_ event: MarkdownEvent) {
    var moved = event
    moved.index = Int32(linked.count)
    linked.append(mentions[Int(event.index)])
    events.append(moved)
  }

  /// The range of the next name, when it stands in this block.
  private var nextRange: Range<Int>? {
    next < names.count && names[next].block == block ? names[next].range : nil
  }

  private mutating func writeContainer(_ event: MarkdownEvent, at offset: Int) {
    if event.phase == .enter {
      let container = blocks[block].containers[containersSeen]
      if let range = nextRange, range.lowerBound == offset, openName == nil,
        container.upperBound <= range.upperBound, !container.isEmpty, container != range
      {
        enterName(event)
      }
      containersSeen += 1
      if openName != nil { depthInside += 1 }
      events.append(event)
    } else {
      events.append(event)
      if openName != nil { depthInside -= 1 }
      leaveName(event, at: offset)
    }
  }

  private mutating func writeText(_ event: MarkdownEvent, from start: Int) {
    let bytes = event.text.range
    var done = 0
    while done < bytes.count {
      var end = bytes.count
      if let openName {
        end = min(end, openName.end - start)
      } else if let range = nextRange, range.lowerBound < start + bytes.count {
        if range.lowerBound == start + done { enterName(event); continue }
        end = range.lowerBound - start
      }
      var piece = event
      piece.text = ByteRange(bytes.lowerBound + done..<bytes.lowerBound + end)
      events.append(piece)
      done = end
      leaveName(event, at: start + done)
    }
  }

  private mutating func enterName(_ event: MarkdownEvent) {
    let index = Int32(linked.count)
    linked.append(names[next].mention)
    events.append(
      MarkdownEvent(kind: .mention, phase: .enter, index: index, source: event.source)
    )
    openName = (index, names[next].range.upperBound)
    depthInside = 0
    next += 1
  }

  private mutating func leaveName(_ event: MarkdownEvent, at offset: Int) {
    guard let open = openName, open.end == offset, depthInside == 0 else { return }
    events.append(
      MarkdownEvent(kind: .mention, phase: .leave, index: open.index, source: event.source)
    )
    openName = nil
  }
}
