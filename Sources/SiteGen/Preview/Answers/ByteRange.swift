/// What a field `Range` comes to for a body of some length (RFC 9110 §14).
enum RangeRequest: Hashable, Sendable {
  /// No range, or none that need be obeyed: the whole is sent.
  case whole
  /// These parts, in the order asked for, each within the body and not empty.
  case parts([Range<Int>])
  /// Only ranges that lie behind the end.
  case unsatisfiable

  /// So many parts are sent at most: more would only be asked for to make work.
  static let maximumParts = 16

  /// Reads the field.
  init(_ field: String, length: Int) {
    let halves = field.split(separator: "=", maxSplits: 1)
    guard halves.count == 2, isSameToken(trimmed(halves[0]), "bytes") else {
      self = .whole
      return
    }
    let written = halves[1].split(separator: ",").map(trimmed).filter { !$0.isEmpty }
    let specs = written.map { ByteRangeSpec($0) }
    guard !specs.isEmpty, specs.count <= RangeRequest.maximumParts else {
      self = .whole
      return
    }
    var ranges: [Range<Int>] = []
    for spec in specs {
      guard let spec else {
        self = .whole
        return
      }
      if let range = spec.range(in: length) { ranges.append(range) }
    }
    // Parts that overlap would multiply the body.
    if ranges.map(\.count).reduce(0, +) > length {
      self = .whole
    } else {
      self = ranges.isEmpty ? .unsatisfiable : .parts(ranges)
    }
  }
}

/// `0-499`, `500-` or `-500`.
private struct ByteRangeSpec {
  let first: Int?
  let last: Int?

  /// Nil when it is none of the three.
  init?(_ text: String) {
    let ends = text.split(separator: "-", maxSplits: 1, omittingEmptySubsequences: false)
    let isNumber = { (end: Substring) in end.utf8.allSatisfy { (0x30...0x39).contains($0) } }
    guard ends.count == 2, ends.allSatisfy(isNumber), !ends.allSatisfy(\.isEmpty) else {
      return nil
    }
    // A number too large for the machine lies behind every end.
    first = ends[0].isEmpty ? nil : Int(ends[0]) ?? Int.max
    last = ends[1].isEmpty ? nil : Int(ends[1]) ?? Int.max
    if let first, let last, last < first { return nil }
  }

  /// Nil when it lies behind the end.
  func range(in length: Int) -> Range<Int>? {
    guard let first else {
      let count = min(last ?? 0, length)
      return count == 0 ? nil : length - count..<length
    }
    guard first < length else { return nil }
    return first..<min(last ?? Int.max, length - 1) + 1
  }
}
