import Markup

/// The months in French; the system's locale is never asked.
public enum FrenchMonths {
  /// Names in order, in lower case.
  public static let names = [
    "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre",
    "octobre", "novembre", "décembre",
  ]

  /// Number of a month, 1 to 12, from its name with or without accents, in any case.
  public static func number(of name: some StringProtocol) -> Int? {
    numbers[slugify(name)]
  }

  /// By folded name: texts are asked word by word whether one is a month.
  private static let numbers = Dictionary(
    uniqueKeysWithValues: names.enumerated().map { (slugify($1), $0 + 1) }
  )
}

extension PartialDate {
  /// `1er juin 2020`, `juin 2020` or `2020`, with no-break spaces after the day.
  public var frenchText: String {
    guard let month else { return String(year) }
    let name = FrenchMonths.names[month - 1]
    guard let day else { return "\(name) \(year)" }
    return "\(day == 1 ? "1er" : String(day))\u{A0}\(name) \(year)"
  }
}
