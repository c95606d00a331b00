/// Reads what follows the year, by the punctuation of the lists: `*Title*, *Journal*, 3(2): 1-9`,
/// `Title, in. « *Book* », Editors (Dir.), pages, publisher, place`, `*Title*, publisher, place`.
func readWork(_ rest: TracedText) -> ReferenceWork {
  var work = ReferenceWork()
  if let container = containerMark(in: rest) {
    work.kind = .chapter
    work.title = titleText(rest[0..<container.lowerBound])
    readBook(rest[container.upperBound..<rest.count].trimmed, into: &work)
    return work
  }
  let emphasised = emphasisedTexts(in: rest)
  if let journal = emphasised.first, journal.content.lowerBound > 4,
    let end = rest[0..<journal.content.lowerBound].trimmed(where: { $0 == "*" }).scalars.last,
    ".,?!»”".unicodeScalars.contains(end.scalar)
  {
    // « Title. *Journal*, 12(3), 4-9 ».
    work.kind = .article
    work.title = titleText(rest[0..<journal.content.lowerBound])
    work.container = titleText(rest[journal.content])
    readNumbers(rest[skipMark(rest, from: journal.content.upperBound)..<rest.count], into: &work)
    return work
  }
  guard let title = emphasised.first, title.content.lowerBound <= 2 else {
    let parts = splitAtCommas(plainText(rest))
    work.title = parts.first.flatMap { titleText($0) }
    readSegments(Array(parts.dropFirst()), into: &work)
    return work
  }
  work.title = titleText(rest[title.content])
  var end = skipMark(rest, from: title.content.upperBound)
  if let journal = emphasised.dropFirst().first, journal.content.lowerBound - end <= 4 {
    work.kind = .article
    work.container = titleText(rest[journal.content])
    end = skipMark(rest, from: journal.content.upperBound)
    readNumbers(rest[end..<rest.count], into: &work)
  } else {
    work.kind = .book
    readSegments(splitAtCommas(plainText(rest[end..<rest.count])), into: &work)
  }
  return work
}

/// The mark between the title of a chapter and that of its book: `, in. «`, `In:`.
private func containerMark(in rest: TracedText) -> Range<Int>? {
  for mark in [", in. ", ", in : ", ", in: ", ", in ", " In. ", " In : ", " In: ", ", dans "] {
    guard let range = rest.firstRange(of: mark), range.upperBound < rest.count else { continue }
    let next = rest.scalars[range.upperBound].scalar
    if next.isQuote || next == "*" || next.isUpper { return range }
  }
  return nil
}

private func skipMark(_ text: TracedText, from offset: Int) -> Int {
  text.firstIndex(from: offset) { $0 != "*" } ?? text.count
}

private func titleText(_ text: TracedText) -> TracedText? {
  var title = plainText(text).trimmed { ",.".unicodeScalars.contains($0) }
  if title.hasPrefix("«"), title.firstIndex(where: { $0 == "»" }) == title.count - 1 {
    title = title[1..<title.count - 1].trimmed
  }
  return title.isEmpty ? nil : title
}

/// The book a chapter stands in: title, editors, then the usual segments.
private func readBook(_ printed: TracedText, into work: inout ReferenceWork) {
  var text = printed
  if let open = text.firstIndex(where: { $0 == "(" }),
    let close = text.firstIndex(from: open, where: { $0 == ")" }),
    isEditorMark(text[open + 1..<close]),
    let title = emphasisedTexts(in: text).first, title.content.lowerBound > close
  {
    // « in Durand A. (dir.), *Book*, … »: the editors stand first.
    work.editors = readReferenceNames(plainText(text[0..<open]).trimmed { $0 == "," })
    text = text[close + 1..<text.count].trimmed { $0 == "," }
  }
  var rest = text
  if let title = emphasisedTexts(in: text).first, title.content.lowerBound <= 6 {
    work.container = titleText(text[title.content])
    let end = text.firstIndex(from: title.content.upperBound) {
      !($0 == "*" || $0 == " " || $0 == "»" || $0 == "”")
    }
    rest = text[(end ?? text.count)..<text.count]
  } else if let comma = text.firstRange(of: ", ") {
    work.container = titleText(text[0..<comma.lowerBound])
    rest = text[comma.lowerBound..<text.count]
  }
  if work.editors.isEmpty, let open = rest.firstIndex(where: { $0 == "(" }),
    let close = rest.firstIndex(from: open, where: { $0 == ")" }),
    isEditorMark(rest[open + 1..<close])
  {
    let names = plainText(rest[0..<open]).trimmed { $0 == "," }
    work.editors = readReferenceNames(names)
    rest = rest[close + 1..<rest.count]
  }
  readSegments(splitAtCommas(plainText(rest)), into: &work)
}

/// `38(2): 37-60`, `63 (2)`, `304: 112903`, `3`.
private func readNumbers(_ text: TracedText, into work: inout ReferenceWork) {
  var rest = plainText(text)
  if let address = rest.firstRange(of: "http") ?? rest.firstRange(of: "doi") {
    rest = rest[0..<address.lowerBound]
  }
  rest = rest.trimmed { ",.".unicodeScalars.contains($0) }
  if let colon = rest.firstIndex(where: { $0 == ":" }) {
    let page = rest[colon + 1..<rest.count].trimmed
    if !page.isEmpty { work.page = page }
    rest = rest[0..<colon].trimmed
  }
  if let open = rest.firstIndex(where: { $0 == "(" }),
    let close = rest.firstIndex(from: open, where: { $0 == ")" }), close > open + 1
  {
    work.issue = rest[open + 1..<close].trimmed
    var others = rest[0..<open].trimmed
    others.append(rest[close + 1..<rest.count])
    rest = others
  }
  // « 12, 33-56 », « vol. 12, n° 3, p. 33-56 ».
  for segment in rest.split(at: ",").map(\.trimmed) where !segment.isEmpty {
    let label = segment.string.lowercased()
    let start = segment.firstIndex(where: \.isDigit) ?? segment.count
    let number = segment[start..<segment.count]
    guard !number.isEmpty else { continue }
    if label.hasPrefix("n") {
      work.issue = work.issue ?? number
    } else if label.hasPrefix("p") || (work.volume != nil && work.page == nil) {
      work.page = work.page ?? number
    } else if segment.count <= 20, work.volume == nil {
      work.volume = label.hasPrefix("vol") || label.hasPrefix("t.") ? number : segment
    }
  }
}
