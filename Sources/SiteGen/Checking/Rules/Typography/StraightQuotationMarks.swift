public import Diagnostics
import Markdown

/// French texts quote between « and », and between “ and ” within a quotation.
///
/// The renderer leaves straight marks alone: it cannot know whether they are inches or code.
public struct StraightQuotationMarks: SourceRule {
  /// `TYP001`.
  public static let code = DiagnosticCode(
    "TYP001",
    "straight-quotation-marks",
    rule: "A French text quotes between « and », within a quotation between “ and ”.",
    remedy: "Write « and » for the straight marks.",
    explanation: """
      Straight marks (`"`) are those of the typewriter; they do not tell where a quotation begins. The
      spaces inside « » are put in by the program.

      ```
      Le "résumé" tient en une phrase.      « résumé »
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every pair, and every mark that has no partner.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    guard text.isFrench else { return [] }
    return text.markdown.prose.flatMap { block -> [Diagnostic] in
      let marks = marks(in: block.text)
      let isPaired = marks.enumerated().allSatisfy { $0.element.opens == ($0.offset % 2 == 0) }
      guard isPaired, marks.count % 2 == 0 else { return marks.map { report($0, block, text) } }
      return stride(from: 0, to: marks.count, by: 2).map { number in
        reportPair(marks[number], marks[number + 1], block, text)
      }
    }
  }

  private struct Mark {
    let offset: Int
    let opens: Bool
    let isInner: Bool
  }

  private func marks(in text: [UInt8]) -> [Mark] {
    var depth = 0
    var marks: [Mark] = []
    for offset in text.indices {
      if text[offset] == 0xC2, offset + 1 < text.count {
        if text[offset + 1] == 0xAB { depth += 1 }
        if text[offset + 1] == 0xBB { depth = max(0, depth - 1) }
      }
      guard text[offset] == UInt8(ascii: "\""),
        !(marks.count.isMultiple(of: 2) && isMeasure(text, at: offset))
      else { continue }
      marks.append(Mark(offset: offset, opens: opens(text, at: offset), isInner: depth > 0))
    }
    return marks
  }

  /// Whether a mark stands where a quotation can begin: behind a space, a bracket or an apostrophe,
  /// and before something.
  private func opens(_ text: [UInt8], at offset: Int) -> Bool {
    guard offset + 1 < text.count, text[offset + 1] != 0x20, text[offset + 1] != 0x0A else {
      return false
    }
    guard offset > 0 else { return true }
    // Behind markup, a mark belongs to the word it touches.
    if text[offset - 1] == 0 { return startsWordCharacter(text[offset + 1]) }
    return "\n('[".utf8.contains(text[offset - 1]) || spaceLength(in: text, before: offset) > 0
      || text[..<offset].suffix(3) == [0xE2, 0x80, 0x99]
  }

  /// Inches and seconds: a figure before, no word behind.
  private func isMeasure(_ text: [UInt8], at offset: Int) -> Bool {
    guard offset > 0, (0x30...0x39).contains(text[offset - 1]) else { return false }
    return offset + 1 == text.count || !startsWordCharacter(text[offset + 1])
  }

  private func reportPair(
    _ opening: Mark,
    _ closing: Mark,
    _ block: MarkdownSource.Prose,
    _ text: CheckedText
  ) -> Diagnostic {
    let start = block.range.lowerBound
    let (left, right) = opening.isInner ? ("“", "”") : ("«\u{A0}", "\u{A0}»")
    let fix = Fix(
      opening.isInner ? "quote between “ and ”" : "quote between « and »",
      [
        text.edit(start + opening.offset..<start + opening.offset + 1, to: left),
        text.edit(start + closing.offset..<start + closing.offset + 1, to: right),
      ],
      isSafe: true
    )
    return Diagnostic(
      Self.code,
      .warning,
      at: text.span(start + opening.offset..<start + closing.offset + 1),
      "straight quotation marks",
      fix: fix
    )
  }

  private func report(_ mark: Mark, _ block: MarkdownSource.Prose, _ text: CheckedText)
    -> Diagnostic
  {
    let place = block.range.lowerBound + mark.offset
    return Diagnostic(
      Self.code,
      .warning,
      at: text.span(place..<place + 1),
      "straight quotation mark without a clear partner"
    )
  }
}
