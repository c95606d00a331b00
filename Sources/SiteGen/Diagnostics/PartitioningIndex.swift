extension RandomAccessCollection {
  /// The first place whose element belongs behind, as Swift Algorithms name it; the end when none
  /// does.
  ///
  /// Elements that do not belong behind must all stand before those that do, as in a list in order.
  /// Asks a logarithm of their number.
  @inlinable
  public func partitioningIndex(where belongsBehind: (Element) -> Bool) -> Index {
    var start = startIndex
    var length = count
    while length > 0 {
      let half = length / 2
      let middle = index(start, offsetBy: half)
      if belongsBehind(self[middle]) {
        length = half
      } else {
        start = index(after: middle)
        length -= half + 1
      }
    }
    return start
  }
}
