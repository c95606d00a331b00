/// Numbers of the notes of a text and of the calls that lead to each.
///
/// cmark gives a call only the number of its note and puts the notes last, in the order of their
/// numbers: labels and counts are known when the walk is over.
struct NoteNumbers {
  private var calls: [Int32: Int32] = [:]
  private var labels: [ByteRange] = []

  /// Counts a call; returns which call of its note it is, from 1.
  mutating func call(_ number: Int32) -> Int32 {
    calls[number, default: 0] += 1
    return calls[number, default: 0]
  }

  /// Numbers the next definition, from 1.
  mutating func define(_ label: ByteRange) -> Int32 {
    labels.append(label)
    return Int32(labels.count)
  }

  /// Gives every call the label of its note, and every note the number of its calls.
  func complete(_ events: inout [MarkdownEvent]) {
    guard !labels.isEmpty else { return }
    for index in events.indices {
      let number = Int(events[index].value)
      if events[index].kind == .noteCall, labels.indices.contains(number - 1) {
        events[index].text = labels[number - 1]
      } else if events[index].kind == .noteDefinition, events[index].phase == .enter {
        events[index].index = calls[events[index].value] ?? 0
      }
    }
  }
}
