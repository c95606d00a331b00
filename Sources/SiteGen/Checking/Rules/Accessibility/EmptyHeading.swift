public import Diagnostics
import Markdown

/// A heading has words (RGAA 9.1, WCAG 2.4.6).
public struct EmptyHeading: SourceRule {
  /// `ACC005`.
  public static let code = DiagnosticCode(
    "ACC005",
    "empty-heading",
    rule: "A heading has words.",
    remedy: "Write the heading, or remove its line.",
    explanation: """
      An empty heading is a stop without a name for who walks through the page by its headings (RGAA
      9.1), and a line without words in its table of contents.
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every heading without words.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    text.markdown.headings.filter { $0.text.allSatisfy(\.isWhitespace) }.map { heading in
      Diagnostic(Self.code, .warning, at: text.span(heading.range), "heading without words")
    }
  }
}
