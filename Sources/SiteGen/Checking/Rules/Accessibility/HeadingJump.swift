public import Diagnostics
import Markdown

/// Headings go down one level at a time (RGAA 9.1, WCAG 1.3.1).
public struct HeadingJump: SourceRule {
  /// `ACC004`.
  public static let code = DiagnosticCode(
    "ACC004",
    "heading-jump",
    rule: "A heading is at most one level below the one before it.",
    remedy: "Give it one # less, or write the heading that is missing between the two.",
    explanation: """
      Who does not see the page walks through it by its headings; a level that is missing looks like a
      part that was lost (RGAA 9.1). The highest level of a text may be any: the program puts it
      right below the title of the page.

      ```
      ## Une machine
      #### Ses cartes      ### Ses cartes
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every heading that is too low for the one before it.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    let headings = text.markdown.headings
    guard var level = headings.map(\.level).min() else { return [] }
    level -= 1
    var found: [Diagnostic] = []
    for heading in headings {
      if heading.level > level + 1 {
        let before =
          found.isEmpty && heading == headings.first ? "the title of the page" : "level \(level)"
        found.append(
          Diagnostic(
            Self.code,
            .warning,
            at: text.span(heading.range.lowerBound..<heading.range.lowerBound + heading.level),
            "heading of level \(heading.level) below \(before)"
          )
        )
      }
      level = heading.level
    }
    return found
  }
}
