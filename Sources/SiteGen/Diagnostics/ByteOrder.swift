extension String {
  /// Whether this text stands first when texts are in the order of their UTF-8 bytes, which no
  /// locale changes.
  public func precedesInBytes(_ other: String) -> Bool {
    let answer = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { left.precedes($0) }
    }
    return (answer ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Eight bytes at a time: paths and addresses begin alike.
  fileprivate func precedes(_ other: UnsafeBufferPointer<UInt8>) -> Bool {
    let (left, right) = (UnsafeRawBufferPointer(self), UnsafeRawBufferPointer(other))
    let common = Swift.min(left.count, right.count)
    var place = 0
    while place + 8 <= common {
      let first = left.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      let second = right.loadUnaligned(fromByteOffset: place, as: UInt64.self)
      if first != second { return first.bigEndian < second.bigEndian }
      place += 8
    }
    while place < common {
      if left[place] != right[place] { return left[place] < right[place] }
      place += 1
    }
    return left.count < right.count
  }
}
