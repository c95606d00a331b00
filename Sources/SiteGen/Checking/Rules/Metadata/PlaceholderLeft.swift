public import Diagnostics
import Markdown
import SiteModel

/// A published page holds no words that wait for their true value (`[[?…]]`).
public struct PlaceholderLeft: Rule {
  /// `MET001`.
  public static let code = DiagnosticCode(
    "MET001",
    "placeholder-left",
    rule: "A text marked `[[?…]]` waits for its true value.",
    remedy: "Replace the mark by the true words."
  )

  /// Makes the rule.
  public init() {}

  /// Every placeholder, in the order of entities.
  public func check(_ built: CheckedSite) -> [Diagnostic] {
    built.site.waitingEntities.flatMap { entity in
      entity.texts.flatMap { text in
        (built.site.text(text.name, of: entity.id)?.placeholders ?? []).map { placeholder in
          Diagnostic(
            Self.code,
            .warning,
            at: placeholder.span,
            "\"\(placeholder.value.replacing("\n", with: " "))\" is still to come"
          )
        }
      }
    }
  }
}
