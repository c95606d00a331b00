import Diagnostics
import Markup

/// Takes out what a conversion repeats on each page: running heads and page numbers (`SED032`).
///
/// A line is furniture only where the pages show it: numbers that count up by one between halves of
/// cut paragraphs or at the edges of pages, short lines that come back there at least three times.
func withoutPageFurniture(_ lines: [SeedLine]) -> Diagnosed<[SeedLine]> {
  let filled = lines.indices.filter { !lines[$0].isBlank }
  let numbers = pageNumbers(lines, filled: filled)
  let heads = runningHeads(lines, filled: filled, numbers: numbers)
  let furniture = numbers.union(heads)
  guard !furniture.isEmpty else { return Diagnosed(lines) }
  let places = furniture.sorted().map { lines[$0].text.span }
  let summary =
    "left out: \(heads.count) running heads and \(numbers.count) page numbers"
  let report = Diagnostic(
    SeedDiagnostics.pageFurniture,
    .note,
    at: places[0],
    summary,
    notes: places.dropFirst().map { Diagnostic.Note("left out", at: $0) }
  )
  let kept = lines.indices.map { furniture.contains($0) ? lines[$0].blanked : lines[$0] }
  return Diagnosed(kept, [report])
}

/// Lines that hold a page number alone, where the numbers go up page by page.
private func pageNumbers(_ lines: [SeedLine], filled: [Int]) -> Set<Int> {
  var runs: [[(line: Int, number: Int)]] = [[]]
  for position in filled.indices {
    let index = filled[position]
    guard let number = pageNumber(lines[index].text),
      isPageEdge(lines, filled, position)
    else { continue }
    if let last = runs[runs.count - 1].last, number != last.number + 1 { runs.append([]) }
    runs[runs.count - 1].append((index, number))
  }
  return Set(runs.filter { $0.count > 1 }.joined().map(\.line))
}

/// `12`, `- 12 -`, `Page 12`, `12/40`, `p. 12`.
private func pageNumber(_ text: TracedText) -> Int? {
  guard text.count <= 15 else { return nil }
  let words = text.words.filter { !$0.text.isEmpty && $0.text != "-" }
  let isLabelled = words.first.map { ["page", "p"].contains($0.lowercased) } ?? false
  let rest = words.dropFirst(isLabelled ? 1 : 0).map(\.text)
  guard let first = rest.first?.split(separator: "/").first, first.utf8.count <= 4,
    rest.count == 1 || (rest.count == 3 && ["sur", "/", "of"].contains(rest[1])),
    rest.joined().utf8.allSatisfy({ (0x30...0x39).contains($0) || $0 == 0x2F })
      || rest.count == 3
  else { return nil }
  return Int(first)
}

/// Lines that come back, but for their number, and each time at the edge of a page.
private func runningHeads(_ lines: [SeedLine], filled: [Int], numbers: Set<Int>) -> Set<Int> {
  var edges: Set<Int> = []
  for (position, index) in filled.enumerated()
  where !numbers.contains(index) && isHead(lines[index].text) {
    let isBesideNumber = [position - 1, position + 1].contains { near in
      filled.indices.contains(near) && numbers.contains(filled[near])
    }
    if isBesideNumber || isPageEdge(lines, filled, position) { edges.insert(index) }
  }
  // Most texts end here; to fold every line costs more than all the rest of its reading.
  guard edges.count >= 3 else { return [] }
  let repeated = Dictionary(grouping: edges) { headKey(lines[$0].text) }
    .filter { $0.value.count >= 3 && !$0.key.isEmpty }
  guard !repeated.isEmpty else { return [] }
  var elsewhere: Set<String> = []
  for index in filled where !edges.contains(index) && isHead(lines[index].text) {
    elsewhere.insert(headKey(lines[index].text))
  }
  return Set(repeated.filter { !elsewhere.contains($0.key) }.values.joined())
}

/// Whether a line has the make of a running head.
private func isHead(_ text: TracedText) -> Bool {
  (4...100).contains(text.count) && !endsSentence(text) && !isAddress(text)
    && startsLikeSentence(text)
    && text.scalars.first.map { $0.scalar.isLetter || $0.scalar.isDigit } ?? false
    && text.firstIndex(where: \.isLetter) != nil
}

/// The words of a line without its numbers.
private func headKey(_ text: TracedText) -> String {
  slugify(text.string).split(separator: "-").filter { !$0.allSatisfy(\.isNumber) }
    .joined(separator: "-")
}

/// Whether a page begins with the line or the one after it, or the line stands between two halves
/// of a sentence.
private func isPageEdge(_ lines: [SeedLine], _ filled: [Int], _ position: Int) -> Bool {
  if lines[filled[position]].startsPage { return true }
  guard position > 0, position + 1 < filled.count else {
    // Before the first page and after the last one nothing is cut.
    return true
  }
  let next = lines[filled[position + 1]]
  if next.startsPage { return true }
  // Lines of one paragraph stand one below the other; a page leaves a blank.
  let (index, following) = (filled[position], filled[position + 1])
  guard following > index + 1 || filled[position - 1] < index - 1 else { return false }
  let before = lines[filled[position - 1]].text
  return before.count >= 20 && !endsSentence(before)
    && (!startsLikeSentence(next.text) || endsOpen(before))
}

extension SeedLine {
  /// The line as if nothing stood in it.
  fileprivate var blanked: SeedLine {
    SeedLine(
      text: TracedText(path: text.path),
      start: start,
      indent: 0,
      trailing: 0,
      startsPage: false
    )
  }
}
