/// What stands behind a key, parted into its locator and the words that follow.
///
/// As Pandoc has it: after a comma that may be missing, a label and numbers, or numbers alone,
/// which count pages; numbers are words that hold a digit, behind a label also Roman numerals. In
/// braces anything is a locator, and empty braces say that there is none. Linear.
func parseLocator(_ text: String) -> (locator: MarkdownLocator?, suffix: String) {
  LocatorParser(scalars: Array(text.unicodeScalars)).parse()
}

private struct LocatorParser {
  let scalars: [Unicode.Scalar]

  func parse() -> (locator: MarkdownLocator?, suffix: String) {
    var start = skipSpaces(from: 0)
    if start < scalars.count, scalars[start] == "," { start = skipSpaces(from: start + 1) }
    if start < scalars.count, scalars[start] == "{", let close = closingBrace(of: start) {
      return (delimited(start + 1..<close), string(close + 1..<scalars.count))
    }
    let label = label(at: start)
    let numbers = label?.end ?? start
    guard let end = numbersEnd(from: numbers, isLabelled: label != nil) else {
      return (nil, string(0..<scalars.count))
    }
    let locator = MarkdownLocator(
      label: label?.term ?? "page",
      value: string(numbers..<end),
      written: string(start..<end)
    )
    return (locator, string(end..<scalars.count))
  }

  private func delimited(_ range: Range<Int>) -> MarkdownLocator? {
    let start = skipSpaces(from: range.lowerBound)
    guard start < range.upperBound else { return nil }
    let label = label(at: start).flatMap { $0.end < range.upperBound ? $0 : nil }
    return MarkdownLocator(
      label: label?.term ?? "page",
      value: string((label?.end ?? start)..<range.upperBound),
      written: string(range)
    )
  }

  /// The longest label at an offset, and where its numbers begin.
  private func label(at start: Int) -> (term: String, end: Int)? {
    var word = ""
    var found: (term: String, end: Int)?
    var position = start
    while position < scalars.count, position < start + 12, !isSpace(scalars[position]),
      !isNumeric(scalars[position])
    {
      word.unicodeScalars.append(scalars[position])
      position += 1
      guard let term = LocatorLabels.terms[word.lowercased()] else { continue }
      let next = position < scalars.count ? scalars[position] : " "
      let endsWord = !next.isLetter || word.last == "."
      if endsWord { found = (term, skipSpaces(from: position)) }
    }
    return found
  }

  /// The end of the numbers at an offset; nil when none stands there.
  private func numbersEnd(from start: Int, isLabelled: Bool) -> Int? {
    guard var end = wordEnd(at: start, allowsRoman: isLabelled) else { return nil }
    while let joint = jointEnd(at: end) {
      guard let next = wordEnd(at: joint.end, allowsRoman: isLabelled && joint.isMark) else {
        break
      }
      end = next
    }
    return end
  }

  /// The end of what may join two numbers: a comma or semicolon, spaces, a small word.
  private func jointEnd(at start: Int) -> (end: Int, isMark: Bool)? {
    var position = start
    let isMark = position < scalars.count && (scalars[position] == "," || scalars[position] == ";")
    if isMark { position += 1 }
    let afterSpaces = skipSpaces(from: position)
    guard isMark || afterSpaces > position else { return nil }
    for word in ["et ", "& ", "and ", "à "] where !isMark {
      let letters = Array(word.unicodeScalars)
      let end = afterSpaces + letters.count
      if end <= scalars.count, scalars[afterSpaces..<end].elementsEqual(letters) {
        return (end, false)
      }
    }
    return (afterSpaces, isMark)
  }

  /// The end of a word that counts, without the marks that end a clause.
  private func wordEnd(at start: Int, allowsRoman: Bool) -> Int? {
    var end = start
    var depth = 0
    var lastGood = start
    scan: while end < scalars.count, !isSpace(scalars[end]) {
      switch scalars[end] {
      case ",", ";": break scan
      case "(", "{": depth += 1
      case ")", "}":
        guard depth > 0 else { break scan }
        depth -= 1
        lastGood = end + 1
      case ".", ":", "!", "?", "»", "”": break
      default: lastGood = end + 1
      }
      end += 1
    }
    let word = scalars[start..<lastGood]
    guard depth == 0, !word.isEmpty else { return nil }
    let counts = word.contains(where: isNumeric)
    return counts || allowsRoman && isRoman(word) ? lastGood : nil
  }

  private func isRoman(_ word: ArraySlice<Unicode.Scalar>) -> Bool {
    let letters = word.filter { $0 != "-" && $0 != "–" }
    return !letters.isEmpty
      && (letters.allSatisfy { "ivxlcdm".unicodeScalars.contains($0) }
        || letters.allSatisfy { "IVXLCDM".unicodeScalars.contains($0) })
  }

  private func closingBrace(of open: Int) -> Int? {
    var depth = 0
    for position in open..<scalars.count {
      if scalars[position] == "{" { depth += 1 }
      if scalars[position] == "}" { depth -= 1 }
      if depth == 0 { return position }
    }
    return nil
  }

  private func isSpace(_ scalar: Unicode.Scalar) -> Bool {
    // Almost all is ASCII, for which no table need be asked.
    scalar.isASCII
      ? scalar == " " || ("\u{9}"..."\u{D}").contains(scalar) : scalar.properties.isWhitespace
  }

  private func isNumeric(_ scalar: Unicode.Scalar) -> Bool {
    scalar.isASCII ? ("0"..."9").contains(scalar) : scalar.properties.numericType != nil
  }

  private func skipSpaces(from start: Int) -> Int {
    var position = start
    while position < scalars.count, isSpace(scalars[position]) { position += 1 }
    return position
  }

  /// A range without spaces at its ends.
  private func string(_ range: Range<Int>) -> String {
    var slice = scalars[range]
    while let first = slice.first, isSpace(first) { slice.removeFirst() }
    while let last = slice.last, isSpace(last) { slice.removeLast() }
    // Almost all is ASCII, whose scalars are their bytes.
    if slice.allSatisfy(\.isASCII) {
      return String(decoding: slice.map { UInt8(truncatingIfNeeded: $0.value) }, as: UTF8.self)
    }
    var text = ""
    text.unicodeScalars.append(contentsOf: slice)
    return text
  }
}
