import Diagnostics
import Support
import Testing

struct ByteOrderTests {
  @Test(arguments: 0..<40 as Range<UInt64>)
  func isThatOfTheBytes(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    // Few letters, so that many texts begin alike; one of them of two bytes, one above it of three.
    let texts = (0..<40).map { _ in
      String(
        (0..<Int.random(in: 0...20, using: &random)).map { _ in
          ["a", "a", "a", "b", "é", "\u{FFFD}"].randomElement(using: &random) ?? "a"
        }
      )
    }
    for left in texts {
      for right in texts {
        let precedes = Array(left.utf8).lexicographicallyPrecedes(Array(right.utf8))
        #expect(left.precedesInBytes(right) == precedes, "\(left) before \(right)")
      }
    }
  }
}
