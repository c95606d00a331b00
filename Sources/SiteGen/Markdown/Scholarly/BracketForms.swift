/// What brackets in a text can say beyond CommonMark, citations apart.
enum BracketForm {
  /// `[[target]]`, `[[target|label]]`.
  case mention(target: Range<Int>, label: Range<Int>?)
  /// `[[!text]]`: never linked.
  case plain(Range<Int>)
  /// `[[?text]]`: to be written.
  case placeholder(Range<Int>)
  /// `[^label]` that no definition answers, or cmark had made it a call.
  case undefinedNote(Range<Int>)
  case malformedMention
}

/// Reads the brackets of one text; each scan stops at the next opening, so all of them together
/// are linear.
struct BracketReader {
  let text: [UInt8]

  /// The form that opens at a `[`, and the offset behind it; nil for ordinary brackets.
  func form(at open: Int) -> (form: BracketForm, end: Int)? {
    guard open + 1 < text.count else { return nil }
    switch text[open + 1] {
    case UInt8(ascii: "["): return mention(at: open)
    case UInt8(ascii: "^"): return note(at: open)
    default: return nil
    }
  }

  private func mention(at open: Int) -> (form: BracketForm, end: Int)? {
    let start = open + 2
    // `[[[`: the inner pair is the one that may mean something.
    guard start < text.count, text[start] != UInt8(ascii: "[") else { return nil }
    guard let close = closingBrackets(from: start) else { return (.malformedMention, start) }
    let inside = start..<close
    let end = close + 2
    switch text[start] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"):
      guard let body = trimmed(start + 1..<close) else { return (.malformedMention, end) }
      return (text[start] == UInt8(ascii: "!") ? .plain(body) : .placeholder(body), end)
    default: break
    }
    let bar = text[inside].firstIndex(of: UInt8(ascii: "|"))
    guard let target = trimmed(start..<(bar ?? close)), isTarget(target) else {
      return (.malformedMention, end)
    }
    return (.mention(target: target, label: bar.flatMap { trimmed($0 + 1..<close) }), end)
  }

  private func closingBrackets(from start: Int) -> Int? {
    var position = start
    while position + 1 < text.count {
      if text[position + 1] == text[position] {
        if text[position] == UInt8(ascii: "]") { return position }
        if text[position] == UInt8(ascii: "[") { return nil }
      }
      position += 1
    }
    return nil
  }

  private func isTarget(_ range: Range<Int>) -> Bool {
    !text[range].contains { $0 == UInt8(ascii: "[") || $0 == UInt8(ascii: "]") }
  }

  private func note(at open: Int) -> (form: BracketForm, end: Int)? {
    var position = open + 2
    while position < text.count, text[position] > 0x20, text[position] != UInt8(ascii: "[") {
      if text[position] == UInt8(ascii: "]") {
        guard position > open + 2 else { return nil }
        return (.undefinedNote(open + 2..<position), position + 1)
      }
      position += 1
    }
    return nil
  }

  private func skipSpaces(from start: Int) -> Int {
    var position = start
    while position < text.count, text[position] == 0x20 || text[position] == 0x0A { position += 1 }
    return position
  }

  /// The range without spaces and line ends at its ends, nil when nothing is left.
  private func trimmed(_ range: Range<Int>) -> Range<Int>? {
    let start = min(skipSpaces(from: range.lowerBound), range.upperBound)
    var end = range.upperBound
    while end > start, text[end - 1] == 0x20 || text[end - 1] == 0x0A { end -= 1 }
    return start < end ? start..<end : nil
  }
}
