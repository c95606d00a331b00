import Markup

/// Publisher and place of a work, from the words that nothing else has taken.
enum Imprint {
  /// « Place : Publisher »; « New York, NY: Publisher » has its comma in the place.
  static func colon(_ entry: EntryText, _ range: Range<Int>) -> (
    place: Range<Int>, publisher: Range<Int>
  )? {
    guard let colon = entry.folded[range].firstIndex(of: UInt8(ascii: ":")) else { return nil }
    let left = entry.trim(range.lowerBound..<colon)
    let right = entry.trim(colon + 1..<range.upperBound, of: ".,")
    guard !left.isEmpty, !right.isEmpty, colon + 1 < range.upperBound,
      entry.folded[colon + 1] == 0x20,
      isPlace(entry, left), entry.folded[right].contains(where: { (0x61...0x7A).contains($0) }),
      entry.isUpper(right.lowerBound) || entry.folded[right.lowerBound] < 0x40
        || isPublisher(entry, right)
    else { return nil }
    if isKnownPlace(entry, right), !isKnownPlace(entry, left) { return (right, left) }
    return (left, right)
  }

  /// Names of places have capitals but for their articles: `Oslo & Bergen`, `La Roche-sur-Yon`.
  static func isPlace(_ entry: EntryText, _ range: Range<Int>) -> Bool {
    let words = entry.text[range].words.filter { !$0.text.isEmpty }
    let small = ["de", "la", "le", "les", "du", "sur", "en", "et", "and", "s.l", "&", "/"]
    guard (1...6).contains(words.count), words[0].startsUpper || words[0].text == "s.l" else {
      return false
    }
    return words.count { $0.startsUpper } <= 4
      && words.allSatisfy { $0.startsUpper || small.contains($0.text) }
  }

  /// « Paris », « Paris/Bruxelles », « Paris et Lyon », « Cambridge (Mass.) ».
  static func isKnownPlace(_ entry: EntryText, _ range: Range<Int>) -> Bool {
    // All of them begin with a capital; most of what is asked about does not.
    guard range.count <= 60,
      entry.text.scalars[range].first(where: { $0.value != 0x20 })?.isUpper ?? false
    else { return false }
    let name = entry.text.string(in: range)
    if FrenchWords.publishingPlaces.contains(name) { return true }
    var first = Array(name.utf8)[...]
    for joint in jointsOfPlaces {
      guard let end = firstPlace(of: joint, in: first) else { continue }
      first = withoutSpaces(first[..<end])
    }
    return first.count < name.utf8.count
      && FrenchWords.publishingPlaces.contains(String(decoding: first, as: UTF8.self))
  }

  /// What stands between the names of two places.
  private static let jointsOfPlaces = ["/", " et ", " & ", " and ", " – ", " - ", ";", " ("].map {
    Array($0.utf8)
  }

  private static func firstPlace(of mark: [UInt8], in text: ArraySlice<UInt8>) -> Int? {
    text.indices.first { text[$0] == mark[0] && text[$0...].starts(with: mark) }
  }

  private static func withoutSpaces(_ text: ArraySlice<UInt8>) -> ArraySlice<UInt8> {
    var text = text.drop { $0 == 0x20 }
    while text.last == 0x20 { text.removeLast() }
    return text
  }

  /// « Presses de l'Ouest », « Éditions du Sel ».
  static func isPublisher(_ entry: EntryText, _ range: Range<Int>) -> Bool {
    entry.folded[range].split { !(0x61...0x7A).contains($0) }
      .contains { FrenchWords.publisherWords.contains(String(decoding: $0, as: UTF8.self)) }
  }

  /// « Revue des eaux », « Journal of Salt »: the words name a journal.
  static func isJournal(_ entry: EntryText, _ range: Range<Int>) -> Bool {
    var cursor = FoldedCursor(entry, range)
    return cursor.takeAny([
      "revue", "annales", "journal", "bulletin", "review", "gazette", "zeitschrift", "rivista",
      "revista", "archiv", "the journal", "la revue", "les annales", "annals",
    ])
  }

  /// « Le Courrier de Rive », « The Morning Post »: the words are those of names of newspapers.
  static func isNewspaper(_ entry: EntryText) -> Bool {
    String(decoding: entry.folded, as: UTF8.self).split { !("a"..."z").contains($0) }
      .contains {
        [
          "monde", "liberation", "figaro", "croix", "humanite", "courrier", "echo", "echos",
          "temps", "soir", "matin", "tribune", "gazette", "depeche", "progres", "times", "post",
          "guardian", "herald", "quotidien", "parisien", "nouvelles", "express", "voix", "devoir",
        ].contains($0)
      }
  }

  /// « Carnet de l'atelier », « Le blog du sel ».
  static func isBlog(_ entry: EntryText) -> Bool {
    String(decoding: entry.folded, as: UTF8.self).split { !("a"..."z").contains($0) }
      .contains { ["blog", "carnet", "carnets", "hypotheses"].contains($0) }
  }

  /// How often places stand before publishers in an entry, less how often behind them.
  static func balance(_ entry: EntryText, from start: Int) -> Int {
    let pieces = entry.folded[start...].split { $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ".") }
      .map { entry.trim($0.startIndex..<$0.endIndex) }
    let known = pieces.map { (range: $0, isPlace: isKnownPlace(entry, $0)) }
    return zip(known, known.dropFirst()).reduce(0) { sum, pair in
      sum + balance(entry, pair.0, pair.1)
    }
  }

  private typealias Piece = (range: Range<Int>, isPlace: Bool)

  private static func balance(_ entry: EntryText, _ first: Piece, _ second: Piece) -> Int {
    if first.isPlace, isPublisher(entry, second.range) { return 2 }
    if second.isPlace, isPublisher(entry, first.range) { return -2 }
    if first.isPlace, isPlace(entry, second.range) { return 1 }
    return second.isPlace && isPlace(entry, first.range) ? -1 : 0
  }

  /// Whether of two names the first is the place; nil where nothing says so.
  static func placeStandsFirst(_ entry: EntryText, _ first: Range<Int>, _ second: Range<Int>)
    -> Bool?
  {
    let places = (isKnownPlace(entry, first), isKnownPlace(entry, second))
    if places.0 != places.1 { return places.0 }
    let cues = (isPublisher(entry, first), isPublisher(entry, second))
    if cues.0 != cues.1, isPlace(entry, cues.0 ? second : first) { return cues.1 }
    return nil
  }
}
