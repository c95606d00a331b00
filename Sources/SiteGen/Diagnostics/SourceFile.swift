/// Gives the file at a site-relative path with the bytes that were read; nil where there is none, or
/// none any more.
public typealias TextReader = @Sendable (_ path: String) -> SourceFile?

/// A text of the site exactly as it was read, with the path that names it everywhere.
///
/// Spans point into `bytes`; nothing before this value repairs or decodes it.
public struct SourceFile: Hashable, Sendable {
  /// Path relative to the root of the site, with `/` between its parts (`Content/site.yaml`).
  public let path: String
  /// Content as read, normally UTF-8.
  public let bytes: [UInt8]
  /// Offset of the first byte that is no valid UTF-8, or nil; looked for once, since everyone who reads
  /// a text must know.
  public let firstInvalidUTF8Offset: Int?

  /// Makes a source file from its site-relative path and its content; linear in the content.
  public init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
    firstInvalidUTF8Offset = offsetOfInvalidUTF8(in: bytes)
  }

  /// Makes a source file from text, for values that never were on a disk.
  public init(path: String, text: String) {
    self.init(path: path, bytes: Array(text.utf8))
  }

  /// The range of the whole content.
  public var span: SourceSpan { SourceSpan(path: path, range: 0..<bytes.count) }
}
