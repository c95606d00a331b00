/// Ordinal numbers in figures, as French writes them.
public enum FrenchOrdinal {
  /// The feminine form: `1re`, then `2e`, `3e` and so on.
  public static func feminine(_ number: Int) -> String { number == 1 ? "1re" : "\(number)e" }
}
