import Samples

/// Damages a text in one to eight places, the same way for the same generator.
func damage(
  _ source: [UInt8],
  marks: [String],
  _ generator: inout SeededGenerator
) -> [UInt8] {
  var bytes = source
  for _ in 0..<Int.random(in: 1...8, using: &generator) where !bytes.isEmpty {
    let place = Int.random(in: 0..<bytes.count, using: &generator)
    let end = min(bytes.count, place + Int.random(in: 1...40, using: &generator))
    switch Int.random(in: 0..<8, using: &generator) {
    case 0: bytes[place] = UInt8.random(in: 0...255, using: &generator)
    case 1: bytes.removeSubrange(place..<end)
    case 2: bytes.removeSubrange(place...)
    case 3: bytes.insert(contentsOf: Array(bytes[place..<end]), at: place)
    case 4:
      let other = Int.random(in: 0..<bytes.count, using: &generator)
      bytes.insert(contentsOf: Array(bytes[place..<end]), at: other)
    case 5: bytes[place] ^= 1 << UInt8.random(in: 0..<8, using: &generator)
    default:
      let mark = marks[Int.random(in: 0..<marks.count, using: &generator)]
      let count = Int.random(in: 0..<40, using: &generator) == 0 ? 60 : 1
      bytes.insert(contentsOf: (0..<count).flatMap { _ in Array(mark.utf8) }, at: place)
    }
  }
  return bytes
}
