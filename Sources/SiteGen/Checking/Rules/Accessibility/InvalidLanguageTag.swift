public import Diagnostics
import Markdown

/// A mark of language names a language (RGAA 8.8, BCP 47).
public struct InvalidLanguageTag: SourceRule {
  /// `ACC007`.
  public static let code = DiagnosticCode(
    "ACC007",
    "invalid-language-tag",
    rule: "An attribute `lang` holds a language tag such as en or pt-BR (BCP 47).",
    remedy: "Write the tag of the language: en for English, de for German.",
    explanation: """
      A screen reader chooses its voice by the tag (RGAA 8.8); it knows no `anglais`.

      ```
      <span lang="anglais">…</span>      <span lang="en">…</span>
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every tag that is none.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    let form = /[A-Za-z]{2,3}(-[A-Za-z0-9]{1,8})*/
    return text.markdown.languages.filter { $0.value.wholeMatch(of: form) == nil }.map { tag in
      Diagnostic(
        Self.code,
        .warning,
        at: text.span(tag.range),
        "\"\(tag.value)\" is no language tag"
      )
    }
  }
}
