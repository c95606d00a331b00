import Diagnostics

/// What a document refers to, gathered in one walk.
struct DocumentIndex {
  var headings: [MarkdownHeading] = []
  var citations: [MarkdownCitation] = []
  /// Ordinal of the cite to come.
  var nextCite = 1
  var mentions: [MarkdownMention] = []
  var placeholders: [Spanned<String>] = []
  var links: [Spanned<String>] = []
  var diagnostics: [Diagnostic] = []
}
