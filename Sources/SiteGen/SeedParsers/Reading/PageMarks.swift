/// A line that holds a page number and nothing else.
struct PageMark: Hashable, Sendable {
  enum Form: Hashable, Sendable {
    /// `Page 3`, `Page 3 sur 12`, `3 / 12 pages`: it says itself what it is.
    case labelled
    /// `- 3 -`, `[3]`, `| 3`, `3 sur 12`.
    case framed
    /// `3`, `3/12`.
    case bare
  }

  let number: Int
  let form: Form
}

/// The lines that hold a page number alone.
///
/// A mark that says « page » is one wherever it is set apart. Others are believed in a row that
/// counts up by one: of framed ones one must stand where a page ends (inside a sentence, at a form
/// feed, far to the right, at an end of the text), of bare numbers each.
func pageMarks(_ pages: PageEdges) -> Set<Int> {
  var sure: Set<Int> = []
  var runs: [PageMark.Form: [[(position: Int, number: Int)]]] = [:]
  for position in pages.filled.indices {
    guard let mark = pageMark(pages.line(position).text), pages.isSetApart(position) else {
      continue
    }
    if mark.form == .labelled {
      sure.insert(pages.filled[position])
      continue
    }
    let isBelievable = pages.isEdge(position) || pages.isFarRight(position)
    guard mark.form == .framed || isBelievable else { continue }
    var known = runs[mark.form, default: []]
    if let last = known.last?.last, mark.number == last.number + 1 {
      known[known.count - 1].append((position, mark.number))
    } else {
      known.append([(position, mark.number)])
    }
    runs[mark.form] = known
  }
  for run in runs.values.joined() where isRunOfPages(run.map(\.position), pages) {
    sure.formUnion(run.map { pages.filled[$0.position] })
  }
  return sure
}

private func isRunOfPages(_ positions: [Int], _ pages: PageEdges) -> Bool {
  if positions.count > 1 {
    return positions.contains { pages.isEdge($0) || pages.isFarRight($0) }
  }
  // Alone, it must stand to the right and inside a sentence or at an end of the text.
  return positions.allSatisfy { pages.isFarRight($0) && pages.isEdge($0) }
}

/// Reads `12`, `– 12 –`, `[12]`, `Page 12`, `p. 3/40`, `12 sur 40`, `| 12`; nil for anything else.
func pageMark(_ text: TracedText) -> PageMark? {
  guard text.count <= 30, text.scalars.contains(where: { $0.isDigit }) else { return nil }
  var tokens = pageTokens(of: text)
  let isFramed = isFrame(tokens.first, tokens.last)
  tokens.removeAll { $0.isFrame }
  var isLabelled = false
  if let first = tokens.first, pageWords.contains(first.text) {
    isLabelled = first.text.hasPrefix("page")
    tokens.removeFirst()
    if tokens.first?.text == "." || tokens.first?.text == "°" { tokens.removeFirst() }
  } else if let last = tokens.last, ["page", "pages"].contains(last.text) {
    isLabelled = true
    tokens.removeLast()
  }
  guard let first = tokens.first, let number = pageNumber(first.text) else { return nil }
  guard tokens.count > 1 else {
    return PageMark(number: number, form: isLabelled ? .labelled : isFramed ? .framed : .bare)
  }
  guard tokens.count == 3, ["/", "sur", "of", "de"].contains(tokens[1].text),
    let total = pageNumber(tokens[2].text), number <= total
  else { return nil }
  let isSlashed = tokens[1].text == "/"
  return PageMark(
    number: number,
    form: isLabelled ? .labelled : isFramed || !isSlashed ? .framed : .bare
  )
}

private let pageWords: WordSet = ["page", "pages", "pag", "p", "pp", "fol", "f"]

private struct PageToken {
  let text: String

  var isFrame: Bool {
    text.unicodeScalars.allSatisfy { "-–—|•·~*[]{}_=".unicodeScalars.contains($0) }
  }
}

/// Runs of digits, runs of letters and single signs.
private func pageTokens(of text: TracedText) -> [PageToken] {
  var tokens: [PageToken] = []
  var index = 0
  while index < text.count {
    let scalar = text.scalars[index].scalar
    var end = index + 1
    if scalar.isDigit {
      end = text.firstIndex(from: index) { !$0.isDigit } ?? text.count
    } else if scalar.isLetter {
      end = text.firstIndex(from: index) { !$0.isLetter } ?? text.count
    }
    if !scalar.isSpace {
      tokens.append(PageToken(text: text.lowercased(in: index..<end)))
    }
    index = end
  }
  return tokens
}

/// Whether a number stands between two signs, or behind or before a bar.
private func isFrame(_ first: PageToken?, _ last: PageToken?) -> Bool {
  guard let first, let last else { return false }
  if first.text == "|" || last.text == "|" { return true }
  return first.isFrame && last.isFrame
}

private func pageNumber(_ digits: String) -> Int? {
  guard (1...4).contains(digits.utf8.count),
    digits.utf8.allSatisfy({ (0x30...0x39).contains($0) })
  else { return nil }
  return Int(digits)
}
