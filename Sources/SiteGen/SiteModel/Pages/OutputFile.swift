/// A file of the finished site: where it goes and what it holds.
public struct OutputFile: Hashable, Sendable {
  /// What a file holds.
  public enum Contents: Hashable, Sendable {
    /// These bytes.
    case bytes([UInt8])
    /// The bytes of a file of the site, named by its path relative to the root of the site.
    case copy(ofSource: String)
  }

  /// Where it goes.
  public let path: OutputPath
  /// What it holds.
  public let contents: Contents

  /// Makes a file of the output.
  public init(path: OutputPath, contents: Contents) {
    self.path = path
    self.contents = contents
  }
}
