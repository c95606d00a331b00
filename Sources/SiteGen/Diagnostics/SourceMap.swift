/// Leads from a text that was put together (a repaired seed, the body of a page) back to the
/// bytes it was taken from.
public struct SourceMap: Hashable, Sendable {
  /// From `text` on, the composed text was copied from `source` on, byte for byte.
  public struct Segment: Hashable, Sendable {
    /// Offset in the composed text.
    public let text: Int
    /// Offset in the source file.
    public let source: Int

    /// Makes a segment.
    public init(text: Int, source: Int) {
      self.text = text
      self.source = source
    }
  }

  /// Path of the source file.
  public let path: String
  /// Segments by ascending `text`; the first begins at 0 unless the text is empty.
  public let segments: [Segment]

  /// Makes a map from segments in ascending order.
  public init(path: String, segments: [Segment]) {
    self.path = path
    self.segments = segments
  }

  /// The map of a text copied whole from `offset` of a file.
  public init(path: String, verbatimFrom offset: Int) {
    self.init(path: path, segments: [Segment(text: 0, source: offset)])
  }

  /// The range of the source that a range of the composed text was taken from; logarithmic.
  public func span(of range: Range<Int>) -> SourceSpan {
    let start = source(of: range.lowerBound)
    let end = range.isEmpty ? start : source(of: range.upperBound - 1) + 1
    return SourceSpan(path: path, range: start..<max(start, end))
  }

  /// The pieces of a range that were copied whole, each with the offset it was copied from.
  public func pieces(of range: Range<Int>) -> [(text: Range<Int>, source: Int)] {
    var pieces: [(text: Range<Int>, source: Int)] = []
    var next = place(behind: range.lowerBound)
    var start = range.lowerBound
    while start < range.upperBound {
      let end =
        next < segments.count ? min(segments[next].text, range.upperBound) : range.upperBound
      pieces.append((start..<end, source(of: start)))
      start = end
      next += 1
    }
    return pieces
  }

  /// The range of the source in which every piece of a range of the composed text begins, in
  /// whatever order they were put together; linear in the segments.
  public func extent(of range: Range<Int>) -> SourceSpan {
    let span = span(of: range)
    let starts = segments.lazy.filter { range.contains($0.text) }.map(\.source)
    let first = min(span.range.lowerBound, starts.min() ?? span.range.lowerBound)
    let last = max(span.range.upperBound, starts.max() ?? span.range.upperBound)
    return SourceSpan(path: path, range: first..<last)
  }

  private func source(of offset: Int) -> Int {
    let next = place(behind: offset)
    guard next > 0 else { return segments.first?.source ?? 0 }
    let segment = segments[next - 1]
    return segment.source + offset - segment.text
  }

  /// The place of the first segment that begins behind an offset.
  private func place(behind offset: Int) -> Int {
    segments.partitioningIndex { $0.text > offset }
  }
}
