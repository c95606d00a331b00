public import Diagnostics
import Markdown

/// No space stands before a comma or a full stop.
public struct SpaceBeforeMark: SourceRule {
  /// `TYP002`.
  public static let code = DiagnosticCode(
    "TYP002",
    "space-before-comma-or-full-stop",
    rule: "A comma or a full stop stands right behind its word.",
    remedy: "Remove the space.",
    explanation: """
      Only `;`, `:`, `!` and `?` have a space before them in French, and the program puts that in.

      ```
      Le début , puis la fin .      Le début, puis la fin.
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every such space.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    text.markdown.prose.flatMap { block in
      block.text.indices.compactMap { offset in
        space(before: offset, in: block.text).map { report($0, mark: offset, block, text) }
      }
    }
  }

  /// The spaces between a word and the mark at an offset.
  private func space(before offset: Int, in text: [UInt8]) -> Range<Int>? {
    guard text[offset] == UInt8(ascii: ",") || text[offset] == UInt8(ascii: ".") else { return nil }
    var start = offset
    while true {
      let length = spaceLength(in: text, before: start)
      guard length > 0 else { break }
      start -= length
    }
    guard start < offset, start > 0, closes(text[start - 1]) else { return nil }
    // « 5 .5 », « un fichier .bib », « fin ... »
    let next = offset + 1 < text.count ? text[offset + 1] : 0x20
    return next == 0x20 || next == 0x0A ? start..<offset : nil
  }

  /// Whether a word or a group may end with a byte; markup and citations are NUL.
  private func closes(_ byte: UInt8) -> Bool { byte != 0x0A && !".,([-".utf8.contains(byte) }

  private func report(
    _ space: Range<Int>,
    mark: Int,
    _ block: MarkdownSource.Prose,
    _ text: CheckedText
  ) -> Diagnostic {
    let start = block.range.lowerBound
    let range = start + space.lowerBound..<start + space.upperBound
    let name = block.text[mark] == UInt8(ascii: ",") ? "comma" : "full stop"
    return Diagnostic(
      Self.code,
      .warning,
      at: text.span(range),
      "space before a \(name)",
      fix: Fix("remove the space", [text.edit(range, to: "")], isSafe: true)
    )
  }
}
