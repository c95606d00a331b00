/// Where the citations of a document stand as it is read: a note is read where it is first called.
public struct NotePlan: Hashable, Sendable {
  /// A citation and the number of the note it stands in.
  public struct Place: Hashable, Sendable {
    /// Its place among the citations of the document, from 0.
    public let citation: Int
    /// The number of the note; nil in the running text.
    public let note: Int?
  }

  /// Every citation once, in the order of reading.
  public let places: [Place]
}

extension MarkdownDocument {
  /// The citations in the order of reading; linear.
  public var notePlan: NotePlan {
    var inNotes: [Int32: [Int]] = [:]
    var called: Set<Int32> = []
    var calls: [(note: Int32?, citation: Int)] = []
    calls.reserveCapacity(citations.count)
    var current: Int32?
    for event in events {
      switch event.kind {
      case .noteDefinition: current = event.phase == .enter ? event.value : nil
      case .noteCall where current == nil:
        if called.insert(event.value).inserted { calls.append((event.value, 0)) }
      case .citation where event.phase != .leave, .printedCitation where event.phase != .leave:
        if let current {
          inNotes[current, default: []].append(Int(event.index))
        } else {
          calls.append((nil, Int(event.index)))
        }
      default: break
      }
    }
    var places: [NotePlan.Place] = []
    places.reserveCapacity(citations.count)
    for call in calls {
      guard let note = call.note else {
        places.append(NotePlan.Place(citation: call.citation, note: nil))
        continue
      }
      for citation in inNotes.removeValue(forKey: note) ?? [] {
        places.append(NotePlan.Place(citation: citation, note: Int(note)))
      }
    }
    // Notes that only other notes call.
    for note in inNotes.keys.sorted() {
      for citation in inNotes[note] ?? [] {
        places.append(NotePlan.Place(citation: citation, note: Int(note)))
      }
    }
    return NotePlan(places: places)
  }
}
