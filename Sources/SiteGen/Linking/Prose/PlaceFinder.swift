import Diagnostics
import Markup

/// Finds in the source where the names of a text stand; a cursor that only goes forward.
///
/// Markup, spaces and quotes may stand otherwise there. What is not found has the place of the
/// cursor. After `missLimit` searches in vain no more is looked for, which keeps the cost linear.
struct PlaceFinder {
  private static let missLimit = 32

  private let text: [UInt8]
  private let map: SourceMap
  private var cursor: Int
  private var end: Int
  private var misses = 0
  private let isExact: Bool

  /// - Parameters:
  ///   - composed: the text.
  ///   - source: the file it was taken from, when that is known. A text that a field of a draft
  ///     holds is no copy of it: the file itself is looked through then.
  init(_ composed: ComposedText, source: SourceFile?) {
    let bytes = composed.bytes
    let start = composed.map.span(of: 0..<bytes.count).range
    let isCopy =
      composed.map.segments.count != 1
      || source.map { file in
        composed.isPart(of: file)
          || file.bytes.indices.contains(start.upperBound - 1) && file.bytes[start] == bytes[...]
      } ?? true
    isExact = isCopy
    if let source, !isCopy {
      text = source.bytes
      map = SourceMap(path: source.path, verbatimFrom: 0)
      cursor = min(start.lowerBound, source.bytes.count)
      end = source.bytes.count
    } else {
      text = bytes
      map = composed.map
      (cursor, end) = (0, bytes.count)
    }
  }

  /// Goes to a block; blocks come in ascending order but for notes.
  mutating func enter(_ block: Range<Int>) {
    guard isExact else { return }
    cursor = block.lowerBound
    end = min(block.upperBound, text.count)
    misses = 0
  }

  /// The place of printed words, at or behind the last.
  mutating func find(_ words: ArraySlice<UInt8>) -> SourceSpan {
    if misses < PlaceFinder.missLimit, let first = words.first {
      let isQuote = quoteClass(words, at: words.startIndex) != nil
      var start = cursor
      while start < end {
        // Quotes may be others in the source.
        if !isQuote {
          start = text.withUnsafeBufferPointer { text in
            UnsafeBufferPointer(rebasing: text[..<end]).position(of: first, from: start)
          }
        }
        guard start < end else { break }
        if let close = match(words, at: start) {
          cursor = close
          return map.span(of: start..<close)
        }
        start += 1
      }
      misses += 1
    }
    let place = max(0, min(cursor, text.count - 1))
    return map.span(of: place..<place)
  }

  private func match(_ words: ArraySlice<UInt8>, at start: Int) -> Int? {
    var (index, position) = (words.startIndex, start)
    while index < words.endIndex {
      let spaces = endOfSpaces(words, from: index)
      if spaces > index {
        index = spaces
        position = endOfSeparation(from: position)
        continue
      }
      guard position < end else { return nil }
      if let wanted = quoteClass(words, at: index) {
        guard let found = quoteClass(text[...], at: position),
          found.isApostrophe == wanted.isApostrophe
        else { return nil }
        index += wanted.length
        position += found.length
      } else if text[position] == words[index] {
        index += 1
        position += 1
      } else if isMarkup(text[position]), position > start {
        position += 1
      } else {
        return nil
      }
    }
    return position
  }

  private func isMarkup(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "_") || byte == UInt8(ascii: "\\")
  }

  private func endOfSpaces(_ bytes: ArraySlice<UInt8>, from start: Int) -> Int {
    var position = start
    while position < bytes.endIndex {
      switch bytes[position] {
      case 0x20, 0x09...0x0D: position += 1
      case 0xC2 where bytes[position...].starts(with: [0xC2, 0xA0]): position += 2
      case 0xE2 where bytes[position...].starts(with: [0xE2, 0x80, 0xAF]): position += 3
      default: return position
      }
    }
    return position
  }

  /// Behind spaces, marks of emphasis and the signs of quotes at the start of lines.
  private func endOfSeparation(from start: Int) -> Int {
    var position = start
    while position < end {
      let spaces = endOfSpaces(text[..<end], from: position)
      if spaces > position {
        position = spaces
      } else if isMarkup(text[position]) || text[position] == UInt8(ascii: ">") {
        position += 1
      } else {
        break
      }
    }
    return position
  }

  /// The quotation mark or apostrophe at an offset, however it is set.
  private func quoteClass(
    _ bytes: ArraySlice<UInt8>,
    at offset: Int
  ) -> (length: Int, isApostrophe: Bool)? {
    switch bytes[offset] {
    case UInt8(ascii: "'"): return (1, true)
    case UInt8(ascii: "\""): return (1, false)
    case 0xC2 where offset + 1 < bytes.endIndex && [0xAB, 0xBB].contains(bytes[offset + 1]):
      return (2, false)
    case 0xE2 where offset + 2 < bytes.endIndex && bytes[offset + 1] == 0x80:
      if [0x98, 0x99].contains(bytes[offset + 2]) { return (3, true) }
      return [0x9C, 0x9D, 0x9E].contains(bytes[offset + 2]) ? (3, false) : nil
    default: return nil
    }
  }
}
