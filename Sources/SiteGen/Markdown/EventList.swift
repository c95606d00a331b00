/// The events of a document as they are kept: a large site has millions, most in four bytes each.
///
/// What a walk knows by itself is left out: the text of most events begins where that of the one
/// before ended, and most have no numbers. So they are read in their order alone.
struct EventList: Sequence, Hashable, Sendable {
  /// What an event is, and how long its text.
  struct Step: Hashable, Sendable {
    let kind: MarkdownEvent.Kind
    let phase: MarkdownEvent.Phase
    /// How many bytes; `Step.isElsewhere` where the rest of the event says so.
    let length: UInt16

    static let isElsewhere = UInt16.max
  }

  /// The rest of an event that has numbers, or a text that is very long or stands elsewhere.
  struct Rest: Hashable, Sendable {
    let value: Int32
    let index: Int32
    let text: ByteRange
  }

  /// By event.
  let steps: [Step]
  /// In the order of the events that have one.
  let rests: [Rest]

  /// Keeps events.
  init(_ events: [MarkdownEvent]) {
    var rests: [Rest] = []
    var textEnd: UInt32 = 0
    steps = events.map { event in
      let texts = event.texts
      let length = event.text.end - event.text.start
      let follows = texts.isEmpty || texts.start == textEnd
      if !texts.isEmpty { textEnd = texts.end }
      let isPlain = event.value == 0 && event.index == 0 && follows && length < Step.isElsewhere
      if !isPlain { rests.append(Rest(value: event.value, index: event.index, text: event.text)) }
      return Step(
        kind: event.kind,
        phase: event.phase,
        length: isPlain ? UInt16(length) : Step.isElsewhere
      )
    }
    // Documents live long: none keeps the room in which its events have grown.
    self.rests = rests.withUnsafeBufferPointer { Array($0) }
  }

  /// How many there are.
  var count: Int { steps.count }

  /// Whether there is none.
  var isEmpty: Bool { steps.isEmpty }

  var underestimatedCount: Int { steps.count }

  @inline(__always)
  func makeIterator() -> Iterator { Iterator(steps: steps, rests: rests) }

  /// Reads events one after the other; an empty text stands where the one before ended.
  struct Iterator: IteratorProtocol {
    fileprivate let steps: [Step]
    fileprivate let rests: [Rest]
    private var place = 0
    private var restsRead = 0
    /// Where the texts of the event before ended.
    private var textEnd: UInt32 = 0

    @inline(__always)
    fileprivate init(steps: [Step], rests: [Rest]) { (self.steps, self.rests) = (steps, rests) }

    @inline(__always)
    mutating func next() -> MarkdownEvent? {
      guard place < steps.count else { return nil }
      let step = steps[place]
      place += 1
      var event = MarkdownEvent(kind: step.kind, phase: step.phase)
      if step.length < Step.isElsewhere {
        event.text = ByteRange(start: textEnd, length: UInt32(step.length))
        textEnd = event.text.end
      } else {
        readRest(of: &event)
      }
      return event
    }

    private mutating func readRest(of event: inout MarkdownEvent) {
      let rest = rests[restsRead]
      restsRead += 1
      (event.value, event.index, event.text) = (rest.value, rest.index, rest.text)
      if !event.texts.isEmpty { textEnd = event.texts.end }
    }
  }
}

extension MarkdownEvent {
  /// Both of its texts, one behind the other.
  fileprivate var texts: ByteRange {
    ByteRange(start: text.start, length: text.end - text.start + UInt32(detail.length))
  }
}
