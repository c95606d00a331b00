/// A source file to be written: what it held when it was read, and what it is to hold.
public struct SourceEdit: Hashable, Sendable {
  /// Path relative to the root of the site, below `Content/` or `seeds/`.
  public let path: String
  /// What was read; nil where there was no file.
  public let old: [UInt8]?
  /// What is to be written.
  public let new: [UInt8]

  /// Makes an edit.
  public init(path: String, old: [UInt8]?, new: [UInt8]) {
    self.path = path
    self.old = old
    self.new = new
  }
}
