import Diagnostics

/// Ranges of a text that links have taken, none of which overlap.
struct TakenRanges: Sendable {
  /// By their start.
  private var ranges: [Range<Int>] = []

  /// Takes ranges that may come in any order; of two that overlap the first in the text stays.
  init(_ ranges: [Range<Int>]) {
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) where !range.isEmpty {
      if let last = self.ranges.last, last.overlaps(range) { continue }
      self.ranges.append(range)
    }
  }

  /// Whether a part of a range is taken; looks at as many as the logarithm of their number.
  func overlaps(_ range: Range<Int>, counting work: inout WorkCount) -> Bool {
    let place = ranges.partitioningIndex { taken in
      work.add()
      return taken.upperBound > range.lowerBound
    }
    return place < ranges.count && ranges[place].lowerBound < range.upperBound
  }
}
