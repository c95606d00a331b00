/// Tells quickly which texts may hold one of a few names, so that most are not read.
///
/// Of each name the longest part is looked for that has but one spelling: no space, hyphen or
/// apostrophe. Horspool, "Practical fast searching in strings" (1980): most bytes of a text are
/// passed over.
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
    var parts: Set<[UInt8]> = []
    for name in names { parts.insert(NameSearch.longestPart(of: Array(name.utf8))) }
    needles =
      parts.allSatisfy { $0.count >= NameSearch.leastLength }
      ? parts.map { Needle($0) } : nil
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

  private static func longestPart(of name: [UInt8]) -> [UInt8] {
    name.withUnsafeBufferPointer { bytes in
      var (best, part): (Range<Int>, Range<Int>) = (0..<0, 0..<0)
      var position = 0
      while position < bytes.count {
        let unit = WordBytes.unit(at: position, in: bytes)
        position += unit.length
        let hasSpellings = [0x20, UInt8(ascii: "'"), UInt8(ascii: "-")].contains(unit.folded)
        part = hasSpellings ? position..<position : part.lowerBound..<position
        if part.count > best.count { best = part }
      }
      return Array(bytes[best])
    }
  }
}
