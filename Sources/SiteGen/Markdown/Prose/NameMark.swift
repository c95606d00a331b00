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
  /// Gives the events one by one, with the names that linking found.
  ///
  /// Each name is entered and left as a mention, and texts are cut there. Linear.
  @inline(__always)
  func eachLinkedEvent(_ take: (MarkdownEvent) -> Void) {
    var cutting = EventCutting()
    var marks = nameMarks[...]
    for (position, event) in events.enumerated() {
      if let mark = marks.first, mark.event == position {
        cutting.cut(event, at: position, by: &marks, take)
      } else if event.kind == .mention {
        take(cutting.counted(event))
      } else {
        take(event)
      }
    }
  }
}

/// Cuts events where names are entered and left, and counts mentions anew.
private struct EventCutting {
  /// Mentions met so far.
  private var mentions: Int32 = 0
  private var isInName = false

  mutating func counted(_ mention: MarkdownEvent) -> MarkdownEvent {
    var event = mention
    event.index = mentions
    mentions += 1
    return event
  }

  /// Gives an event in pieces, and takes the marks that stand at it.
  mutating func cut(
    _ event: MarkdownEvent,
    at position: Int,
    by marks: inout ArraySlice<NameMark>,
    _ take: (MarkdownEvent) -> Void
  ) {
    let text = event.text
    // Of an event without text, what is left to give is the event itself.
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
      if mark.offset > done { take(piece(upTo: mark.offset)) }
      done = mark.offset
      isInName.toggle()
      if isInName { mentions += 1 }
      take(MarkdownEvent(kind: .mention, phase: isInName ? .enter : .leave, index: mentions - 1))
    }
    if done < length { take(piece(upTo: length)) }
  }
}
