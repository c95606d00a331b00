/// The extensions of cmark-gfm that a dialect switches on.
struct CommonMarkExtensions: OptionSet {
  let rawValue: Int

  static let table = CommonMarkExtensions(rawValue: 1)
  static let strikethrough = CommonMarkExtensions(rawValue: 2)
  static let autolink = CommonMarkExtensions(rawValue: 4)
  /// Escapes the tags that GFM §6.11 forbids; a matter of rendering alone.
  static let tagFilter = CommonMarkExtensions(rawValue: 8)
  static let footnotes = CommonMarkExtensions(rawValue: 16)

  static let gitHub: CommonMarkExtensions = [
    .table, .strikethrough, .autolink, .tagFilter, .footnotes,
  ]
}

extension MarkdownDialect {
  var extensions: CommonMarkExtensions {
    switch self {
    case .commonMark: []
    case .gitHub, .scholarly: .gitHub
    }
  }
}
