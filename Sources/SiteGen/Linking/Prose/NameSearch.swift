/// Tells quickly which texts may hold one of a few names, so that most are not read.
///
/// Of each name one part is looked for that has but one spelling: no space, hyphen or apostrophe.
/// Horspool, "Practical fast searching in strings" (1980): most bytes of a text are passed over.
struct NameSearch: Sendable {
  private struct Needle {
    let bytes: [UInt8]
    /// By the byte under its end, how far it may be moved.
    let steps: [Int]

    init(_ bytes: [UInt8]) {
      self.bytes = bytes
      var steps = [Int](repeating: bytes.count, count: 256)
      for (place, byte) in bytes.dropLast().enumerated() {
        steps[Int(byte)] = bytes.count - 1 - place
      }
      self.steps = steps
    }
  }

  /// None where some name has no part to look for: every text may hold it.
  private let needles: [Needle]?

  /// Shorter ones stand everywhere.
  private static let leastLength = 3

  init(_ names: [String]) {
    let parts = names.map { NameSearch.parts(of: Array($0.utf8)) }
    var uses: [[UInt8]: Int] = [:]
    for part in parts.joined() { uses[part, default: 0] += 1 }
    // A part that names share, such as a family name, is looked for once; else the longest.
    let chosen = parts.map { parts in
      parts.max { left, right in
        (uses[left] ?? 0, left.count) < (uses[right] ?? 0, right.count)
      }
    }
    needles =
      chosen.contains(nil) ? nil : Set(chosen.compactMap { $0 }).map { Needle($0) }
  }

  /// Whether a text may hold one of the names.
  func finds(in text: [UInt8]) -> Bool { text.withUnsafeBufferPointer { finds(in: $0) } }

  /// Whether words may hold one of the names.
  func finds(in words: String) -> Bool {
    var words = words
    return words.withUTF8 { finds(in: $0) }
  }

  private func finds(in text: UnsafeBufferPointer<UInt8>) -> Bool {
    needles?.contains { NameSearch.find($0, in: text) } ?? true
  }

  private static func find(_ needle: Needle, in text: UnsafeBufferPointer<UInt8>) -> Bool {
    needle.bytes.withUnsafeBufferPointer { bytes in
      needle.steps.withUnsafeBufferPointer { steps in
        var end = bytes.count - 1
        while end < text.count {
          let byte = text[end]
          if byte == bytes[bytes.count - 1] {
            var length = 1
            while length < bytes.count, text[end - length] == bytes[bytes.count - 1 - length] {
              length += 1
            }
            if length == bytes.count { return true }
          }
          end += steps[Int(byte)]
        }
        return false
      }
    }
  }

  /// The parts of a name that are long enough to be looked for.
  private static func parts(of name: [UInt8]) -> [[UInt8]] {
    name.withUnsafeBufferPointer { bytes in
      var parts: [[UInt8]] = []
      var (start, position) = (0, 0)
      while position < bytes.count {
        let unit = WordBytes.unit(at: position, in: bytes)
        let isSpelledInWays = [0x20, UInt8(ascii: "'"), UInt8(ascii: "-")].contains(unit.folded)
        if isSpelledInWays {
          parts.append(Array(bytes[start..<position]))
          start = position + unit.length
        }
        position += unit.length
      }
      parts.append(Array(bytes[start...]))
      return parts.filter { $0.count >= NameSearch.leastLength }
    }
  }
}
