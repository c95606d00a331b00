import Diagnostics
import Support
import Testing

struct PartitioningIndexTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func isWhereAWalkWouldEnd(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    let list = (0..<Int.random(in: 0...40, using: &random))
      .map { _ in Int.random(in: 0...20, using: &random) }.sorted()
    for limit in -1...21 {
      var asked = 0
      let found = list.partitioningIndex { element in
        asked += 1
        return element >= limit
      }
      let walked = list.firstIndex { $0 >= limit } ?? list.count
      #expect(found == walked)
      #expect(asked <= 6, "of forty, halving leaves one after six questions")
      let part = list.dropFirst(2)
      let foundInPart = part.partitioningIndex { $0 >= limit }
      #expect(foundInPart == part.firstIndex { $0 >= limit } ?? part.endIndex)
    }
  }
}
