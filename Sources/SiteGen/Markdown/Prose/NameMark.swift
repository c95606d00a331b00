/// Where a name that linking found is entered or left, by turns in the order of the text.
///
/// A document keeps these instead of events of its own for every name: most of its events stay as
/// they were parsed, and are millions in a large site.
struct NameMark: Hashable, Sendable {
  /// The event at which it stands.
  let event: Int32
  /// How many bytes of the event's text stand before it; of an event without text, 0 is before it,
  /// 1 behind it.
  let offset: UInt32

  init(event: Int, offset: Int) {
    self.event = Int32(event)
    self.offset = UInt32(offset)
  }
}

extension MarkdownDocument {
  /// The events with the names that linking found, for whoever walks through them once.
  ///
  /// Each name is entered and left as a mention, and texts are cut there. Linear.
  var linkedEvents: [MarkdownEvent] {
    guard !nameMarks.isEmpty else { return events }
    var writer = LinkedEvents(expecting: events.count + 2 * nameMarks.count)
    var marks = nameMarks[...]
    for (position, event) in events.enumerated() {
      if let mark = marks.first, mark.event == position {
        writer.append(event, at: position, cutAt: &marks)
      } else {
        writer.append(event)
      }
    }
    return writer.events
  }
}

/// Writes events anew with mentions among them.
private struct LinkedEvents {
  private(set) var events: [MarkdownEvent] = []
  /// Mentions written so far.
  private var mentions: Int32 = 0
  private var isInName = false

  init(expecting count: Int) { events.reserveCapacity(count) }

  mutating func append(_ event: MarkdownEvent) {
    guard event.kind == .mention else { return events.append(event) }
    var event = event
    event.index = mentions
    mentions += 1
    events.append(event)
  }

  /// Appends an event, and takes the marks that stand at it.
  mutating func append(
    _ event: MarkdownEvent,
    at position: Int,
    cutAt marks: inout ArraySlice<NameMark>
  ) {
    let text = event.text
    // Of an event without text, what is left to append is the event itself.
    let length = event.kind == .text ? UInt32(text.length) : 1
    var done: UInt32 = 0
    func piece(upTo end: UInt32) -> MarkdownEvent {
      var piece = event
      if event.kind == .text {
        piece.text = ByteRange(Int(text.start + done)..<Int(text.start + end))
      }
      return piece
    }
    while let mark = marks.first, mark.event == position {
      marks.removeFirst()
      if mark.offset > done { events.append(piece(upTo: mark.offset)) }
      done = mark.offset
      appendMark()
    }
    if done < length { events.append(piece(upTo: length)) }
  }

  private mutating func appendMark() {
    isInName.toggle()
    if isInName { mentions += 1 }
    events.append(
      MarkdownEvent(kind: .mention, phase: isInName ? .enter : .leave, index: mentions - 1)
    )
  }
}
