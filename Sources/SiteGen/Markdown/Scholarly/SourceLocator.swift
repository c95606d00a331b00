import Markup

/// Finds in the source what was read from it.
///
/// cmark 0.29 counts the columns of inlines only roughly (quotes, lists and escapes put them
/// off), so the literal text is looked for, block by block, with a cursor that only goes
/// forward. After `missLimit` searches in vain a block is given up, which keeps the cost linear.
struct SourceLocator {
  /// A place found.
  struct Match {
    let range: Range<Int>
    /// Whether a backslash takes its meaning from what opens the text.
    let isEscaped: Bool
  }

  private static let missLimit = 32

  private let bytes: [UInt8]
  private(set) var block: Range<Int> = 0..<0
  private var cursor = 0
  private var misses = 0

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
  }

  mutating func enter(block: Range<Int>) {
    self.block = block
    cursor = block.lowerBound
    misses = 0
  }

  /// Finds a text whose punctuation may be escaped in the source, and moves behind it.
  mutating func find(_ text: ArraySlice<UInt8>) -> Match? {
    search(text, allowsEscapes: true) { _ in true }
  }

  /// Finds the `@` of a key where no word ends before it, and moves behind the key.
  mutating func findKey(_ text: ArraySlice<UInt8>) -> Match? {
    search(text, allowsEscapes: true) { before in
      before.map { !isWordEnd([$0]) || $0 == UInt8(ascii: "-") } ?? true
    }
  }

  /// Moves behind a text that stands in the source as it is: code or raw HTML.
  @discardableResult
  mutating func skip(_ text: ArraySlice<UInt8>) -> Match? {
    search(text, allowsEscapes: false) { _ in true }
  }

  /// Finds the destination of a link where it can stand: after `(` or `<`, or bare in the text.
  mutating func findDestination(_ text: ArraySlice<UInt8>) -> Match? {
    let isAbsolute = text.contains(UInt8(ascii: ":"))
    return search(text, allowsEscapes: true) { before in
      switch before {
      case UInt8(ascii: "("), UInt8(ascii: "<"): true
      default: isAbsolute
      }
    }
  }

  private mutating func search(
    _ text: ArraySlice<UInt8>,
    allowsEscapes: Bool,
    isAllowedAfter: (UInt8?) -> Bool
  ) -> Match? {
    guard let first = text.first, misses < Self.missLimit else { return nil }
    let end = min(block.upperBound, bytes.count)
    var candidate = cursor
    while candidate < end {
      candidate = bytes.withUnsafeBufferPointer { bytes in
        UnsafeBufferPointer(rebasing: bytes[..<end]).position(of: first, from: candidate)
      }
      guard candidate < end else { break }
      if isAllowedAfter(candidate > 0 ? bytes[candidate - 1] : nil),
        let match = match(text, at: candidate, end: end, allowsEscapes: allowsEscapes)
      {
        cursor = match.range.upperBound
        return match
      }
      candidate += 1
    }
    misses += 1
    return nil
  }

  private func match(
    _ text: ArraySlice<UInt8>,
    at start: Int,
    end: Int,
    allowsEscapes: Bool
  ) -> Match? {
    var position = start
    var isEscaped = allowsEscapes && isBackslashOdd(before: start)
    for (index, byte) in zip(text.indices, text) {
      if allowsEscapes, position + 1 < end, bytes[position] == UInt8(ascii: "\\"),
        byte != UInt8(ascii: "\\"), bytes[position + 1] == byte
      {
        position += 1
        let opens = index - text.startIndex
        if opens < 2 || opens == 2 && byte == UInt8(ascii: "@") { isEscaped = true }
      }
      guard position < end else { return nil }
      let found = bytes[position]
      // A line end inside code is read as a space.
      guard found == byte || byte == 0x20 && (found == 0x0A || found == 0x0D) else { return nil }
      position += 1
    }
    return Match(range: start..<position, isEscaped: isEscaped)
  }

  private func isBackslashOdd(before position: Int) -> Bool {
    var start = position
    while start > block.lowerBound, bytes[start - 1] == UInt8(ascii: "\\") { start -= 1 }
    return (position - start) % 2 == 1
  }
}
