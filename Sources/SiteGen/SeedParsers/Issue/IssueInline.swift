/// The Markdown of an issue without its empty links: `[Name](#)` gives `Name`.
func withoutEmptyLinks(_ text: TracedText) -> TracedText {
  guard text.holds("[") else { return text.withSingleSpaces }
  var result = TracedText(path: text.path)
  var copied = 0
  var index = 0
  while let open = text.scalars[index...].firstIndex(where: { $0.scalar == "[" }) {
    index = open + 1
    guard let link = emptyLink(in: text, at: open) else { continue }
    result.append(text, copied..<open)
    result.append(text, link.label)
    copied = link.end
    index = copied
  }
  result.append(text, copied..<text.count)
  return result.withSingleSpaces
}

/// The text without emphasis and links, for fields and comparisons.
func plainText(_ text: TracedText) -> TracedText {
  let linked = withoutEmptyLinks(text)
  guard linked.holds("*") || linked.holds("\\") else { return linked.trimmed }
  var result = TracedText(path: text.path)
  var copied = 0
  for (index, traced) in linked.scalars.enumerated() {
    let isEscape = traced.value == 0x5C && index + 1 < text.count
    guard traced.value == 0x2A || isEscape else { continue }
    result.append(linked, copied..<index)
    copied = index + 1
  }
  result.append(linked, copied..<linked.count)
  return result.withSingleSpaces.trimmed
}

/// Markdown of a seed with syntax written in; raw HTML and the links of the house lose their power.
func markdown(fromMarkdown text: TracedText, insertions: [Insertion] = []) -> TracedText {
  var edits = TextEdits(of: text, insertions)
  for (offset, traced) in text.scalars.enumerated() {
    guard traced.value == 0x3C || (traced.value == 0x5B && text.scalar(at: offset + 1) == "[")
    else { continue }
    let isEscaped = offset > 0 && text.scalars[offset - 1].scalar == "\\"
    if !isEscaped { edits.insert("\\", at: offset) }
  }
  return edits.finish()
}

/// Emphasised words of a text with the place of their content.
struct EmphasisedText: Hashable, Sendable {
  let isStrong: Bool
  /// Between the asterisks.
  let content: Range<Int>
}

/// Runs between `*` or `**`, in order; unclosed ones are left out.
func emphasisedTexts(in text: TracedText) -> [EmphasisedText] {
  guard text.holds("*") else { return [] }
  var found: [EmphasisedText] = []
  var open: (length: Int, start: Int)?
  var index = 0
  while index < text.count {
    guard text.scalars[index].scalar == "*" else {
      index += 1
      continue
    }
    if index > 0, text.scalars[index - 1].scalar == "\\" {
      index += 1
      continue
    }
    var end = index
    while end < text.count, text.scalars[end].scalar == "*" { end += 1 }
    let length = min(end - index, 2)
    if let opened = open, opened.length == length {
      if opened.start < index {
        found.append(EmphasisedText(isStrong: length == 2, content: opened.start..<index))
      }
      open = nil
    } else if open == nil {
      open = (length, end)
    }
    index = end
  }
  return found
}

private func emptyLink(in text: TracedText, at open: Int) -> (label: Range<Int>, end: Int)? {
  var index = open + 1
  while index < text.count, index - open <= 300 {
    let scalar = text.scalars[index].scalar
    if scalar == "[" { return nil }
    if scalar == "]" {
      return text.hasPrefix("](#)", at: index) ? (open + 1..<index, index + 4) : nil
    }
    index += 1
  }
  return nil
}

/// The links of a text that lead somewhere: `[label](address)`.
func linkRanges(in text: TracedText) -> [Range<Int>] {
  guard text.holds("[") else { return [] }
  var ranges: [Range<Int>] = []
  var open: Int?
  var index = 0
  while index < text.count {
    let scalar = text.scalars[index].scalar
    if scalar == "[" { open = index }
    if scalar == "]", let start = open {
      open = nil
      if text.scalar(at: index + 1) == "(",
        let end = text.firstIndex(from: index + 2, where: { ") [".unicodeScalars.contains($0) })
      {
        // An address holds neither spaces nor brackets: what was passed is looked at once.
        if text.scalars[end].scalar == ")" { ranges.append(start..<end + 1) }
        index = end - (text.scalars[end].scalar == "[" ? 1 : 0)
      }
    }
    index += 1
  }
  return ranges
}
