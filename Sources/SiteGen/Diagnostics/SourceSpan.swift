/// A range of a source file, in half-open UTF-8 offsets from its first byte.
public struct SourceSpan: Hashable, Sendable, Comparable {
  /// Path of the file, relative to the root of the site.
  public let path: String
  /// Half-open range of 0-based UTF-8 offsets.
  public let range: Range<Int>

  /// Makes a span.
  public init(path: String, range: Range<Int>) {
    self.path = path
    self.range = range
  }

  /// Orders by path (bytes), then start, then end.
  public static func < (left: SourceSpan, right: SourceSpan) -> Bool {
    if left.path != right.path {
      return left.path.precedesInBytes(right.path)
    }
    if left.range.lowerBound != right.range.lowerBound {
      return left.range.lowerBound < right.range.lowerBound
    }
    return left.range.upperBound < right.range.upperBound
  }
}
