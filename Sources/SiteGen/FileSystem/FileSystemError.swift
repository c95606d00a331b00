public import Diagnostics

/// The environment failed: the disk refused, or the output may not be touched.
///
/// The summary of its diagnostic names the path and what the system said, its help the remedy.
public struct FileSystemError: Error, Hashable {
  /// What happened; always of severity `error`.
  public let diagnostic: Diagnostic

  /// Makes an error from a diagnostic.
  public init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }

  /// Says which rule a failure of the environment breaks.
  init(_ code: DiagnosticCode, _ summary: String, help: String = "", notes: [String] = []) {
    diagnostic = Diagnostic(
      code,
      .error,
      at: nil,
      summary,
      help: help,
      notes: notes.map { Diagnostic.Note($0) }
    )
  }

  /// Reports a refused call under a rule; its own remedy goes before that of the rule.
  init(_ code: DiagnosticCode, _ failure: SystemFailure) {
    self.init(code, failure.summary, help: failure.remedy)
  }
}

/// Runs calls of the system; the first refusal is reported under a rule.
func reporting<Value: ~Copyable>(
  _ code: DiagnosticCode,
  _ body: () throws(SystemFailure) -> Value
) throws(FileSystemError) -> Value {
  do throws(SystemFailure) {
    return try body()
  } catch {
    throw FileSystemError(code, error)
  }
}
