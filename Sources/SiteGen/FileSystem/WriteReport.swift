/// What writing the output came to, in files.
public struct WriteReport: Hashable, Sendable {
  /// New files and files whose bytes changed.
  public let written: Int
  /// Files that held the same bytes already; their times are kept.
  public let unchanged: Int
  /// Files of the last build that this one does not make.
  public let removed: Int
  /// Bytes of the files written.
  public let bytes: Int

  /// Makes a report.
  public init(written: Int, unchanged: Int, removed: Int, bytes: Int) {
    self.written = written
    self.unchanged = unchanged
    self.removed = removed
    self.bytes = bytes
  }
}
