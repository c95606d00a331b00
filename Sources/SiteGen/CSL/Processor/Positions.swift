/// The positions of all cites, in the order of citations (CSL 1.0.2 § Locator, position).
///
/// - Parameters:
///   - citations: The citations in the order of the document.
///   - places: The places of the items they cite, citation by citation; nil where there is none.
///   - nearNoteDistance: How many notes away a cite still stands near.
/// - Returns: The positions, citation by citation.
func findPositions(
  of citations: [CSLCitation],
  at places: [[Int?]],
  nearNoteDistance: Int
) -> [[CitePosition]] {
  var finder = PositionFinder(nearNoteDistance: nearNoteDistance)
  finder.notes.reserveCapacity(citations.count)
  return zip(citations, places).map { finder.place($0, of: $1) }
}

/// What position tests read of a cite.
struct CitePosition: Hashable, Sendable {
  var position = CiteContext.Position.first
  var isNearNote = false
  var firstReferenceNote: Int?
}

private struct PositionFinder {
  /// A citation with the places of the items it cites.
  struct PlacedCitation {
    let citation: CSLCitation
    let items: [Int?]
  }

  let nearNoteDistance: Int
  /// The notes of the first and the last cite so far, by the place of the item.
  var notes: [Int: (first: Int, last: Int)] = [:]
  /// The last citation in the text and the last in a note, each with how many its note has.
  var previousInText: PlacedCitation?
  var previousInNote: PlacedCitation?
  var citationsInNote = 0

  init(nearNoteDistance: Int) { self.nearNoteDistance = nearNoteDistance }

  mutating func place(_ citation: CSLCitation, of items: [Int?]) -> [CitePosition] {
    let note = citation.noteNumber ?? 0
    var result: [CitePosition] = []
    result.reserveCapacity(items.count)
    // Names in the running text are no citation; the one that follows them is.
    if citation.cites.allSatisfy(\.printsAuthorOnly) {
      return citation.cites.map { _ in CitePosition() }
    }
    let placed = PlacedCitation(citation: citation, items: items)
    for (index, item) in items.enumerated() {
      var place = CitePosition()
      if let item {
        let before = notes[item]
        if let before {
          place.firstReferenceNote = before.first
          place.position = position(of: index, in: placed, note: note)
          place.isNearNote = note &- before.last <= nearNoteDistance
        }
        notes[item] = (before?.first ?? note, note)
      }
      if let fixed = citation.cites[index].position { place.position = context(of: fixed) }
      result.append(place)
    }
    if note == 0 {
      previousInText = placed
    } else {
      citationsInNote = previousInNote?.citation.noteNumber == note ? citationsInNote + 1 : 1
      previousInNote = placed
    }
    return result
  }

  /// The position of a cite of an item that was cited before.
  private func position(
    of index: Int,
    in placed: PlacedCitation,
    note: Int
  ) -> CiteContext.Position {
    guard let before = repeated(by: index, in: placed, note: note) else { return .subsequent }
    return ibid(placed.citation.cites[index], after: before)
  }

  /// The cite that is repeated: the one before in the citation, else the only work of the citation
  /// before, in this note or the one before; nil where that is another work.
  private func repeated(by index: Int, in placed: PlacedCitation, note: Int) -> Cite? {
    let item = placed.items[index]
    if index > 0 {
      return placed.items[index - 1] == item ? placed.citation.cites[index - 1] : nil
    }
    guard let previous = note == 0 ? previousInText : previousInNote,
      let last = previous.citation.cites.last, previous.items.allSatisfy({ $0 == item })
    else { return nil }
    switch note &- (previous.citation.noteNumber ?? 0) {
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
