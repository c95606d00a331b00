/// How much a diagnostic weighs.
public enum Severity: String, Hashable, Sendable, CaseIterable {
  /// A page would be wrong or missing: nothing is written.
  case error
  /// The page is correct but poorer.
  case warning
  /// Worth knowing.
  case note
}

/// One thing found wrong, with its place and its remedy.
public struct Diagnostic: Hashable, Sendable {
  /// A second place that explains the first ("first defined here").
  public struct Note: Hashable, Sendable {
    /// What stands there.
    public let text: String
    /// Where.
    public let span: SourceSpan?

    /// Makes a note.
    public init(_ text: String, at span: SourceSpan? = nil) {
      self.text = text
      self.span = span
    }
  }

  /// Which rule is broken.
  public let code: DiagnosticCode
  /// How much it weighs.
  public let severity: Severity
  /// The narrowest range that is wrong; nil when no text is to blame.
  public let span: SourceSpan?
  /// What is wrong, the most specific word first, without full stop.
  public let summary: String
  /// How to mend this very case, where the remedy of the code is too general; empty otherwise.
  public let help: String
  /// Second places, in the order they should be read.
  public let notes: [Note]
  /// What a machine can do about it; nil where a person must decide.
  public let fix: Fix?

  /// Makes a diagnostic.
  public init(
    _ code: DiagnosticCode,
    _ severity: Severity,
    at span: SourceSpan?,
    _ summary: String,
    help: String = "",
    notes: [Note] = [],
    fix: Fix? = nil
  ) {
    self.code = code
    self.severity = severity
    self.span = span
    self.summary = summary
    self.help = help
    self.notes = notes
    self.fix = fix
  }

  /// The files that its places are in, with those of its remedy; some may stand there twice.
  public var paths: [String] {
    let places = [span] + notes.map(\.span)
    return places.compactMap { $0?.path } + (fix?.edits ?? []).map(\.span.path)
  }

  /// The same diagnostic with another weight.
  public func with(severity: Severity) -> Diagnostic {
    Diagnostic(code, severity, at: span, summary, help: help, notes: notes, fix: fix)
  }
}

extension Sequence<Diagnostic> {
  /// Whether one of them keeps the site from being written.
  public var containsError: Bool { contains { $0.severity == .error } }

  /// In the order of printing: by place (those without one first), then code, then summary.
  public func sortedForPrinting() -> [Diagnostic] {
    sorted { left, right in
      if left.span != right.span {
        guard let leftSpan = left.span else { return true }
        guard let rightSpan = right.span else { return false }
        return leftSpan < rightSpan
      }
      if left.code.id != right.code.id { return left.code.id < right.code.id }
      return left.summary.precedesInBytes(right.summary)
    }
  }
}
