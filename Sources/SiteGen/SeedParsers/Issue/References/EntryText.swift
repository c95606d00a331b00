import Markup

/// The words of an entry without their emphasis, and beside them what compares quickly.
///
/// Offsets are those of `text`, of `folded` and of the ranges alike.
struct EntryText: Sendable {
  let text: TracedText
  /// A byte for each scalar: letters small and without accents, every dash `-`, every apostrophe
  /// `'`, the sign of degrees `openQuote` and so on; what has no such form is `other`.
  let folded: [UInt8]
  /// Runs that were emphasised, in order.
  let emphasis: [Range<Int>]

  static let openQuote: UInt8 = 1
  static let closeQuote: UInt8 = 2
  static let degree: UInt8 = 3
  static let other: UInt8 = 0x7F

  /// Takes the asterisks, the escapes and the empty links out of an entry as printed.
  init(_ printed: TracedText) {
    var plain = TracedText(path: printed.path)
    var runs: [Range<Int>] = []
    let marked = printed.firstIndex { $0 == "*" } == nil ? [] : emphasisedTexts(in: printed)
    // Bold marks names or numbers, never the title.
    var pending = marked.filter { !$0.isStrong }.map(\.content)[...]
    var start: Int?
    for index in 0...printed.count {
      if let run = pending.first, index == run.upperBound {
        if let start, start < plain.count { runs.append(start..<plain.count) }
        start = nil
        pending.removeFirst()
      }
      if let run = pending.first, index == run.lowerBound { start = plain.count }
      guard index < printed.count else { break }
      let traced = printed.scalars[index]
      if traced.scalar == "*" || (traced.scalar == "\\" && index + 1 < printed.count) { continue }
      if traced.isSpace {
        guard let last = plain.scalars.last, !last.isSpace else { continue }
        plain.append(TracedScalar(scalar: " ", source: traced.source))
      } else {
        plain.append(traced)
      }
    }
    text = plain
    emphasis = runs
    folded = plain.scalars.map { EntryText.fold($0.scalar) }
  }

  var count: Int { folded.count }
  var whole: Range<Int> { 0..<count }

  /// A part of the text, without the white space around it.
  func part(_ range: Range<Int>) -> TracedText { text[trim(range)] }

  /// A range without the white space at its ends.
  func trim(_ range: Range<Int>, of unwanted: String = " ") -> Range<Int> {
    var (low, high) = (range.lowerBound, range.upperBound)
    let bytes = unwanted.utf8
    while low < high, folded[low] == 0x20 || bytes.contains(folded[low]) { low += 1 }
    while high > low, folded[high - 1] == 0x20 || bytes.contains(folded[high - 1]) { high -= 1 }
    return low..<high
  }

  /// Whether the space at an offset stands for the end of a line.
  func isLineEnd(_ offset: Int) -> Bool {
    offset > 0 && folded[offset] == 0x20
      && text.scalars[offset].source == text.scalars[offset - 1].source
  }

  func isUpper(_ offset: Int) -> Bool { text.scalar(at: offset)?.isUpper ?? false }

  private static func fold(_ scalar: Unicode.Scalar) -> UInt8 {
    if scalar.value < 0x80 {
      let byte = UInt8(truncatingIfNeeded: scalar.value)
      return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
    switch scalar {
    case "\u{2010}"..."\u{2015}", "\u{2212}": return UInt8(ascii: "-")
    case "\u{2019}", "\u{2BC}", "\u{2018}": return UInt8(ascii: "'")
    case "«", "“", "„": return openQuote
    case "»", "”": return closeQuote
    case "°", "º", "ᵒ": return degree
    case "ᵉ": return UInt8(ascii: "e")
    default:
      guard scalar.isLetter else { return scalar.isSpace ? 0x20 : other }
      return slugify(String(scalar)).utf8.first ?? other
    }
  }
}
