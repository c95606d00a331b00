/// A text in Markdown as the passages between its blank lines, with all that stands between.
struct Paragraphs {
  private let bytes: [UInt8]
  /// Ranges without the line end that closes each, in order.
  private let ranges: [Range<Int>]
  /// The words of each, line ends as `\n`.
  let words: [[UInt8]]

  init(_ bytes: [UInt8]) {
    self.bytes = bytes
    ranges = Paragraphs.ranges(in: bytes)
    words = ranges.map { range in
      let lines = bytes[range].split(separator: 0x0A, omittingEmptySubsequences: false)
      return Array(
        lines.map { $0.last == 0x0D ? $0.dropLast() : $0 }.joined(separator: CollectionOfOne(0x0A))
      )
    }
  }

  /// Offsets of some paragraphs; of none, the place where they would stand.
  func place(of indices: Range<Int>) -> Range<Int> {
    guard let first = indices.first, let last = indices.last, ranges.indices.contains(last) else {
      let end =
        ranges.indices.contains(indices.lowerBound)
        ? ranges[indices.lowerBound].lowerBound : ranges.last?.upperBound ?? 0
      return end..<end
    }
    return ranges[first].lowerBound..<ranges[last].upperBound
  }

  /// The words of some paragraphs; nil for none.
  func text(of indices: Range<Int>) -> String? {
    guard !indices.isEmpty else { return nil }
    return String(decoding: Array(words[indices].joined(separator: [0x0A, 0x0A])), as: UTF8.self)
  }

  /// A merged text: what is ours keeps the lines around it, what is theirs stands between blank ones.
  func joined(_ merged: MergedList<[UInt8]>, with theirs: Paragraphs) -> [UInt8] {
    var joined = Array(bytes[..<(ranges.first?.lowerBound ?? bytes.count)])
    if joined.isEmpty { joined = [0x0A] }
    var before: MergedList<[UInt8]>.Part?
    for part in merged.parts {
      if let before {
        let isNext = !before.isTheirs && !part.isTheirs && part.index == before.index + 1
        joined += isNext ? gap(after: before.index) : [0x0A, 0x0A]
      }
      joined += part.isTheirs ? theirs.bytes[theirs.ranges[part.index]] : bytes[ranges[part.index]]
      before = part
    }
    return joined + [0x0A]
  }

  private func gap(after index: Int) -> [UInt8] {
    Array(bytes[ranges[index].upperBound..<ranges[index + 1].lowerBound])
  }

  private static func ranges(in bytes: [UInt8]) -> [Range<Int>] {
    var ranges: [Range<Int>] = []
    var open: Range<Int>?
    var start = 0
    while start < bytes.count {
      let end = bytes[start...].firstIndex(of: 0x0A) ?? bytes.count
      let isBlank = bytes[start..<end].allSatisfy { $0 == 0x20 || (0x09...0x0D).contains($0) }
      if isBlank {
        ranges += [open].compactMap { $0 }
        open = nil
      } else {
        let lineEnd = end > start && bytes[end - 1] == 0x0D ? end - 1 : end
        open = (open?.lowerBound ?? start)..<lineEnd
      }
      start = end + 1
    }
    return ranges + [open].compactMap { $0 }
  }
}
