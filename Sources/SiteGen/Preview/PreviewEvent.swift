public import Diagnostics
public import FileSystem

/// What a preview has to say while it runs.
public enum PreviewEvent: Sendable {
  /// The site was built, and browsers show it.
  case built(PreviewBuild)
  /// The last good site is shown still, with the reasons; `problems` holds at least one error.
  case failed(PreviewProblems)
  /// The folder of the site is gone; it is waited for.
  case lost(FileSystemError)
  /// The system does not tell of changes any more; all files are looked at instead.
  case slowed(FileSystemError)
}

/// A build that succeeded.
public struct PreviewBuild: Sendable {
  /// All pages of the site.
  public let pages: Int
  /// Pages that are new or differ from what was shown before.
  public let changedPages: Int
  /// Other files that are new or differ.
  public let changedFiles: Int
  /// Files that are gone.
  public let removed: Int
  /// The sources that were saved, in order; empty for the first build, and where nobody can say.
  public let saved: [String]
  /// From the last step of the save to the news for browsers.
  public internal(set) var duration = Duration.zero
  /// What the build found and the one before did not, in the order of stages.
  public internal(set) var newDiagnostics: [Diagnostic] = []
  /// For printing places.
  public let sources: [SourceFile]
}

/// A build that failed.
public struct PreviewProblems: Sendable {
  /// Everything found, in the order of stages.
  public let diagnostics: [Diagnostic]
  /// For printing places.
  public let sources: [SourceFile]
  /// How long it took to find out.
  public let duration: Duration
}
