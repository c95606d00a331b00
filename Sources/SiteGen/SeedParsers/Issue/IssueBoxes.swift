import Markup

/// A box of the printed page: a separator, a heading, then lists of members.
struct IssueBox: Hashable, Sendable {
  /// Of its heading.
  let start: Int
  /// After its last list.
  let end: Int
}

/// The boxes of a body: from a separator before a heading to the last list below it.
///
/// The paragraph that follows a list without a heading between ends no box: see
/// ``withRunningTextBeforeBoxes(_:)``.
func findBoxes(_ blocks: [IssueBlock]) -> [IssueBox] {
  var boxes: [IssueBox] = []
  var start: Int?
  var lastItem: Int?
  var depth = 0
  func close() {
    if let begun = start, let last = lastItem {
      boxes.append(IssueBox(start: begun, end: last + 1))
    }
    (start, lastItem) = (nil, nil)
  }
  for (index, block) in blocks.enumerated() {
    switch block {
    case .separator:
      close()
      guard index + 1 < blocks.count, case .heading(let level, _) = blocks[index + 1] else {
        continue
      }
      start = index + 1
      depth = level
    case .heading(let level, _): if let begun = start, index > begun, level <= depth { close() }
    case .item: if start != nil { lastItem = index }
    case .paragraph: continue
    }
  }
  close()
  return boxes
}

/// The blocks with the prose behind a box put before it.
///
/// A box interrupts the text. Prose behind its last list belongs to none of the groups that it
/// lists: it takes up the text that stood before the box.
func withRunningTextBeforeBoxes(_ blocks: [IssueBlock]) -> [IssueBlock] {
  var result: [IssueBlock] = []
  var next = 0
  for box in findBoxes(blocks) where box.start >= next {
    let after = blocks[box.end...].prefix { if case .paragraph = $0 { true } else { false } }
    guard !after.isEmpty else { continue }
    let separator = box.start - 1
    result += blocks[next..<separator]
    result += after
    result += blocks[separator..<box.end]
    next = box.end + after.count
  }
  return result + blocks[next...]
}

/// « Encadré page 5 » in a text, with the « voir » before it: where a box is meant.
func boxReferences(in text: TracedText) -> [Range<Int>] {
  guard text.firstRange(of: "ncadr") != nil else { return [] }
  let words = text.words
  var found: [Range<Int>] = []
  for (index, word) in words.enumerated() where slugify(word.text) == "encadre" {
    var first = index
    if index > 0, words[index - 1].trailing.isEmpty,
      ["voir", "cf", "l'", "l’"].contains(words[index - 1].lowercased)
    {
      first = index - 1
    }
    var last = index
    if index + 1 < words.count, word.trailing.isEmpty {
      let place = words[index + 1].lowercased
      if ["ci-dessous", "ci-contre", "ci-dessus", "ci-après"].contains(place) {
        last = index + 1
      } else if ["page", "p"].contains(place), index + 2 < words.count,
        words[index + 2].text.unicodeScalars.allSatisfy(\.isDigit)
      {
        last = index + 2
      }
    }
    // An « encadré » that says nothing of its place may be any.
    guard last > index || first < index else { continue }
    found.append(words[first].core.lowerBound..<words[last].core.upperBound)
  }
  return found
}
