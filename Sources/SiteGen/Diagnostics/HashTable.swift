/// Numbers, found by the hashes of what they stand for.
///
/// For what is looked up millions of times and brings a good hash along: `Dictionary` would hash
/// that anew. Whoever asks compares; the table knows nothing but numbers.
public struct HashTable: Sendable {
  /// From the place that its hash names onward, each number; -1 where there is none.
  ///
  /// At least half are empty, so that a search ends after a step or two.
  @usableFromInline var slots: [Int32]

  /// Makes an empty table with room for so many numbers.
  public init(room: Int) {
    slots = [-1, -1]
    while slots.count < room * 2 { slots += slots }
  }

  /// Finds the number that stands for what is sought.
  ///
  /// - Parameters:
  ///   - hash: of what is sought; its low bits must differ from those of most others.
  ///   - isSought: whether a number stands for it; asked of few that do not.
  /// - Returns: the number; nil where there is none.
  @inlinable
  public func number(at hash: UInt64, where isSought: (Int) -> Bool) -> Int? {
    var slot = place(of: hash)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if isSought(number) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// Adds a number that is not there yet; at most as many as there is room for.
  public mutating func insert(_ number: Int, at hash: UInt64) {
    var slot = place(of: hash)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = Int32(number)
  }

  @usableFromInline
  func place(of hash: UInt64) -> Int {
    Int(truncatingIfNeeded: hash) & (slots.count - 1)
  }
}
