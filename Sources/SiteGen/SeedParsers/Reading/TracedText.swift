import Diagnostics

/// A scalar and the bytes of the seed it was read from.
///
/// Eight bytes, for a seed is held in several states at once while it is repaired.
struct TracedScalar: Hashable, Sendable {
  /// The scalar in the lower 21 bits, the length of its source above them.
  private let packed: UInt32
  private let start: UInt32

  /// Packs a byte of ASCII that stands in the seed as it is.
  init(ascii byte: UInt8, at place: Int) {
    packed = UInt32(byte) | 1 << 21
    start = UInt32(clamping: place)
  }

  /// Packs a scalar with its source, which is never empty.
  ///
  /// What the generator writes in borrows the place of a neighbour. A source is kept to 2,047 bytes; seeds end long before the four gigabytes of `start`.
  init(scalar: Unicode.Scalar, source: Range<Int>) {
    packed = scalar.value | UInt32(min(source.count, 0x7FF)) << 21
    start = UInt32(clamping: source.lowerBound)
  }

  var scalar: Unicode.Scalar { Unicode.Scalar(value) ?? "\u{FFFD}" }

  /// The number of the scalar.
  var value: UInt32 { packed & 0x1F_FFFF }

  // Nearly all scalars are small letters without accents: they are known without the tables.
  @inline(__always) var isSpace: Bool { isPrintedASCII ? false : scalar.isSpace }
  @inline(__always) var isLetter: Bool { isPlainSmallLetter || scalar.isLetter }
  var isUpper: Bool { !isPlainSmallLetter && scalar.isUpper }
  var isLower: Bool { isPlainSmallLetter || scalar.isLower }
  var isDigit: Bool { value &- 0x30 < 10 }
  var isPlainSmallLetter: Bool { value &- 0x61 < 26 }
  private var isPrintedASCII: Bool { value &- 0x21 < 0x5F }

  /// The place of a byte of ASCII that stands in the seed alone; nil for all else.
  var plainPlace: Int? { packed < 0x80 | 1 << 21 && packed >= 1 << 21 ? Int(start) : nil }

  var source: Range<Int> {
    let low = Int(start)
    return low..<low + Int(packed >> 21)
  }
}

/// Text read from a seed, every scalar of which remembers its place.
///
/// Repairs (rejoined lines, composed letters, dropped spaces) act on this value, so that a field or
/// a body can be led back to the bytes it came from. Offsets count scalars.
struct TracedText: Hashable, Sendable {
  let path: String
  private(set) var scalars: [TracedScalar]

  init(path: String, scalars: [TracedScalar] = []) {
    self.path = path
    self.scalars = scalars
  }

  var count: Int { scalars.count }
  var isEmpty: Bool { scalars.isEmpty }

  var string: String { string(in: 0..<count) }
  var lowercased: String { lowercased(in: 0..<count) }

  /// A part as text, without a copy of its places.
  func string(in range: Range<Int>) -> String {
    // Signs that touch a word are mostly one.
    if range.count == 1, scalars.indices.contains(range.lowerBound),
      scalars[range.lowerBound].value < 0x80
    {
      return Self.signs[Int(scalars[range.lowerBound].value)]
    }
    return written(range, inLowerCase: false)
  }

  /// The scalars of ASCII, each as text.
  private static let signs = (0..<0x80).map { String(Character(Unicode.Scalar(UInt8($0)))) }

  /// A part in lower case.
  func lowercased(in range: Range<Int>) -> String {
    // Western letters have the other case at one distance; for others the tables are asked.
    let part = scalars[range.clamped(to: scalars.indices)]
    let isWestern =
      part.allBits < 0x100
      || part.allSatisfy { $0.value < 0x100 || (0x2010...0x203A).contains($0.value) }
    return isWestern ? written(range, inLowerCase: true) : string(in: range).lowercased()
  }

  /// Written where it stays, and without a look at each place: readers ask for every word.
  private func written(_ range: Range<Int>, inLowerCase: Bool) -> String {
    scalars.withUnsafeBufferPointer { scalars in
      let part = UnsafeBufferPointer(rebasing: scalars[range.clamped(to: scalars.indices)])
      let isASCII = part.allBits < 0x80
      var length = part.count
      if !isASCII {
        for traced in part where traced.value >= 0x80 { length += utf8Length(traced.value) - 1 }
      }
      return String(unsafeUninitializedCapacity: length) { room in
        guard var end = room.baseAddress else { return 0 }
        if isASCII, !inLowerCase {
          for index in 0..<length { end[index] = UInt8(truncatingIfNeeded: part[index].value) }
          return length
        }
        for traced in part {
          let value = inLowerCase ? lowercasedWestern(traced.value) : traced.value
          if value < 0x80 {
            end.pointee = UInt8(truncatingIfNeeded: value)
            end += 1
          } else {
            end += encode(value, to: end)
          }
        }
        return length
      }
    }
  }

  /// The bytes from the first to the last scalar; an empty text stands at the start of its file.
  var span: SourceSpan {
    var low = scalars.first?.source.lowerBound ?? 0
    var high = scalars.first?.source.upperBound ?? 0
    for scalar in scalars {
      low = min(low, scalar.source.lowerBound)
      high = max(high, scalar.source.upperBound)
    }
    return SourceSpan(path: path, range: low..<high)
  }

  subscript(range: Range<Int>) -> TracedText {
    // Most texts have nothing at their ends to be taken off.
    if range.lowerBound <= 0, range.upperBound >= count { return self }
    return TracedText(path: path, scalars: Array(scalars[range.clamped(to: 0..<count)]))
  }

  /// The scalar at an offset, nil outside the text.
  func scalar(at offset: Int) -> Unicode.Scalar? {
    scalars.indices.contains(offset) ? scalars[offset].scalar : nil
  }

  mutating func append(_ other: TracedText) { scalars += other.scalars }

  /// Appends a part of another text.
  mutating func append(_ other: TracedText, _ range: Range<Int>) {
    scalars += other.scalars[range]
  }

  mutating func append(_ scalar: TracedScalar) { scalars.append(scalar) }

  mutating func removeLast() { if !scalars.isEmpty { scalars.removeLast() } }

  /// Writes in what the seed does not hold; it is said to come from `place`.
  mutating func append(_ literal: String, from place: Range<Int>) {
    for scalar in literal.unicodeScalars {
      scalars.append(TracedScalar(scalar: scalar, source: place))
    }
  }

  /// The place that text written in at an offset borrows: that of the scalar there, else before.
  func place(at offset: Int) -> Range<Int> {
    if scalars.indices.contains(offset) { return scalars[offset].source }
    return scalars.last?.source ?? 0..<1
  }
}

extension TracedText {
  /// As UTF-8 with a map: a run of scalars that stands byte for byte in the seed is one segment.
  func composed() -> ComposedText {
    var bytes: [UInt8] = []
    var segments: [SourceMap.Segment] = []
    bytes.reserveCapacity(scalars.count + scalars.count / 16)
    // How far the bytes of the last segment stand from their source.
    var shift: Int?
    func note(_ source: Int, at text: Int) {
      guard source - text != shift else { return }
      shift = source - text
      segments.append(SourceMap.Segment(text: text, source: source))
    }
    var index = 0
    while index < scalars.count {
      let (traced, start) = (scalars[index], bytes.count)
      if let place = traced.plainPlace {
        var end = index + 1
        while end < scalars.count, scalars[end].plainPlace == place + end - index { end += 1 }
        note(place, at: start)
        bytes.append(contentsOf: repeatElement(0x20, count: end - index))
        var run = bytes.mutableSpan
        for place in index..<end {
          run[start + place - index] = UInt8(truncatingIfNeeded: scalars[place].value)
        }
        index = end
        continue
      }
      index += 1
      traced.scalar.appendUTF8(to: &bytes)
      for offset in start..<bytes.count {
        // A composed or foreign scalar is shorter or longer than its source: its first byte leads
        // to the first, its last to the last.
        let last = traced.source.upperBound - 1
        let inner = min(traced.source.lowerBound + offset - start, last)
        note(offset == bytes.count - 1 ? last : inner, at: offset)
      }
    }
    return ComposedText(bytes: bytes, map: SourceMap(path: path, segments: segments))
  }
}

extension Sequence<TracedScalar> {
  /// Every bit that is set in the number of some scalar: below 0x80 where all are ASCII.
  fileprivate var allBits: UInt32 { reduce(0) { $0 | $1.value } }
}

private func utf8Length(_ value: UInt32) -> Int {
  value < 0x80 ? 1 : value < 0x800 ? 2 : value < 0x1_0000 ? 3 : 4
}

private func lowercasedWestern(_ value: UInt32) -> UInt32 {
  let isUpper = (0x41...0x5A).contains(value) || (0xC0...0xDE).contains(value) && value != 0xD7
  return isUpper ? value + 0x20 : value
}

/// Writes a scalar beyond ASCII as UTF-8; gives its length.
private func encode(_ value: UInt32, to room: UnsafeMutablePointer<UInt8>) -> Int {
  let length = utf8Length(value)
  var rest = value
  for place in (1..<length).reversed() {
    room[place] = UInt8(truncatingIfNeeded: 0x80 | rest & 0x3F)
    rest >>= 6
  }
  let mark: UInt32 = length == 2 ? 0xC0 : length == 3 ? 0xE0 : 0xF0
  room.pointee = UInt8(truncatingIfNeeded: mark | rest)
  return length
}

extension Unicode.Scalar {
  /// Writes the scalar as UTF-8.
  func appendUTF8(to bytes: inout [UInt8]) {
    if value < 0x80 {
      bytes.append(UInt8(truncatingIfNeeded: value))
    } else if let encoded = UTF8.encode(self) {
      bytes.append(contentsOf: encoded)
    }
  }
}
