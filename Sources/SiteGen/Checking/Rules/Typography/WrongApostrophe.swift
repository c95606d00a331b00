public import Diagnostics
import Markdown

/// An apostrophe is an apostrophe, not an accent, a quotation mark or a prime.
public struct WrongApostrophe: SourceRule {
  /// `TYP004`.
  public static let code = DiagnosticCode(
    "TYP004",
    "wrong-apostrophe",
    rule: "Between two letters stands ’ or ', no accent, quotation mark or prime.",
    remedy: "Write ’ or '; the program prints both as ’.",
    explanation: """
      Texts converted from PDF hold `´`, `‘` or `′` where an apostrophe was printed; names with such a
      sign are not found by links nor by readers who search.

      ```
      l´usage, d‘abord      l’usage, d’abord
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every such sign between two letters.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    // U+00B4, U+2018, U+2032
    let signs: [[UInt8]] = [[0xC2, 0xB4], [0xE2, 0x80, 0x98], [0xE2, 0x80, 0xB2]]
    return text.markdown.prose.flatMap { block in
      block.text.indices.compactMap { offset -> Diagnostic? in
        guard block.text[offset] == 0xC2 || block.text[offset] == 0xE2,
          let sign = signs.first(where: { block.text[offset...].starts(with: $0) })
        else { return nil }
        let end = offset + sign.count
        guard endsWordCharacter(before: offset, in: block.text), end < block.text.count,
          startsWordCharacter(block.text[end])
        else { return nil }
        return report(block.range.lowerBound + offset, length: sign.count, text)
      }
    }
  }

  private func report(_ offset: Int, length: Int, _ text: CheckedText) -> Diagnostic {
    let range = offset..<offset + length
    return Diagnostic(
      Self.code,
      .warning,
      at: text.span(range),
      "\"\(text.text(range))\" in the place of an apostrophe",
      fix: Fix("write ’", [text.edit(range, to: "’")], isSafe: true)
    )
  }
}
