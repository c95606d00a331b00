/// The folder the finished site is written to.
public struct OutputDirectory: Hashable, Sendable {
  /// Its path, absolute or relative to the working directory; the last part need not exist.
  public let path: String

  /// Names a folder; nothing is looked up.
  public init(path: String) {
    self.path = path
  }
}
