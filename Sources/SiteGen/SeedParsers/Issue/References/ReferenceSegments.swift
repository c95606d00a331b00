/// Reads the segments between the commas of a book: collection, number of pages, pages, publisher,
/// place, what a report or a thesis calls itself and its number.
func readSegments(_ segments: [TracedText], into work: inout ReferenceWork) {
  var reader = SegmentReader(work: work)
  for segment in segments { reader.read(segment) }
  work = reader.work
  placePublisher(reader.names, into: &work)
}

private struct SegmentReader {
  var work: ReferenceWork
  /// What is left for publisher, place and collection, in order.
  var names: [TracedText] = []
  /// Whether the segment before names a collection or a report: a number alone counts it.
  private var awaitsNumber = false

  init(work: ReferenceWork) { self.work = work }

  mutating func read(_ segment: TracedText) {
    let lowered = segment.string.lowercased()
    let digits = segment.scalars.count { $0.scalar.isDigit }
    let awaited = awaitsNumber
    awaitsNumber = false
    if segment.hasPrefix("["), let close = segment.firstIndex(where: { $0 == "]" }) {
      // « *Title* [Rapport de recherche], 12 ».
      readGenre(segment[1..<close])
      let rest = segment[close + 1..<segment.count].trimmed { ".:".unicodeScalars.contains($0) }
      if !rest.isEmpty { read(rest) }
    } else if lowered.hasPrefix("coll. ") || lowered.hasPrefix("collection ") {
      readCollection(segment)
    } else if isGenre(lowered) {
      readGenre(segment)
    } else if let number = number(after: numberLabel(lowered), in: segment) {
      countNumber(number, isAwaited: awaited)
    } else if !readPages(segment, lowered, digits: digits) {
      if digits > 0, segment.scalars.allSatisfy({ isPageSign($0.scalar) }) {
        countNumber(segment, isAwaited: awaited)
      } else if !segment.isEmpty {
        names.append(segment)
      }
    }
  }

  /// Reads pages and their number, or passes over the number of volumes.
  ///
  /// « 284 p. », « p. 12-40 », « pp. 324 », « 12-40 », « 2 vol. ».
  private mutating func readPages(_ segment: TracedText, _ lowered: String, digits: Int) -> Bool {
    guard digits > 0 else { return false }
    if lowered.hasSuffix(" p") || lowered.hasSuffix(" p."), digits <= 5 {
      work.numberOfPages = segment[0..<(segment.firstIndex { !$0.isDigit } ?? 0)]
    } else if lowered.hasPrefix("p. ") {
      work.page = segment[3..<segment.count].trimmed
    } else if lowered.hasPrefix("pp.") {
      let pages = segment[3..<segment.count].trimmed
      if pages.firstIndex(where: { !$0.isDigit }) == nil {
        work.numberOfPages = pages
      } else {
        work.page = pages
      }
    } else if segment.scalars.allSatisfy({ isPageSign($0.scalar) }),
      segment.firstIndex(where: { $0 == "-" || $0 == "–" }) != nil
    {
      work.page = segment
    } else {
      // « 2 vol. » counts the volumes; it stands in the printed form.
      return segment.count <= 10 && lowered.contains("vol")
    }
    return true
  }

  /// A number without a label, or after « n° »: of the report or of the collection before it.
  private mutating func countNumber(_ number: TracedText, isAwaited: Bool) {
    if isAwaited, work.genre != nil {
      work.number = number
    } else if work.collection != nil {
      work.collectionNumber = work.collectionNumber ?? number
    } else if work.kind == .book || work.kind == .chapter, names.count == 1 {
      // « Title, Cahiers, 7, publisher, place ».
      work.collection = names.removeLast()
      work.collectionNumber = number
    }
  }

  /// Reads a collection that says it is one.
  ///
  /// « coll. “Cahiers” n° 7 ».
  private mutating func readCollection(_ segment: TracedText) {
    let start = (segment.firstIndex { $0 == " " } ?? 0) + 1
    let name = segment[start..<segment.count].trimmed { $0.isQuote }
    work.collection = name
    awaitsNumber = true
    guard let low = labelStart(in: name), let number = number(after: low.upperBound, in: name)
    else {
      return
    }
    work.collection = name[0..<low.lowerBound].trimmed { $0.isQuote || $0 == "," }
    work.collectionNumber = number
  }

  /// « rapport de recherche n° 206 150 », « thèse de doctorat en sociologie ».
  private mutating func readGenre(_ segment: TracedText) {
    let lowered = segment.string.lowercased()
    work.kind = isThesis(lowered) ? .thesis : .report
    awaitsNumber = true
    let digit = segment.firstIndex(where: \.isDigit)
    let label = labelStart(in: segment)
    guard let low = label?.lowerBound ?? digit,
      let number = number(after: label?.upperBound ?? low, in: segment)
    else {
      work.genre = segment.trimmed
      return
    }
    work.genre = segment[0..<low].trimmed
    work.number = number
  }
}

/// How reports, working papers and theses begin to call themselves.
private let reportGenres = [
  "rapport", "document de travail", "working paper", "note de recherche", "research report",
  "technical report", "discussion paper",
]

private let thesisGenres = [
  "thèse", "these de", "mémoire de master", "mémoire de recherche", "habilitation à", "phd ",
  "doctoral thesis", "doctoral dissertation",
]

private func isThesis(_ lowered: String) -> Bool { thesisGenres.contains(where: lowered.hasPrefix) }

private func isGenre(_ lowered: String) -> Bool {
  isThesis(lowered) || reportGenres.contains(where: lowered.hasPrefix)
}

/// The length of « n° » or its like at the head of a segment, nil when none stands there.
private func numberLabel(_ lowered: String) -> Int? {
  for label in ["n° ", "n°", "nº ", "nº", "no. ", "no ", "num. ", "numéro "]
  where lowered.hasPrefix(label) {
    return label.unicodeScalars.count
  }
  return nil
}

/// The first « n° » of a text, with the space before it.
private func labelStart(in text: TracedText) -> Range<Int>? {
  for label in [" n° ", " n°", " nº ", " nº", " no. ", " no "] {
    if let range = text.firstRange(of: label) { return range }
  }
  return nil
}

/// A text from an offset on, when it is a number and nothing else: « 206 150 », « 12-A ».
private func number(after start: Int?, in text: TracedText) -> TracedText? {
  guard let start, start < text.count else { return nil }
  let number = text[start..<text.count].trimmed { $0 == "." }
  guard number.count <= 20, number.scalars.first?.scalar.isDigit == true,
    number.scalars.allSatisfy({ isPageSign($0.scalar) || $0.scalar.isUpper || $0.scalar == "/" })
  else { return nil }
  return number
}

private func placePublisher(_ names: [TracedText], into work: inout ReferenceWork) {
  var names = names
  // « Place : Publisher ».
  if let last = names.last, let colon = last.firstRange(of: " : ") ?? last.firstRange(of: ": "),
    isPlace(last[0..<colon.lowerBound])
  {
    work.place = last[0..<colon.lowerBound]
    names[names.count - 1] = last[colon.upperBound..<last.count].trimmed
  } else if names.count == 2, let first = names.first,
    FrenchWords.publishingPlaces.contains(first.string)
  {
    // « Place, Publisher ».
    work.place = first
    names.removeFirst()
  } else if names.count > 1, let last = names.last, isPlace(last) {
    work.place = last
    names.removeLast()
  }
  guard let first = names.first, let last = names.last else { return }
  if work.genre == nil, names.count == 2, work.collection == nil {
    work.collection = first
    work.publisher = last
    return
  }
  var publisher = first
  for name in names.dropFirst() {
    publisher.append(", ", from: name.place(at: 0))
    publisher.append(name)
  }
  work.publisher = publisher
}

/// Names of places have capitals throughout: `Oslo & Bergen`.
private func isPlace(_ text: TracedText) -> Bool {
  let words = text.words.filter { !$0.text.isEmpty && $0.text != "&" && $0.text != "et" }
  return words.count <= 4 && words.allSatisfy(\.startsUpper)
}

private func isPageSign(_ scalar: Unicode.Scalar) -> Bool {
  scalar.isDigit || scalar == "-" || scalar == "–" || scalar == " "
}

/// Segments between commas that stand outside quotes and brackets; where a bracket is left open,
/// brackets divide nothing.
func splitAtCommas(_ text: TracedText) -> [TracedText] {
  var commas: [Int] = []
  var outside: [Int] = []
  var depth = 0
  for (index, traced) in text.scalars.enumerated() {
    switch traced.scalar {
    case "(", "[", "«", "“": depth += 1
    case ")", "]", "»", "”": depth = max(0, depth - 1)
    case ",":
      commas.append(index)
      if depth == 0 { outside.append(index) }
    default: break
    }
  }
  var parts: [TracedText] = []
  var start = 0
  for comma in depth == 0 ? outside : commas {
    parts.append(text[start..<comma].trimmed)
    start = comma + 1
  }
  parts.append(text[start..<text.count].trimmed { $0 == "." })
  return parts.filter { !$0.isEmpty }
}
