/// Ordinal numbers in figures, as French writes them.
public enum FrenchOrdinal {
  /// `1re`, `2e`, `3e`…
  public static func feminine(_ number: Int) -> String { number == 1 ? "1re" : "\(number)e" }
}
