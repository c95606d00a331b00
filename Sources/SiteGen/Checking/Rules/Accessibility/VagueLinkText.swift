public import Diagnostics
import Markdown
import Markup

/// The words of a link say where it leads (RGAA 6.1, WCAG 2.4.4).
public struct VagueLinkText: SourceRule {
  /// `ACC002`.
  public static let code = DiagnosticCode(
    "ACC002",
    "vague-link-text",
    rule: "The words of a link say where it leads.",
    remedy:
      "Make the name of what it leads to the link; Templates/rules/words.yaml holds the list.",
    explanation: """
      A screen reader lists the links of a page without the sentences around them: ten links « ici »
      say nothing (RGAA 6.1).

      ```
      Le rapport est [ici](…).      Lisez le [rapport de 2025](…).
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every link whose words are in the list.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    text.markdown.links.filter { text.words.vagueLinks.contains(slugify($0.words)) }.map { link in
      Diagnostic(
        Self.code,
        .warning,
        at: text.span(link.range),
        "\"\(link.words)\" does not say where the link leads"
      )
    }
  }
}
