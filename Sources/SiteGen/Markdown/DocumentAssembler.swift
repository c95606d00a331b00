import Diagnostics

/// Turns what cmark understood into the document: in the scholarly dialect with citations,
/// mentions, placeholders and typography, in all with the index of headings and links.
struct DocumentAssembler {
  let source: ComposedText
  /// The bytes of the source.
  let bytes: [UInt8]
  let dialect: MarkdownDialect
  var events: [MarkdownEvent] = []
  /// The texts of `events`; what is typeset takes the place of what was read.
  var buffer: [UInt8]
  /// The texts of the events that cmark gave.
  let read: [UInt8]
  /// The range in the source of each block, in the order in which events begin them.
  let blocks: [ByteRange]
  /// The block that began last.
  private(set) var block = ByteRange()
  var index = DocumentIndex()
  var locator: SourceLocator
  var typographer = FrenchTypographer()

  /// Where runs of several events are put together, one after the other.
  var gathered: [UInt8] = []

  private var identifiers = HeadingIdentifiers()
  private var headingStart = 0
  private var blocksBegun = 0
  /// Links entered and not yet left; for a printed citation, its ordinal.
  private(set) var openLinks: [(citation: Int?, start: Int)] = []

  init(
    source: ComposedText,
    _ bytes: [UInt8],
    dialect: MarkdownDialect,
    read: CommonMarkEvents
  ) {
    self.source = source
    self.bytes = bytes
    self.dialect = dialect
    self.read = read.buffer
    blocks = read.blocks
    buffer = dialect == .scholarly ? [] : read.buffer
    // Typesetting adds a little; most texts need no second allocation.
    buffer.reserveCapacity(read.buffer.count + read.buffer.count / 16)
    events.reserveCapacity(read.events.count + read.events.count / 16)
    locator = SourceLocator(bytes)
  }

  mutating func assemble(_ read: [MarkdownEvent]) {
    var position = 0
    while position < read.count {
      let event = read[position]
      if event.beginsBlock {
        block = blocks[blocksBegun]
        blocksBegun += 1
      }
      if dialect == .scholarly, event.kind == .text || event.kind == .softBreak {
        let end = endOfRun(in: read, from: position)
        assembleRun(read[position..<end], continuesBlock: end < read.count && read[end].isInline)
        position = end
      } else {
        assemble(dialect == .scholarly ? taking(event) : event)
        position += 1
      }
    }
    if dialect == .scholarly { index.diagnostics += unusedNotes() }
  }

  /// An event with its texts in the buffer of the document.
  private mutating func taking(_ event: MarkdownEvent) -> MarkdownEvent {
    let detail = event.detail
    var event = event
    guard !event.text.isEmpty || !detail.isEmpty else {
      // The place of an empty text in what was read may lie behind the end of what is written.
      event.text = ByteRange()
      return event
    }
    event.text = store(read[event.text.range])
    _ = store(read[detail.range])
    return event
  }

  func document() -> MarkdownDocument {
    MarkdownDocument(
      dialect: dialect,
      events: EventList(events),
      nameMarks: [],
      // Documents live long: none keeps the room in which it has grown.
      blocks: blocks.withUnsafeBufferPointer { Array($0) },
      buffer: buffer.withUnsafeBufferPointer { Array($0) },
      headings: index.headings,
      citations: index.citations,
      mentions: index.mentions,
      placeholders: index.placeholders,
      links: index.links
    )
  }

  // MARK: Single events

  private mutating func assemble(_ event: MarkdownEvent) {
    switch event.kind {
    case .paragraph, .tableCell: enterBlock(event)
    case .heading: return assembleHeading(event)
    case .link, .image: return assembleLink(event)
    case .code, .htmlInline:
      locator.skip(buffer[event.text.range])
      if event.kind == .code { typographer.passObject() }
    case .noteCall: typographer.passObject()
    case .lineBreak: typographer.passBreak()
    default: break
    }
    events.append(event)
  }

  private mutating func enterBlock(_ event: MarkdownEvent) {
    guard event.phase == .enter else { return }
    locator.enter(block: block.range)
    typographer.startBlock()
  }

  private mutating func assembleHeading(_ event: MarkdownEvent) {
    enterBlock(event)
    var event = event
    event.index = Int32(index.headings.count)
    events.append(event)
    if event.phase == .enter {
      headingStart = events.count
    } else {
      let text = plainText(of: events[headingStart...], in: buffer)
      index.headings.append(
        MarkdownHeading(
          level: Int(event.value),
          text: text,
          id: identifiers.identifier(for: text),
          span: source.map.span(of: block.range)
        )
      )
    }
  }

  private mutating func assembleLink(_ event: MarkdownEvent) {
    var event = event
    if event.phase == .enter {
      let isCitation = dialect == .scholarly && event.kind == .link && isKey(event.text)
      openLinks.append((isCitation ? index.citations.count : nil, events.count + 1))
      if isCitation { index.citations.append(printedCitation(event, inside: [])) }
    }
    guard let open = openLinks.last else { return events.append(event) }
    event.index = Int32(open.citation ?? 0)
    if let citation = open.citation {
      event.kind = .printedCitation
      if event.phase == .leave {
        index.citations[citation] = printedCitation(event, inside: events[open.start...])
      }
    } else if event.phase == .leave {
      // Known when the link ends, needed where it begins.
      event.index = Int32(index.links.count)
      events[open.start - 1].index = event.index
      index.links.append(destination(of: event))
    }
    if event.phase == .leave {
      openLinks.removeLast()
      if event.kind == .image { typographer.passObject() }
    }
    events.append(event)
  }

  private func isKey(_ destination: ByteRange) -> Bool {
    let text = buffer[destination.range]
    guard text.first == UInt8(ascii: "@") else { return false }
    return citationKey(in: text, at: text.startIndex)?.end == text.endIndex
  }

  private mutating func printedCitation(
    _ event: MarkdownEvent,
    inside: ArraySlice<MarkdownEvent>
  ) -> MarkdownCitation {
    let ordinal = event.phase == .enter ? index.nextCite : index.citations[Int(event.index)].ordinal
    if event.phase == .enter { index.nextCite += 1 }
    // The destination stands behind the printed text: look for it when that has been passed.
    let match = event.phase == .enter ? nil : locator.findDestination(buffer[event.text.range])
    let destination = buffer[event.text.range]
    let key = citationKey(in: destination, at: destination.startIndex)?.range ?? event.text.range
    let offset = key.lowerBound - destination.startIndex
    let place = match.map { $0.range.lowerBound + offset..<$0.range.upperBound }
    let rest = parseLocator(text(of: event.detail.range))
    return MarkdownCitation(
      form: .printed(inside.isEmpty ? nil : plainText(of: inside, in: buffer)),
      cites: [
        MarkdownCite(
          key: Spanned(text(of: key), at: source.map.span(of: place ?? block.range)),
          prefix: "",
          locator: rest.locator,
          suffix: rest.suffix,
          suppressesAuthor: false
        )
      ],
      ordinal: ordinal
    )
  }

  private mutating func destination(of event: MarkdownEvent) -> Spanned<String> {
    let match = locator.findDestination(buffer[event.text.range])
    return Spanned(
      text(of: event.text.range),
      at: source.map.span(of: match?.range ?? block.range)
    )
  }

  func text(of range: Range<Int>) -> String {
    String(decoding: buffer[range], as: UTF8.self)
  }

  private func endOfRun(in read: [MarkdownEvent], from start: Int) -> Int {
    var end = start
    while end < read.count, read[end].kind == .text || read[end].kind == .softBreak { end += 1 }
    return end
  }
}
