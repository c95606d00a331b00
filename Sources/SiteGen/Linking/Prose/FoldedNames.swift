/// Names as they are compared, in one buffer, in the order of their bytes.
struct FoldedNames {
  private var bytes: [UInt8] = []
  /// Where each name ends, by its place in the list.
  private var ends: [Int] = []
  /// The places in the list; of equal names the first stands first.
  private(set) var order: [Int32] = []

  var byteCount: Int { bytes.count }

  init(_ names: [String]) {
    for name in names {
      name.eachFoldedByte { bytes.append($0) }
      ends.append(bytes.count)
    }
    order = names.indices.map(Int32.init).sorted { left, right in
      let (first, second) = (bytes[range(left)], bytes[range(right)])
      return first.lexicographicallyPrecedes(second)
        || left < right && !second.lexicographicallyPrecedes(first)
    }
  }

  /// How the name at a place in the list begins.
  func head(of name: Int) -> WordHead { WordHead(of: bytes[range(Int32(name))]) }

  /// A byte of the name at a place in the order; nil behind its end.
  func byte(_ offset: Int, of place: Int) -> UInt8? {
    let range = range(order[place])
    return offset < range.count ? bytes[range.lowerBound + offset] : nil
  }

  /// What stands behind so many bytes of the name at a place in the order.
  func tail(behind depth: Int, of place: Int) -> ArraySlice<UInt8> {
    bytes[range(order[place])].dropFirst(depth)
  }

  private func range(_ name: Int32) -> Range<Int> {
    (name == 0 ? 0 : ends[Int(name) - 1])..<ends[Int(name)]
  }
}

extension String {
  /// Every byte as names are compared: a run of spaces is one, marks that count as one are one.
  func eachFoldedByte(_ take: (UInt8) -> Void) {
    let bytes = Array(utf8)
    bytes.withUnsafeBufferPointer { bytes in
      var position = 0
      while position < bytes.count {
        let unit = WordBytes.unit(at: position, in: bytes)
        if unit.folded != 0 {
          take(unit.folded)
        } else {
          for offset in 0..<unit.length { take(bytes[position + offset]) }
        }
        position += unit.length
        if unit.folded == UInt8(ascii: " ") {
          position = WordBytes.endOfSpaces(from: position, in: bytes)
        }
      }
    }
  }
}
