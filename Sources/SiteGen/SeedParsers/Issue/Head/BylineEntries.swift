/// A name of a byline with what is printed beside it.
struct BylineEntry: Hashable, Sendable {
  let name: TracedText
  /// What calls an affiliation: `1`, `a`, `*`.
  var marks: [String] = []
  /// `(Université des Îles)` after the name.
  var affiliation: TracedText?
}

/// Cuts a byline at commas, semicolons, « et » and `&`; marks of affiliations (`<sup>1,2</sup>`, `¹`,
/// `(1)`, `[a]`, `*`, a digit at the end of the name) go to the name before them.
func bylineEntries(of text: TracedText) -> [BylineEntry] {
  var scan = BylineScan(text: text)
  while scan.index < text.count { scan.step() }
  scan.close()
  return scan.entries
}

private struct BylineScan {
  let text: TracedText
  private(set) var entries: [BylineEntry] = []
  private(set) var index = 0
  private var nameStart = 0
  private var nameEnd: Int?
  private var marks: [String] = []
  private var affiliation: TracedText?
  private var mayCloseTag = true

  init(text: TracedText) { self.text = text }

  mutating func step() {
    guard let scalar = text.scalar(at: index) else { return }
    if let end = separatorEnd() {
      close()
      (index, nameStart) = (end, end)
    } else if let mark = markRange() {
      nameEnd = nameEnd ?? index
      note(mark.content)
      index = mark.end
      skipMarkSeparator()
    } else {
      // A name that follows a mark without a comma is the next one.
      if nameEnd != nil, scalar.isUpper {
        close()
        nameStart = index
      }
      index += 1
    }
  }

  mutating func close() {
    let name = text[nameStart..<(nameEnd ?? index)].trimmed { "*_:".unicodeScalars.contains($0) }
    if !name.isEmpty {
      entries.append(BylineEntry(name: name, marks: marks, affiliation: affiliation))
    }
    (nameEnd, marks, affiliation) = (nil, [], nil)
  }

  /// The end of a separator that begins here.
  private func separatorEnd() -> Int? {
    let scalar = text.scalars[index].scalar
    if scalar == "," || scalar == ";" || scalar == "/" { return index + 1 }
    for word in [" et ", " & ", " and ", " ; "] where text.hasPrefix(word, at: index) {
      return index + word.unicodeScalars.count - 1
    }
    return nil
  }

  /// A mark that begins here, with the place of its content.
  private mutating func markRange() -> (content: Range<Int>, end: Int)? {
    let scalar = text.scalars[index].scalar
    if mayCloseTag, text.hasPrefix("<sup>", at: index) {
      let close = text.firstRange(of: "</sup>", from: index)
      mayCloseTag = close != nil
      return close.map { (index + 5..<$0.lowerBound, $0.upperBound) }
    }
    if superscriptDigit(scalar) != nil {
      let end = text.firstIndex(from: index) { superscriptDigit($0) == nil } ?? text.count
      return (index..<end, end)
    }
    if scalar == "(" || scalar == "[" {
      let close: Unicode.Scalar = scalar == "(" ? ")" : "]"
      let content = text.scalars[index..<min(text.count, index + 200)]
      guard let end = content.firstIndex(where: { $0.scalar == close }) else { return nil }
      return (index + 1..<end, end + 1)
    }
    if scalar.isDigit {
      let end = text.firstIndex(from: index) { !$0.isDigit } ?? text.count
      return (index..<end, end)
    }
    let isStar = scalar == "*" || scalar == "†" || scalar == "‡"
    guard isStar, index > nameStart, text.scalars[index - 1].scalar != " " else { return nil }
    let end = text.firstIndex(from: index) { $0 != scalar } ?? text.count
    return (index..<end, end)
  }

  private mutating func note(_ content: Range<Int>) {
    let printed = text[content].trimmed
    let parts = printed.split(at: ",").map { normalisedMark($0.trimmed.string) }
    if parts.allSatisfy({ isMark($0) }) {
      marks += parts
    } else if !roleAbbreviations.contains(printed.lowercased) {
      affiliation = printed
    }
  }

  /// « ¹,² », « 1, 2 »: a comma between marks divides no names.
  private mutating func skipMarkSeparator() {
    var next = index
    guard let comma = text.scalar(at: next), comma == "," || comma == "-" || comma == "⁻" else {
      return
    }
    next += 1
    if text.scalar(at: next) == " " { next += 1 }
    guard let scalar = text.scalar(at: next), scalar.isDigit || superscriptDigit(scalar) != nil
    else { return }
    index = next
  }
}

private let roleAbbreviations: WordSet = [
  "dir.", "dir", "coord.", "coord", "éd.", "éds", "eds",
]

/// A mark as its affiliation may print it: `¹` is `1`.
func normalisedMark(_ mark: String) -> String {
  String(
    String.UnicodeScalarView(
      mark.unicodeScalars.filter { !$0.isSpace && $0 != "." }.map { superscriptDigit($0) ?? $0 }
    )
  )
}

/// Whether a text can call an affiliation: a short number, one letter, stars.
func isMark(_ text: String) -> Bool {
  let scalars = text.unicodeScalars
  guard let first = scalars.first else { return false }
  if scalars.allSatisfy(\.isDigit) { return scalars.count <= 2 }
  if scalars.count == 1, first.isLower { return true }
  return scalars.count <= 4 && scalars.allSatisfy { $0 == "*" || $0 == "†" || $0 == "‡" }
}

/// The digit that a raised sign stands for.
func superscriptDigit(_ scalar: Unicode.Scalar) -> Unicode.Scalar? {
  switch scalar.value {
  case 0xB9: "1"
  case 0xB2: "2"
  case 0xB3: "3"
  case 0x2070, 0x2074...0x2079: Unicode.Scalar(scalar.value - 0x2070 + 0x30)
  case 0x1D43: "a"
  case 0x1D47: "b"
  case 0x1D9C: "c"
  case 0x1D48: "d"
  default: nil
  }
}
