import Markup
import Testing

/// A list that nobody shares holds what an array would.
struct FlatListTests {
  @Test(arguments: 0...40)
  func itHoldsWhatWasAppended(length: Int) {
    var list = FlatList<UInt8>(capacity: length / 3)
    var array: [UInt8] = []
    let run = (0..<length).map { UInt8($0) }
    for round in 0..<5 {
      run.withUnsafeBufferPointer { list.append(contentsOf: $0) }
      list.append(contentsOf: run[(length / 2)...])
      list.append(repeating: UInt8(round), count: length)
      list.append(UInt8(ascii: "-"))
      list.append("été")
      list.append(0x0A09_0807_0605_0403, count: round)
      array += run + run[(length / 2)...] + [UInt8](repeating: UInt8(round), count: length)
      array += [UInt8(ascii: "-")] + Array("été".utf8) + (3..<UInt8(3 + round))
    }
    list[0] = 7
    array[0] = 7
    var copied: [UInt8] = []
    copied.append(contentsOf: list)
    let (last, count) = (list[list.count - 1], list.count)
    #expect(copied == array)
    #expect(last == array.last)
    #expect(count == array.count)
  }

  /// In the room of the array, at its end, and behind it.
  @Test(arguments: [0, 1, 39, 40, 41, 100])
  func anArrayHoldsWhatWasAppendedWhateverItsRoom(room: Int) {
    let bytes = [UInt8](room: room) { list in
      for byte in 0..<40 { list.append(UInt8(byte)) }
    }
    #expect(bytes == Array(0..<40))
    #expect([UInt8](room: room) { _ in } == [])
  }

  @Test func whatIsRemovedMakesRoomForOthers() {
    var list = FlatList<Int>(capacity: 2)
    for number in 0..<5 { list.append(number) }
    list.removeLast()
    list.removeLast(2)
    list.append(9)
    let left = list.withUnsafeBufferPointer { Array($0) }
    #expect(left == [0, 1, 9])
  }

  @Test(arguments: [0, 7, 10, 99, 100, 99_999_999, 100_000_000, .max, -3, .min])
  func numbersAreWrittenInDigits(number: Int) {
    var list = FlatList<UInt8>(capacity: 1)
    list.append(literal: "n-")
    list.append(decimal: number)
    var copied: [UInt8] = []
    copied.append(contentsOf: list)
    #expect(String(decoding: copied, as: UTF8.self) == "n-\(number)")
  }

  @Test(arguments: 0...40)
  func bytesAreAppendedUpToTheFirstThatIsMarked(length: Int) {
    for place in 0...length {
      for start in 0...place {
        var bytes = [UInt8](repeating: UInt8(ascii: "a"), count: length)
        if place < length { bytes[place] = UInt8(ascii: "#") }
        // The range may end before the mark.
        for rangeEnd in [length, max(start, length / 2)] {
          var list = FlatList<UInt8>(capacity: 0)
          let end = bytes.withUnsafeBufferPointer { bytes in
            list.append(bytes, in: start..<rangeEnd) { $0.marks(of: UInt8(ascii: "#")) }
          }
          var copied: [UInt8] = []
          copied.append(contentsOf: list)
          #expect(end == min(place, rangeEnd))
          #expect(copied == Array(bytes[start..<min(place, rangeEnd)]))
        }
      }
    }
  }

  @Test(arguments: 1...20)
  func wordsAndVectorsHaveZerosBehindTheEnd(length: Int) {
    let bytes = (1...length).map { UInt8($0) }
    for place in 0..<length {
      let word = bytes.withUnsafeBufferPointer { $0.word(at: place) }
      let expected = (0..<8).map { place + $0 < length ? bytes[place + $0] : 0 }
      let found = (0..<8).map { UInt8(truncatingIfNeeded: word >> UInt64(8 * $0)) }
      #expect(found == expected)
      let vector = bytes.withUnsafeBufferPointer { $0.vector(at: place) }
      #expect(
        vector.indices.map { vector[$0] } == (0..<16).map { bytes.dropFirst(place + $0).first ?? 0 }
      )
    }
  }
}
