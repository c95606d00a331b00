import Diagnostics

/// Lines and printed words of the texts that spans point into.
struct SourcePlaces: Sendable {
  private let files: [String: (order: Int, bytes: [UInt8], lines: LineIndex)]

  init(_ sources: [SourceFile]) {
    files = Dictionary(
      sources.enumerated().map { order, file in
        (file.path, (order, file.bytes, LineIndex(file.bytes)))
      },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The 1-based line where a span begins.
  func line(of span: SourceSpan) -> Int {
    files[span.path]?.lines.line(of: span.range.lowerBound) ?? 1
  }

  /// The words of a span on one line, without emphasis.
  func printed(_ span: SourceSpan) -> String {
    guard let bytes = files[span.path]?.bytes else { return "" }
    let words = String(decoding: bytes[span.range.clamped(to: 0..<bytes.count)], as: UTF8.self)
    return joinedWords(words.filter { $0 != "*" })
  }

  /// Words of a page with the apostrophes that the text has where they begin; as they are where the
  /// text has other words.
  func asPrinted(_ words: String, at span: SourceSpan) -> String {
    guard words.contains("’"), let bytes = files[span.path]?.bytes else { return words }
    let low = min(span.range.lowerBound, bytes.count)
    let source = String(
      decoding: bytes[low..<min(low + 8 * words.utf8.count, bytes.count)],
      as: UTF8.self
    )
    var rest = source.filter { $0 != "*" && $0 != "\\" }[...]
    var printed = ""
    for character in words {
      guard let next = rest.first else { return words }
      if character.isWhitespace {
        rest = rest.drop(while: \.isWhitespace)
        printed.append(character)
      } else if character == next || (character == "’" && next == "'") {
        printed.append(next)
        rest.removeFirst()
      } else {
        return words
      }
    }
    return printed
  }

  /// The words of a span on one line, exactly as they stand.
  func raw(_ span: SourceSpan) -> String {
    guard let bytes = files[span.path]?.bytes else { return "" }
    let range = span.range.clamped(to: 0..<bytes.count)
    return joinedWords(String(decoding: bytes[range], as: UTF8.self))
  }

  /// Whether one place comes before another: by the order of the texts, then in the text.
  func precedes(_ left: SourceSpan, _ right: SourceSpan) -> Bool {
    let leftOrder = files[left.path]?.order ?? Int.max
    let rightOrder = files[right.path]?.order ?? Int.max
    return leftOrder == rightOrder ? left < right : leftOrder < rightOrder
  }
}

private func joinedWords(_ text: String) -> String {
  text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
}
