/// The permanent name of a rule of the house, with what it asks and how to mend a breach.
///
/// A code is never reused. `docs/diagnostics.md` is generated from these values.
public struct DiagnosticCode: Hashable, Sendable {
  /// Family and number, for instance `LNK001`.
  public let id: String
  /// Readable name in kebab case, for instance `broken-internal-link`.
  public let name: String
  /// The rule, one sentence.
  public let rule: String
  /// How to mend a breach, one sentence.
  public let remedy: String
  /// Why there is such a rule, with an example, in Markdown; empty where the rule says it all.
  public let explanation: String

  /// Declares a code.
  public init(
    _ id: String,
    _ name: String,
    rule: String,
    remedy: String,
    explanation: String = ""
  ) {
    self.id = id
    self.name = name
    self.rule = rule
    self.remedy = remedy
    self.explanation = explanation
  }
}
