public import Diagnostics
import Markdown

/// A link has words (RGAA 6.2, WCAG 2.4.4).
public struct EmptyLink: SourceRule {
  /// `ACC003`.
  public static let code = DiagnosticCode(
    "ACC003",
    "empty-link",
    rule: "A link has words, or an image with a text that says what it shows.",
    remedy: "Write the words between the square brackets, or remove the link.",
    explanation: """
      Nobody can see or hear such a link (RGAA 6.2); they come of conversions.

      ```
      [](https://example.org/)      [la notice de l’ouvrage](https://example.org/)
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every link without words.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    text.markdown.links.filter { $0.words.allSatisfy(\.isWhitespace) }.map { link in
      Diagnostic(
        Self.code,
        .warning,
        at: text.span(link.range),
        "link to \"\(link.destination)\" without words"
      )
    }
  }
}
