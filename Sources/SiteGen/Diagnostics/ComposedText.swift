/// A text put together from a source: the body of a page, a repaired seed, a field in several
/// lines; with the way back to the bytes it came from.
public struct ComposedText: Hashable, Sendable {
  /// UTF-8.
  public let bytes: [UInt8]
  /// Leads every offset of `bytes` back to its source.
  public let map: SourceMap

  /// Pairs a text with its way back.
  public init(bytes: [UInt8], map: SourceMap) {
    self.bytes = bytes
    self.map = map
  }

  /// A file whole.
  public init(of file: SourceFile) {
    self.init(of: file, range: 0..<file.bytes.count)
  }

  /// A part of a file, copied as it stands; the range is cut to the file.
  public init(of file: SourceFile, range: Range<Int>) {
    let range = range.clamped(to: 0..<file.bytes.count)
    bytes = Array(file.bytes[range])
    map = SourceMap(path: file.path, verbatimFrom: range.lowerBound)
  }

  /// Text whose every byte came from one place (a value that YAML has unfolded).
  public init(_ text: String, from span: SourceSpan) {
    bytes = Array(text.utf8)
    map = SourceMap(path: span.path, verbatimFrom: span.range.lowerBound)
  }

  /// Whether there is nothing but white space.
  public var isBlank: Bool { bytes.allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) } }
}
