/// Walks over the folded bytes of an entry; every step takes something or leaves it standing.
struct FoldedCursor {
  let entry: EntryText
  var index: Int
  let end: Int

  init(_ entry: EntryText, _ range: Range<Int>) {
    self.entry = entry
    index = range.lowerBound
    end = min(range.upperBound, entry.count)
  }

  var isAtEnd: Bool { index >= end }
  var byte: UInt8? { index < end ? entry.folded[index] : nil }
  var rest: Range<Int> { index..<max(index, end) }

  func isDigit(at offset: Int) -> Bool {
    offset < end && (0x30...0x39).contains(entry.folded[offset])
  }

  func isLetter(at offset: Int) -> Bool {
    offset < end && (0x61...0x7A).contains(entry.folded[offset])
  }

  /// Takes spaces and the signs named.
  mutating func skip(_ signs: String = " ") {
    while let byte, byte == 0x20 || signs.utf8.contains(byte) { index += 1 }
  }

  /// Takes a literal, in which a space stands for any run of spaces, none included.
  mutating func take(_ literal: String) -> Bool {
    // Of many words that may stand here, most begin otherwise.
    if let first = literal.utf8.first, first != 0x20, first != byte { return false }
    var offset = index
    for wanted in literal.utf8 {
      if wanted == 0x20 {
        while offset < end, entry.folded[offset] == 0x20 { offset += 1 }
      } else {
        guard offset < end, entry.folded[offset] == wanted else { return false }
        offset += 1
      }
    }
    index = offset
    return true
  }

  /// Takes a literal that no letter follows.
  mutating func takeWord(_ literal: String) -> Bool {
    let start = index
    guard take(literal) else { return false }
    guard !isLetter(at: index) || literal.hasSuffix(" ") || literal.hasSuffix("'") else {
      index = start
      return false
    }
    return true
  }

  /// Takes the first of some words that stands here.
  mutating func takeAny(_ words: [String]) -> Bool { words.contains { takeWord($0) } }

  /// Takes a run of digits of a length.
  mutating func takeDigits(_ lengths: ClosedRange<Int>) -> Range<Int>? {
    var offset = index
    while isDigit(at: offset) { offset += 1 }
    guard lengths.contains(offset - index) else { return nil }
    defer { index = offset }
    return index..<offset
  }

  /// Takes a Roman number that no letter follows, printed in capitals or small.
  mutating func takeRoman() -> Range<Int>? {
    var offset = index
    while offset < end, "ivxlcdm".utf8.contains(entry.folded[offset]) { offset += 1 }
    guard offset > index, offset - index <= 9, !isLetter(at: offset), !isDigit(at: offset) else {
      return nil
    }
    defer { index = offset }
    return index..<offset
  }

  /// Takes a number, or a range or a pair of numbers: `12`, `12-40`, `3/4`, `S12`, `12-A`, `IV`.
  mutating func takeNumber() -> Range<Int>? {
    let start = index
    guard takeSingleNumber() else { return nil }
    while !isAtEnd {
      let before = index
      skip()
      guard let sign = byte, sign == UInt8(ascii: "-") || sign == UInt8(ascii: "/") else {
        index = before
        break
      }
      index += 1
      skip()
      guard takeSingleNumber() || takeCapital() else {
        index = before
        break
      }
    }
    return start..<index
  }

  private mutating func takeSingleNumber() -> Bool {
    if takeRoman() != nil { return true }
    var offset = index
    if isLetter(at: offset), isDigit(at: offset + 1) { offset += 1 }
    guard isDigit(at: offset) else { return false }
    while isDigit(at: offset) { offset += 1 }
    if isLetter(at: offset), !isLetter(at: offset + 1), !isDigit(at: offset + 1) {
      if !entry.isUpper(offset), entry.folded[offset] > UInt8(ascii: "d") { return false }
      offset += 1
    }
    guard !isLetter(at: offset) else { return false }
    index = offset
    return true
  }

  private mutating func takeCapital() -> Bool {
    guard entry.isUpper(index), !isLetter(at: index + 1) else { return false }
    index += 1
    return true
  }
}
