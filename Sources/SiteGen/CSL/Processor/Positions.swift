/// The positions of all cites, in the order of citations (CSL 1.0.2 § Locator, position).
func findPositions(of citations: [CSLCitation], nearNoteDistance: Int) -> [[CitePosition]] {
  var finder = PositionFinder(nearNoteDistance: nearNoteDistance)
  return citations.map { finder.place($0) }
}

/// What position tests read of a cite.
struct CitePosition: Hashable, Sendable {
  var position = CiteContext.Position.first
  var isNearNote = false
  var firstReferenceNote: Int?
}

private struct PositionFinder {
  let nearNoteDistance: Int
  var firstNotes: [String: Int] = [:]
  var lastNotes: [String: Int] = [:]
  /// The last citation in the text and the last in a note, each with how many its note has.
  var previousInText: CSLCitation?
  var previousInNote: CSLCitation?
  var citationsInNote = 0

  init(nearNoteDistance: Int) { self.nearNoteDistance = nearNoteDistance }

  mutating func place(_ citation: CSLCitation) -> [CitePosition] {
    let note = citation.noteNumber ?? 0
    var result: [CitePosition] = []
    // Names in the running text are no citation; the one that follows them is.
    if citation.cites.allSatisfy(\.printsAuthorOnly) {
      return citation.cites.map { _ in CitePosition() }
    }
    for (index, cite) in citation.cites.enumerated() {
      var place = CitePosition()
      if let firstNote = firstNotes[cite.id] {
        place.firstReferenceNote = firstNote
        place.position = .subsequent
        if let before = cited(before: index, in: citation, note: note), before.id == cite.id {
          place.position = ibid(cite, after: before)
        }
        let distance = note &- (lastNotes[cite.id] ?? 0)
        place.isNearNote = distance <= nearNoteDistance
      } else {
        firstNotes[cite.id] = note
      }
      lastNotes[cite.id] = note
      if let fixed = cite.position { place.position = context(of: fixed) }
      result.append(place)
    }
    if note == 0 {
      previousInText = citation
    } else {
      citationsInNote = previousInNote?.noteNumber == note ? citationsInNote + 1 : 1
      previousInNote = citation
    }
    return result
  }

  /// The cite a back reference would mean: the one before in the citation, else the only work of
  /// the citation before, in this note or the one before.
  private func cited(before index: Int, in citation: CSLCitation, note: Int) -> Cite? {
    if index > 0 { return citation.cites[index - 1] }
    guard let previous = note == 0 ? previousInText : previousInNote,
      let last = previous.cites.last
    else { return nil }
    guard previous.cites.allSatisfy({ $0.id == last.id }) else { return nil }
    switch note &- (previous.noteNumber ?? 0) {
    case ...0: return last
    case 1: return citationsInNote == 1 ? last : nil
    default: return nil
    }
  }

  private func ibid(_ cite: Cite, after before: Cite) -> CiteContext.Position {
    let here = cite.locator.map { $0 + "\0" + (cite.label ?? "page") }
    let there = before.locator.map { $0 + "\0" + (before.label ?? "page") }
    if here == there { return .ibid }
    return here == nil ? .subsequent : .ibidWithLocator
  }
}

/// The internal position of a fixed one.
func context(of position: Cite.Position) -> CiteContext.Position {
  switch position {
  case .first: .first
  case .subsequent: .subsequent
  case .ibid: .ibid
  case .ibidWithLocator: .ibidWithLocator
  }
}
