/// Reads the markup a field may hold: `<i>`, `<b>`, `<sup>`, `<sub>`, `<sc>`, `<span>` for small
/// capitals and protected case, straight and typographic quotes, apostrophes.
///
/// Tags and quotes without partner stay as they are written.
func parseRichText(_ text: String) -> [Output] {
  guard mayHoldMarkup(text) else { return [.text(text)] }
  var parser = RichTextParser(characters: Array(text))
  return parser.parse(0..<parser.characters.count, depth: 0)
}

extension Output {
  /// What `parseRichText` reads, as one.
  static func richText(_ text: String) -> Output {
    mayHoldMarkup(text) ? .list(parseRichText(text)) : .text(text)
  }
}

private func mayHoldMarkup(_ text: String) -> Bool {
  let needsReading = text.containsByte { byte in
    byte == UInt8(ascii: "<") || byte == UInt8(ascii: "'") || byte == UInt8(ascii: "\"")
      || byte == 0xE2
  }
  // The byte E2 begins the opening quotation mark and, far more often, apostrophes and dashes.
  return needsReading
    && text.unicodeScalars.contains { $0 == "<" || $0 == "'" || $0 == "\"" || $0 == "“" }
}

private struct RichTextParser {
  let characters: [Character]
  /// The index of the closing tag by that of the opening one.
  let pairs: [Int: Int]

  init(characters: [Character]) {
    self.characters = characters
    pairs = RichTextParser.pairTags(characters)
  }

  mutating func parse(_ range: Range<Int>, depth: Int) -> [Output] {
    var output: [Output] = []
    var plain = ""
    var index = range.lowerBound
    var hopeless: Set<Character> = []
    func flush() {
      if !plain.isEmpty { output.append(.text(plain)) }
      plain = ""
    }
    while index < range.upperBound {
      let character = characters[index]
      if character == "<", depth < 50, let tag = openTag(at: index, in: range),
        let close = closeTag(of: index, from: index + tag.length, in: range)
      {
        flush()
        let inner = parse(index + tag.length..<close, depth: depth + 1)
        output.append(.span(tag.span.with(children: inner)))
        index = close + tag.name.count + 3
        continue
      }
      if depth < 50, !hopeless.contains(character), let closing = closingQuote(of: character),
        opensQuote(at: index, in: range)
      {
        if let close = closeQuote(closing, from: index + 1, in: range) {
          flush()
          let inner = parse(index + 1..<close, depth: depth + 1)
          output.append(.span(OutputSpan(quotes: true, children: inner)))
          index = close + 1
          continue
        }
        hopeless.insert(character)
      }
      plain.append(character == "'" ? "’" : character)
      index += 1
    }
    flush()
    return output
  }

  func openTag(
    at index: Int,
    in range: Range<Int>
  ) -> (name: String, length: Int, span: OutputSpan)? {
    let end = min(range.upperBound, index + 60)
    guard let close = characters[index..<end].firstIndex(of: ">") else { return nil }
    let body = String(characters[index + 1..<close])
    let length = close - index + 1
    switch body {
    case "i": return ("i", length, markup(Font(style: .italic)))
    case "b": return ("b", length, markup(Font(weight: .bold)))
    case "sup": return ("sup", length, markup(Font(align: .superscript)))
    case "sub": return ("sub", length, markup(Font(align: .subscript)))
    case "sc": return ("sc", length, markup(Font(variant: .smallCaps)))
    default: break
    }
    guard body.hasPrefix("span ") else { return nil }
    if body.contains("nodecor") {
      let font = Font(style: .normal, variant: .normal, weight: .normal)
      return ("span", length, OutputSpan(font: font, isMarkup: true, keepsCase: true))
    }
    if body.contains("nocase") {
      return ("span", length, OutputSpan(isMarkup: true, keepsCase: true))
    }
    let compact = body.replacing(" ", with: "")
    if compact.contains("font-variant:small-caps") {
      return ("span", length, markup(Font(variant: .smallCaps)))
    }
    return nil
  }

  func markup(_ font: Font) -> OutputSpan { OutputSpan(font: font, isMarkup: true) }

  /// Pairs every opening tag with the closing tag that answers it, in one pass.
  static func pairTags(_ characters: [Character]) -> [Int: Int] {
    var open: [(name: String, index: Int)] = []
    var pairs: [Int: Int] = [:]
    for index in characters.indices where characters[index] == "<" {
      guard let name = tagName(at: index, in: characters) else { continue }
      guard name.first == "/" else {
        open.append((name, index))
        continue
      }
      let wanted = name.dropFirst()
      guard let place = open.suffix(50).lastIndex(where: { $0.name == wanted }) else { continue }
      pairs[open[place].index] = index
      open.removeSubrange(place...)
    }
    return pairs
  }

  /// `i`, `/i`, `span` and so on, if a tag begins here.
  private static func tagName(at index: Int, in characters: [Character]) -> String? {
    var name = ""
    var position = index + 1
    while position < characters.count, name.count < 6 {
      let character = characters[position]
      if character == ">" || (character == " " && name == "span") { break }
      name.append(character)
      position += 1
    }
    guard position < characters.count else { return nil }
    let names: Set<String> = ["i", "b", "sup", "sub", "sc", "span"]
    return names.contains(name.first == "/" ? String(name.dropFirst()) : name) ? name : nil
  }

  /// The start of the closing tag that answers the opening one at an index, inside the range.
  func closeTag(of index: Int, from start: Int, in range: Range<Int>) -> Int? {
    guard let close = pairs[index], close >= start, close < range.upperBound else {
      return nil
    }
    return close
  }

  func closingQuote(of character: Character) -> Character? {
    switch character {
    case "\"": "\""
    case "'": "'"
    case "“": "”"
    default: nil
    }
  }

  func opensQuote(at index: Int, in range: Range<Int>) -> Bool {
    let before = previousVisible(index)
    guard index + 1 < range.upperBound else { return false }
    let next = characters[index + 1]
    guard !next.isWhitespace else { return false }
    guard let before else { return true }
    return before.isWhitespace || "([{-–—/“‘\"'".contains(before)
  }

  /// The character before, tags skipped.
  func previousVisible(_ index: Int) -> Character? {
    var position = index - 1
    while position >= 0, characters[position] == ">" {
      let nearby = characters[max(0, position - 60)..<position]
      guard let open = nearby.lastIndex(of: "<"), position - open < 60 else { return ">" }
      position = open - 1
    }
    return position >= 0 ? characters[position] : nil
  }

  /// The character after, tags skipped.
  func nextVisible(_ index: Int) -> Character? {
    var position = index + 1
    while position < characters.count, characters[position] == "<" {
      let end = min(characters.count, position + 60)
      guard let close = characters[position..<end].firstIndex(of: ">") else { return "<" }
      position = close + 1
    }
    return position < characters.count ? characters[position] : nil
  }

  func closeQuote(_ closing: Character, from start: Int, in range: Range<Int>) -> Int? {
    var index = start
    while index < range.upperBound {
      let character = characters[index]
      if character == "<", let tag = openTag(at: index, in: range),
        let close = closeTag(of: index, from: index + tag.length, in: range)
      {
        index = close + tag.name.count + 3
        continue
      }
      if character == closing {
        let before = characters[index - 1]
        let after = nextVisible(index)
        let followed = after.map { $0.isLetter || $0.isNumber } ?? false
        if !before.isWhitespace, !followed, index > start { return index }
      }
      index += 1
    }
    return nil
  }
}
