/// A citation style or its words, which a site may take from the system instead of holding it.
public enum InstalledFile: Hashable, Sendable {
  /// The style of a name (`apa`).
  case style(String)
  /// The locale of a language (`de-DE`).
  case locale(String)

  /// The folders where Debian's packages `citation-style-language-styles` and
  /// `citation-style-language-locales` put styles; the independent ones first.
  public static let styleFolders = [
    "/usr/share/citation-style-language/styles",
    "/usr/share/citation-style-language/styles/dependent",
  ]

  /// Where the file may stand, the likeliest place first; empty when the name is no file name.
  public var paths: [String] {
    let name =
      switch self {
      case .style(let name), .locale(let name): name
      }
    guard !name.hasPrefix("."), !name.isEmpty, !name.utf8.contains(where: { $0 == 0x2F || $0 == 0 })
    else { return [] }
    return switch self {
    case .style: InstalledFile.styleFolders.map { "\($0)/\(name).csl" }
    case .locale: ["/usr/share/citation-style-language/locales/locales-\(name).xml"]
    }
  }
}
