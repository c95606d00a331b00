/// Which Markdown a text is written in.
public enum MarkdownDialect: Sendable {
  /// Bare CommonMark, without any extension.
  case commonMark
  /// Tables, strikethrough, bare links, notes, and the filter of dangerous raw HTML.
  case gitHub
  /// `gitHub` with citations, mentions, placeholders, French typography and identifiers on
  /// headings: the dialect of the site.
  case scholarly
}
