public import Diagnostics

/// The rules of front matter: its syntax (`YML`) and its fields (`FLD`).
public enum FrontMatterDiagnostics {
  /// YAML that cannot be read.
  public static let invalidYAML = DiagnosticCode(
    "YML001",
    "invalid-yaml",
    rule: "Front matter and YAML files follow YAML 1.2.",
    remedy: "Correct the line shown; a text with a colon or a quote must stand between quotes."
  )
  /// A fence that is opened and never closed.
  public static let unclosedFence = DiagnosticCode(
    "YML002",
    "unclosed-front-matter",
    rule: "Front matter opened by a line `---` is closed by a line `---`.",
    remedy: "Add a line `---` between the fields and the text."
  )
  /// One name twice in a mapping.
  public static let duplicateKey = DiagnosticCode(
    "YML003",
    "duplicate-key",
    rule: "A field is written once.",
    remedy: "Keep one of the two fields."
  )
  /// Aliases that grow without measure.
  public static let tooLarge = DiagnosticCode(
    "YML004",
    "yaml-too-large",
    rule: "A YAML text holds at most 200,000 values, aliases counted where they are used.",
    remedy: "Split the file, or write the repeated values out once."
  )
  /// A field that must be there.
  public static let missingField = DiagnosticCode(
    "FLD001",
    "missing-field",
    rule: "Every required field of a record is present and not empty.",
    remedy: "Add the field to the front matter."
  )
  /// A field nobody reads.
  public static let unknownField = DiagnosticCode(
    "FLD002",
    "unknown-field",
    rule: "A record holds only the fields of its kind.",
    remedy: "Correct the name of the field, or remove it."
  )
  /// A field of the wrong form.
  public static let wrongForm = DiagnosticCode(
    "FLD003",
    "wrong-field-form",
    rule: "A field has the form that its kind asks: text, list, number, date, address.",
    remedy: "Write the value in the form named."
  )

  /// All of them, in order.
  public static let all = [
    invalidYAML, unclosedFence, duplicateKey, tooLarge, missingField, unknownField, wrongForm,
  ]
}
