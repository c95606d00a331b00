// A table of data: base letters and the letters they make with each combining mark.

/// Letters that conversions of PDF pages leave in two parts: a base and a combining mark.
///
/// Covers the marks of French and its neighbours; other pairs are left as they stand. (Unicode
/// Standard Annex 15, canonical composition, restricted to Latin letters.)
public enum LetterComposition {
  private static let rows: [(mark: Unicode.Scalar, bases: String, composed: String)] = [
    ("\u{300}", "AEIOUaeiou", "ÀÈÌÒÙàèìòù"),
    ("\u{301}", "AEIOUYaeiouyCcLlNnRrSsZz", "ÁÉÍÓÚÝáéíóúýĆćĹĺŃńŔŕŚśŹź"),
    ("\u{302}", "AEIOUaeiouCcGgHhJjSsWwYy", "ÂÊÎÔÛâêîôûĈĉĜĝĤĥĴĵŜŝŴŵŶŷ"),
    ("\u{303}", "ANOanoIiUu", "ÃÑÕãñõĨĩŨũ"),
    ("\u{304}", "AaEeIiOoUu", "ĀāĒēĪīŌōŪū"),
    ("\u{306}", "AaEeGgIiOoUu", "ĂăĔĕĞğĬĭŎŏŬŭ"),
    ("\u{307}", "CcEeGgZz", "ĊċĖėĠġŻż"),
    ("\u{308}", "AEIOUaeiouyY", "ÄËÏÖÜäëïöüÿŸ"),
    ("\u{30A}", "AaUu", "ÅåŮů"),
    ("\u{30B}", "OoUu", "ŐőŰű"),
    ("\u{30C}", "CcDdEeNnRrSsTtZz", "ČčĎďĚěŇňŘřŠšŤťŽž"),
    ("\u{327}", "CcGgKkLlNnRrSsTt", "ÇçĢģĶķĻļŅņŖŗŞşŢţ"),
    ("\u{328}", "AaEeIiUu", "ĄąĘęĮįŲų"),
  ]

  /// The letter that a base makes with a mark, or nil.
  public static func compose(_ base: Unicode.Scalar, _ mark: Unicode.Scalar) -> Unicode.Scalar? {
    guard (0x300...0x328).contains(mark.value),
      let row = rows.first(where: { $0.mark == mark })
    else { return nil }
    return zip(row.bases.unicodeScalars, row.composed.unicodeScalars)
      .first { $0.0 == base }?.1
  }

  /// A text whose letters in two parts are made one; linear.
  public static func composed(_ text: String) -> String {
    guard text.unicodeScalars.contains(where: { (0x300...0x328).contains($0.value) }) else {
      return text
    }
    var scalars = String.UnicodeScalarView()
    for scalar in text.unicodeScalars {
      if let last = scalars.last, let letter = compose(last, scalar) {
        scalars.removeLast()
        scalars.append(letter)
      } else {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }
}
