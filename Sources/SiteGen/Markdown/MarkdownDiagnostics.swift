public import Diagnostics

/// The rules of Markdown texts (`MDN`).
public enum MarkdownDiagnostics {
  /// Brackets that look like a citation and are none.
  public static let malformedCitation = DiagnosticCode(
    "MDN001",
    "malformed-citation",
    rule: "Brackets that cite hold one key between semicolons, and no markup.",
    remedy:
      "Write `[@key]`, `[voir @key, p. 12]` or `[@first; @second]`; write `\\[@` for plain text."
  )
  /// Double brackets that look like a mention and are none.
  public static let malformedMention = DiagnosticCode(
    "MDN002",
    "malformed-mention",
    rule: "Double brackets hold a target, and a label without markup if one is wanted.",
    remedy: "Write `[[slug]]` or `[[slug|label]]`; write `\\[\\[` for plain text."
  )
  /// A call of a note that is not defined.
  public static let undefinedNote = DiagnosticCode(
    "MDN003",
    "undefined-note",
    rule: "Every call of a note has its definition in the same text.",
    remedy: "Add a line `[^label]: text of the note`, or write `\\[^` for plain text."
  )
  /// A definition that no call leads to.
  public static let unusedNote = DiagnosticCode(
    "MDN004",
    "unused-note",
    rule: "Every note is called from its text; one that is not would not be printed.",
    remedy: "Call the note with `[^label]` or remove its definition."
  )

  /// All of them, in order.
  public static let all = [
    malformedCitation, malformedMention, undefinedNote, unusedNote,
  ]
}
