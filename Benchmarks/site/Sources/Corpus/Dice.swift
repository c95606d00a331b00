/// Pseudo-random choices, the same for the same seed on every machine (SplitMix64).
struct Dice {
  private var state: UInt64

  /// Starts anew for one record, so that each can be written without those before it.
  init(seed: UInt64, _ kind: RecordKind, _ index: Int) {
    state = seed &+ kind.rawValue &* 0xD1B5_4A32_D192_ED03 &+ UInt64(index) &* 0x8CB9_2BA7_2F3D_8DD7
    _ = next()
  }

  /// A number from 0 up to but not including a bound; a slight lean to small numbers is harmless.
  mutating func below(_ bound: Int) -> Int { Int(next() % UInt64(max(1, bound))) }

  /// A number in a range, its ends included.
  mutating func pick(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + below(range.upperBound - range.lowerBound + 1)
  }

  /// One of some choices.
  mutating func pick<Element>(_ choices: [Element]) -> Element { choices[below(choices.count)] }

  /// Different numbers below a bound, in the order of drawing.
  mutating func several(_ count: Int, below bound: Int) -> [Int] {
    var drawn: [Int] = []
    while drawn.count < min(count, bound) {
      let number = below(bound)
      if !drawn.contains(number) { drawn.append(number) }
    }
    return drawn
  }

  private mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }
}

/// What a record is; each kind has dice of its own.
enum RecordKind: UInt64 {
  case vocabulary = 1
  case issue, person, name, session, axis, series, organisation, reference
}
