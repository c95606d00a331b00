/// The events of a document as they are kept: a large site has millions, most in two bytes each.
///
/// What a walk knows by itself is left out: the text of most events begins where that of the one
/// before ended, and most have no numbers. So they are read in their order alone.
struct EventList: Sequence, Hashable, Sendable {
  /// Of each event its head, the length of its text, and, where the head says so, its numbers and
  /// where its text begins; numbers with seven bits a byte, the lowest first.
  let bytes: [UInt8]
  /// How many there are.
  let count: Int

  /// Keeps events.
  init(_ events: [MarkdownEvent]) {
    var writer = EventWriter(for: events.count)
    for event in events { writer.append(event) }
    // Documents live long: none keeps the room in which its events were written.
    bytes = writer.bytes.withUnsafeBufferPointer { Array($0) }
    count = events.count
  }

  /// Whether there is none.
  var isEmpty: Bool { count == 0 }

  var underestimatedCount: Int { count }

  func makeIterator() -> Iterator { Iterator(bytes) }

  /// Reads events one after the other.
  struct Iterator: IteratorProtocol {
    private let bytes: [UInt8]
    private var place = 0
    /// Where the texts of the event before ended.
    private var textEnd: UInt32 = 0

    fileprivate init(_ bytes: [UInt8]) { self.bytes = bytes }

    mutating func next() -> MarkdownEvent? {
      guard place < bytes.count else { return nil }
      let head = EventHead(byte: bytes[place])
      place += 1
      var event = head.event
      let length = readNumber()
      guard head.isWhole else {
        guard length > 0 else { return event }
        event.text = ByteRange(start: textEnd, length: length)
        textEnd = event.text.end
        return event
      }
      event.value = Int32(bitPattern: readNumber())
      event.index = Int32(bitPattern: readNumber())
      event.text = ByteRange(start: readNumber(), length: length)
      if !event.texts.isEmpty { textEnd = event.texts.end }
      return event
    }

    private mutating func readNumber() -> UInt32 {
      var byte = bytes[place]
      place += 1
      guard byte >= 0x80 else { return UInt32(byte) }
      var number = UInt32(byte & 0x7F)
      var shift: UInt32 = 7
      repeat {
        byte = bytes[place]
        place += 1
        number |= UInt32(byte & 0x7F) << shift
        shift += 7
      } while byte >= 0x80
      return number
    }
  }
}

/// The first byte of an event: what it is, and whether all of it follows.
private struct EventHead {
  let byte: UInt8

  init(byte: UInt8) { self.byte = byte }

  init(_ event: MarkdownEvent, isWhole: Bool) {
    byte = event.kind.rawValue | event.phase.rawValue << 5 | (isWhole ? 0x80 : 0)
  }

  var isWhole: Bool { byte >= 0x80 }

  /// The event without text and numbers.
  var event: MarkdownEvent {
    guard let kind = MarkdownEvent.Kind(rawValue: byte & 0x1F),
      let phase = MarkdownEvent.Phase(rawValue: byte >> 5 & 0x03)
    else { preconditionFailure("no event has such a head") }
    return MarkdownEvent(kind: kind, phase: phase)
  }
}

/// Writes events one behind the other.
private struct EventWriter {
  private(set) var bytes: [UInt8] = []
  /// Where the texts of the event before ended.
  private var textEnd: UInt32 = 0

  init(for count: Int) { bytes.reserveCapacity(3 * count) }

  mutating func append(_ event: MarkdownEvent) {
    let texts = event.texts
    let follows = texts.isEmpty || texts.start == textEnd
    let isWhole = event.value != 0 || event.index != 0 || !follows
    bytes.append(EventHead(event, isWhole: isWhole).byte)
    append(event.text.end - event.text.start)
    if isWhole {
      append(UInt32(bitPattern: event.value))
      append(UInt32(bitPattern: event.index))
      append(event.text.start)
    }
    if !texts.isEmpty { textEnd = texts.end }
  }

  private mutating func append(_ number: UInt32) {
    var rest = number
    while rest >= 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
      rest >>= 7
    }
    bytes.append(UInt8(truncatingIfNeeded: rest))
  }
}

extension MarkdownEvent {
  /// Both of its texts, one behind the other.
  fileprivate var texts: ByteRange {
    ByteRange(start: text.start, length: text.end - text.start + UInt32(detail.length))
  }
}
