import Diagnostics

/// Takes out what a conversion repeats on each page: running heads and page numbers, and the marks
/// it leaves for pictures (`SED032`).
///
/// A line is furniture only where the pages show it: see ``pageMarks(_:)`` and
/// ``runningHeads(_:marks:)``. A sentence that a page has cut goes on across it.
func withoutPageFurniture(_ lines: [SeedLine]) -> Diagnosed<[SeedLine]> {
  let pages = PageEdges(lines)
  let marks = pageMarks(pages)
  let heads = runningHeads(pages, marks: marks)
  let pictures = pictureMarks(pages)
  let furniture = marks.union(heads).union(pictures)
  guard !furniture.isEmpty else { return Diagnosed(lines) }
  let places = furniture.sorted().map { lines[$0].text.span }
  let summary =
    "left out: \(heads.union(pictures).count) running heads and "
    + "\(marks.count) page numbers"
  let report = Diagnostic(
    SeedDiagnostics.pageFurniture,
    .note,
    at: places[0],
    summary,
    notes: places.dropFirst().map { Diagnostic.Note("left out", at: $0) }
  )
  return Diagnosed(removeFurniture(furniture, from: lines, width: pages.width), [report])
}

/// The lines without furniture: nothing is left of it inside a cut paragraph, elsewhere a blank.
private func removeFurniture(
  _ furniture: Set<Int>,
  from lines: [SeedLine],
  width: Int
) -> [SeedLine] {
  var kept: [SeedLine] = []
  kept.reserveCapacity(lines.count)
  var index = 0
  while index < lines.count {
    var end = index
    var isPageBreak = false
    while end < lines.count, lines[end].isBlank || furniture.contains(end) {
      isPageBreak = isPageBreak || furniture.contains(end)
      end += 1
    }
    if isPageBreak {
      let isCut =
        kept.last.map { before in
          end < lines.count && isCutByPage(before, before: lines[end], width: width)
        } ?? false
      if !isCut { kept += lines[index..<end].map(\.blanked) }
    } else {
      kept += lines[index..<end]
    }
    if end < lines.count { kept.append(lines[end]) }
    index = end + 1
  }
  return kept
}

/// Whether a paragraph goes on behind a page break: its line is full and ends no sentence.
private func isCutByPage(_ before: SeedLine, before next: SeedLine, width: Int) -> Bool {
  guard before.text.count * 4 >= width * 3, !endsSentence(before.text) else { return false }
  guard let first = next.text.scalars.first?.scalar, first.isLetter || first.isQuote || first == "("
  else { return false }
  return !isInCapitals(next.text) || isInCapitals(before.text)
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
