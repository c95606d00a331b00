public import Diagnostics
import Markdown

/// An image has words that say what it shows (RGAA 1.1, WCAG 1.1.1).
public struct MissingAlternativeText: SourceRule {
  /// `ACC001`.
  public static let code = DiagnosticCode(
    "ACC001",
    "missing-alternative-text",
    rule: "An image has a text that says what it shows.",
    remedy: "Write it between the square brackets: `![a loom with punched cards](…)`.",
    explanation: """
      Who does not see the image hears this text in its place (RGAA 1.1). Say what matters for the
      argument: of a chart its message, of a portrait the person.

      ```
      ![](/assets/metier.jpg)      ![Un métier à tisser et ses cartes](/assets/metier.jpg)
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every image without words.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    text.markdown.images.filter { $0.words.allSatisfy(\.isWhitespace) }.map { image in
      Diagnostic(
        Self.code,
        .warning,
        at: text.span(image.range),
        "image \(image.destination) without a text that says what it shows"
      )
    }
  }
}
