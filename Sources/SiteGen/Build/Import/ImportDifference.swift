public import Diagnostics

/// Something that a text now says otherwise than when it was imported.
public struct ImportDifference: Hashable, Sendable {
  /// What came of it.
  public enum Outcome: Hashable, Sendable {
    /// The file takes the words of the text: nobody had edited the old ones.
    case taken
    /// The file keeps the editor's words, who changed the same.
    case conflict
  }

  /// A field (`date`) or a place of the text (`paragraph 3`).
  public let part: String
  /// What came of it.
  public let outcome: Outcome
  /// What the import before wrote; nil for nothing.
  public let earlier: String?
  /// What the editor's file says; nil for nothing.
  public let yours: String?
  /// What the text says now; nil for nothing.
  public let proposed: String?
  /// Where the editor's words stand.
  public let place: SourceSpan
  /// Where the words of the text stand.
  public let origin: SourceSpan?
}

extension ImportDifference {
  /// The conflict as a diagnostic; nil for what was taken.
  var diagnostic: Diagnostic? {
    guard outcome == .conflict else { return nil }
    var notes: [Diagnostic.Note] = []
    notes.append(.init("the text now says \(quoted(proposed))", at: origin))
    notes.append(.init("the import before wrote \(quoted(earlier))"))
    return Diagnostic(
      ImportDiagnostics.conflict,
      .warning,
      at: place,
      "\(part) stays as you wrote it, and the text has changed too",
      notes: notes
    )
  }

  private func quoted(_ words: String?) -> String { words.map { "\"\($0)\"" } ?? "nothing" }
}
