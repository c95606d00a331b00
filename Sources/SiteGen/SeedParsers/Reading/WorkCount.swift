/// How much a reader has looked at: lines, words, candidates.
///
/// Costs of reading must grow as the text does. Times cannot say so in a test, this count can:
/// readers add to it wherever they might look at one thing more than once.
public struct WorkCount: Hashable, Sendable {
  /// How many things were looked at.
  public private(set) var steps = 0

  /// Begins at nothing.
  public init() {}

  /// Adds what one step looked at.
  public mutating func add(_ count: Int = 1) { steps += count }
}
