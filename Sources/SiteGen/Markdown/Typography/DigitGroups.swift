/// The number being read, for the spaces between its groups of three digits.
struct DigitGroups {
  private var count = 0
  private var isGrouped = false
  private var isWhole = false

  /// Whether what was read can be the first groups of a number: one to three digits that stand
  /// apart, or groups already joined.
  var canJoin: Bool { isWhole && (isGrouped ? count == 3 : (1...3).contains(count)) }

  /// Counts a digit; a decimal, a code or a year does not start a number of several groups.
  mutating func add(after previous: CharacterClass) {
    if previous == .digit {
      count += 1
    } else {
      count = 1
      isGrouped = false
      isWhole = previous == .start || previous == .space || previous == .opening
    }
  }

  /// Counts the first digit of a group that continues the number.
  mutating func join() {
    count = 1
    isGrouped = true
  }

  /// Whether exactly three digits stand at an offset.
  static func isGroup(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    func isDigit(_ offset: Int) -> Bool {
      offset < text.count && (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(text[offset])
    }
    return isDigit(offset) && isDigit(offset + 1) && isDigit(offset + 2) && !isDigit(offset + 3)
  }
}
