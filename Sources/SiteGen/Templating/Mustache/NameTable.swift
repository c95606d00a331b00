/// Numbers for names, found by bytes without touching a reference count.
///
/// An open hash table over flat arrays; numbers are given in the order of first sight.
struct NameTable: Hashable, Sendable {
  private var bytes: [UInt8] = []
  private var ends: [Int32] = []
  /// Number of a name or -1; a power of two, at most half full.
  private var slots = [Int32](repeating: -1, count: 16)

  var count: Int { ends.count }

  /// The number of a name, given now if it is new.
  mutating func intern(_ name: ArraySlice<UInt8>) -> Int32 {
    name.withUnsafeBufferPointer { name in
      if let known = self.number(of: name) { return known }
      let number = Int32(ends.count)
      bytes.append(contentsOf: name)
      ends.append(Int32(bytes.count))
      if ends.count * 2 > slots.count { grow() } else { place(number, name) }
      return number
    }
  }

  /// The number of a name, or nil when it was never interned.
  func number(of name: UnsafeBufferPointer<UInt8>) -> Int32? {
    var slot = NameTable.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = slots[slot]
      if isEqual(number, name) { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }

  /// The number of a name, or nil when it was never interned.
  func number(of name: String) -> Int32? {
    let answer = name.utf8.withContiguousStorageIfAvailable { number(of: $0) }
    return answer ?? Array(name.utf8).withUnsafeBufferPointer { number(of: $0) }
  }

  /// The name that bears a number.
  func name(_ number: Int32) -> String {
    String(decoding: bytes[range(Int(number))], as: UTF8.self)
  }

  /// The same names numbered in the order of their bytes, and the new number of each old one.
  func sortedByBytes() -> (table: NameTable, newNumbers: [Int32]) {
    let order = (0..<count).sorted {
      bytes[range($0)].lexicographicallyPrecedes(bytes[range($1)])
    }
    var table = NameTable()
    var newNumbers = [Int32](repeating: 0, count: count)
    for old in order { newNumbers[old] = table.intern(bytes[range(old)]) }
    return (table, newNumbers)
  }

  private func range(_ index: Int) -> Range<Int> {
    (index == 0 ? 0 : Int(ends[index - 1]))..<Int(ends[index])
  }

  private func isEqual(_ number: Int32, _ name: UnsafeBufferPointer<UInt8>) -> Bool {
    let range = range(Int(number))
    guard range.count == name.count else { return false }
    return bytes.withUnsafeBufferPointer { bytes in
      for index in 0..<name.count where bytes[range.lowerBound + index] != name[index] {
        return false
      }
      return true
    }
  }

  private mutating func grow() {
    slots = [Int32](repeating: -1, count: slots.count * 2)
    for number in 0..<ends.count {
      let name = Array(bytes[range(number)])
      name.withUnsafeBufferPointer { place(Int32(number), $0) }
    }
  }

  private mutating func place(_ number: Int32, _ name: UnsafeBufferPointer<UInt8>) {
    var slot = NameTable.hash(name) & (slots.count - 1)
    while slots[slot] >= 0 { slot = (slot + 1) & (slots.count - 1) }
    slots[slot] = number
  }

  /// Of the length and three bytes: every field of every page is looked up, few names have all of
  /// these in common, and those that are found are compared anyway.
  private static func hash(_ name: UnsafeBufferPointer<UInt8>) -> Int {
    guard let first = name.first else { return 0 }
    let (middle, last) = (name[name.count / 2], name[name.count - 1])
    var hash = UInt32(truncatingIfNeeded: name.count) << 24 | UInt32(first) << 16
    hash = (hash | UInt32(middle) << 8 | UInt32(last)) &* 2_654_435_761
    return Int(hash ^ (hash >> 15))
  }
}
