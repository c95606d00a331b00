public import Diagnostics

/// The server could not begin.
public struct PreviewError: Error, Hashable {
  /// What happened; always of severity `error`.
  public let diagnostic: Diagnostic

  init(_ diagnostic: Diagnostic) {
    self.diagnostic = diagnostic
  }
}
