import Diagnostics

/// What a document refers to, gathered in one walk.
struct DocumentIndex {
  var headings: [MarkdownHeading] = []
  var citations: [MarkdownCitation] = []
  var mentions: [MarkdownMention] = []
  var placeholders: [Spanned<String>] = []
  var links: [Spanned<String>] = []
  var diagnostics: [Diagnostic] = []
}
