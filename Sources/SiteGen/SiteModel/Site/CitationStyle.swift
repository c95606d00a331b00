public import CSL

/// How citations and reference lists of the site are written.
public struct CitationStyle: Sendable {
  /// The style, independent and compiled.
  public let style: CSLStyle
  /// The terms and date forms to choose from, by `language`.
  public let locales: [CSLLocale]
  /// The language to write in: the style's own, else that of the site.
  public let language: String

  /// Makes a citation style.
  public init(style: CSLStyle, locales: [CSLLocale], language: String) {
    self.style = style
    self.locales = locales
    self.language = language
  }

  /// The style of a site that has none: it prints nothing.
  public static let none = CitationStyle(style: CSLStyle(), locales: [], language: "en-US")
}
