public import Diagnostics

extension FileSystemDiagnostics {
  /// A source that the disk refuses to take.
  public static let sourceNotWritten = DiagnosticCode(
    "SED038",
    "source-not-written",
    rule: "A command that edits sources writes all of its files, or none.",
    remedy: "Make room and give yourself the right to write; every file stands as it was."
  )
  /// A source that somebody saved while it was being worked on.
  public static let changedMeanwhile = DiagnosticCode(
    "SED039",
    "source-changed-meanwhile",
    rule: "A file that is replaced is still the one that was read.",
    remedy: "Try again, now that the file is saved; every file stands as it was."
  )
}
