/// A value and what was found wrong on the way to it.
///
/// Bad content never throws: a stage returns the best value it can and says what it doubts.
public struct Diagnosed<Value> {
  /// The value, usable even when there are diagnostics.
  public let value: Value
  /// What was found, in the order of finding.
  public let diagnostics: [Diagnostic]

  /// Pairs a value with its diagnostics.
  public init(_ value: Value, _ diagnostics: [Diagnostic] = []) {
    self.value = value
    self.diagnostics = diagnostics
  }
}

extension Diagnosed: Sendable where Value: Sendable {}
extension Diagnosed: Equatable where Value: Equatable {}
