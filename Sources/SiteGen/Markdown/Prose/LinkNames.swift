extension MarkdownDocument {
  /// The same document, which was not linked before, with names as mentions.
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
    precondition(nameMarks.isEmpty, "a document is linked once")
    guard !names.isEmpty else {
      return mentions == self.mentions ? self : with([], mentions: mentions)
    }
    var placing = NamePlacing(document: self, names: names, mentions: mentions, prose: prose)
    placing.place()
    return with(placing.marks, mentions: placing.linked)
  }

  private func with(_ marks: [NameMark], mentions: [MarkdownMention]) -> MarkdownDocument {
    MarkdownDocument(
      dialect: dialect,
      events: events,
      nameMarks: marks,
      blocks: blocks,
      buffer: buffer,
      headings: headings,
      citations: citations,
      mentions: mentions,
      placeholders: placeholders,
      links: links
    )
  }
}

/// Walks through a document and says where its names are entered and left.
private struct NamePlacing {
  let document: MarkdownDocument
  let names: [FoundName]
  let mentions: [MarkdownMention]
  private let prose: DocumentProse

  private(set) var marks: [NameMark] = []
  private(set) var linked: [MarkdownMention] = []

  private var next = 0
  /// Containers seen before the current event.
  private var containersSeen = 0
  /// Containers entered since the open name was.
  private var depthInside = 0
  /// Where the open name ends.
  private var openEnd: Int?

  init(
    document: MarkdownDocument,
    names: [FoundName],
    mentions: [MarkdownMention],
    prose: DocumentProse
  ) {
    self.prose = prose
    self.document = document
    self.names = names
    self.mentions = mentions
    marks.reserveCapacity(names.count * 2)
    linked.reserveCapacity(mentions.count + names.count)
  }

  mutating func place() {
    for (position, event) in document.events.enumerated() {
      let offset = Int(prose.offsets[position])
      switch event.kind {
      case .mention: linked.append(mentions[Int(event.index)])
      case .text where offset >= 0: placeInText(event, at: position, from: offset)
      case .emphasis, .strong, .strikethrough:
        if offset >= 0 { placeAtContainer(event, at: position, offset) }
      default: break
      }
    }
  }

  /// The range of the next name.
  private var nextRange: Range<Int>? { next < names.count ? names[next].range : nil }

  private mutating func placeAtContainer(_ event: MarkdownEvent, at position: Int, _ offset: Int) {
    if event.phase == .enter {
      let container = prose.containers[containersSeen]
      if let range = nextRange, range.lowerBound == offset, openEnd == nil,
        container.upperBound <= range.upperBound, !container.isEmpty, container != range
      {
        enterName(at: position, 0)
      }
      containersSeen += 1
      if openEnd != nil { depthInside += 1 }
    } else {
      if openEnd != nil { depthInside -= 1 }
      leaveName(endingAt: offset, at: position, 1)
    }
  }

  private mutating func placeInText(_ event: MarkdownEvent, at position: Int, from start: Int) {
    let count = Int(event.text.length)
    var done = 0
    while done < count {
      var end = count
      if let openEnd {
        end = min(end, openEnd - start)
      } else if let range = nextRange, range.lowerBound < start + count {
        if range.lowerBound == start + done {
          enterName(at: position, done)
          continue
        }
        end = range.lowerBound - start
      }
      done = end
      leaveName(endingAt: start + done, at: position, done)
    }
  }

  private mutating func enterName(at position: Int, _ offset: Int) {
    marks.append(NameMark(event: position, offset: offset))
    linked.append(names[next].mention)
    openEnd = names[next].range.upperBound
    depthInside = 0
    next += 1
  }

  private mutating func leaveName(endingAt end: Int, at position: Int, _ offset: Int) {
    guard openEnd == end, depthInside == 0 else { return }
    marks.append(NameMark(event: position, offset: offset))
    openEnd = nil
  }
}
