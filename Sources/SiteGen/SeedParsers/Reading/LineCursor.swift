/// Walks the lines of a seed once, forwards; counts its steps, so that a test can hold it to that.
struct LineCursor {
  let lines: [SeedLine]
  private(set) var index = 0
  /// How many lines were looked at.
  private(set) var visits = 0

  init(_ lines: [SeedLine]) { self.lines = lines }

  var isAtEnd: Bool { index >= lines.count }

  /// The line under the cursor.
  mutating func peek() -> SeedLine? {
    visits += 1
    return isAtEnd ? nil : lines[index]
  }

  /// The line under the cursor, which moves on.
  mutating func next() -> SeedLine? {
    guard let line = peek() else { return nil }
    index += 1
    return line
  }
}
