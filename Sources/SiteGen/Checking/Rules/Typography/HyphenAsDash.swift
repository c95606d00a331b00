public import Diagnostics
import Markdown

/// A dash between words is a dash, not a hyphen.
public struct HyphenAsDash: SourceRule {
  /// `TYP003`.
  public static let code = DiagnosticCode(
    "TYP003",
    "hyphen-as-dash",
    rule: "A dash between words is written –, not -.",
    remedy: "Write – (or —) with a space on both sides.",
    explanation: """
      A hyphen joins two words into one; between spaces it is read aloud as « moins » by some readers.

      ```
      La machine - ou le métier - tisse.      La machine – ou le métier – tisse.
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every hyphen between spaces and words.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    text.markdown.prose.flatMap { block in
      block.text.indices.compactMap { offset in
        isDash(block.text, at: offset) ? report(block.range.lowerBound + offset, text) : nil
      }
    }
  }

  private func isDash(_ text: [UInt8], at offset: Int) -> Bool {
    guard text[offset] == UInt8(ascii: "-") else { return false }
    let before = spaceLength(in: text, before: offset)
    let after = spaceLength(in: text, at: offset + 1)
    guard before > 0, after > 0 else { return false }
    let (left, right) = (offset - before, offset + 1 + after)
    guard left > 0, right < text.count, text[left - 1] != 0x0A, text[right] != 0x0A else {
      return false
    }
    // Between two pieces of code or markup it may be a minus.
    guard text[left - 1] != 0 || text[right] != 0 else { return false }
    // A subtraction, a span of years, a list on one line.
    let digits = UInt8(ascii: "0")...UInt8(ascii: "9")
    return !digits.contains(text[left - 1]) && !digits.contains(text[right])
      && text[right] != UInt8(ascii: "-") && text[left - 1] != UInt8(ascii: "-")
  }

  private func report(_ offset: Int, _ text: CheckedText) -> Diagnostic {
    Diagnostic(
      Self.code,
      .warning,
      at: text.span(offset..<offset + 1),
      "hyphen in the place of a dash",
      fix: Fix("write a dash", [text.edit(offset..<offset + 1, to: "–")], isSafe: true)
    )
  }
}
