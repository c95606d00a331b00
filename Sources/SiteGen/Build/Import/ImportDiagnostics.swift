public import Diagnostics

/// The rules of importing seeds.
public enum ImportDiagnostics {
  /// Something that the editor and the seed both changed.
  public static let conflict = DiagnosticCode(
    "SED035",
    "import-conflict",
    rule: "Where you and the text have changed the same, a second import keeps your words.",
    remedy: "Compare the two, and write the words you want."
  )
  /// A file that the editor took away.
  public static let removedFile = DiagnosticCode(
    "SED036",
    "imported-file-removed",
    rule: "A record that was imported and then removed stays removed, whatever the text says now.",
    remedy: "To have it back, remove its copy below seeds/.imported and import again."
  )
  /// A file whose form does not let a field or a text be written into it.
  public static let unwritableFile = DiagnosticCode(
    "SED037",
    "import-cannot-write",
    rule: "An import can write into files with one field a line, and texts into `.md` files.",
    remedy: "Put each field on lines of its own, and rename a `.yaml` file that needs a text."
  )

  /// All of them, in order.
  public static let all = [conflict, removedFile, unwritableFile]
}
