import Diagnostics

@testable import Markdown

/// The HTML of a text; the one place where the tests name the interface.
func html(
  of markdown: some Sequence<UInt8>,
  dialect: MarkdownDialect,
  resolver: MarkdownResolver = .plain
) -> String {
  var output: [UInt8] = []
  renderHTML(parse(markdown, dialect: dialect).value, resolver: resolver, into: &output)
  return String(decoding: output, as: UTF8.self)
}

/// The HTML of a text of the site.
func scholarlyHTML(of markdown: String, resolver: MarkdownResolver = .plain) -> String {
  html(of: markdown.utf8, dialect: .scholarly, resolver: resolver)
}

/// The HTML of a text with exactly these extensions of cmark-gfm.
func html(of markdown: some Sequence<UInt8>, extensions: CommonMarkExtensions) -> String {
  let source = ComposedText(of: SourceFile(path: "text.md", bytes: Array(markdown)))
  let document = parseMarkdown(source, dialect: .gitHub, extensions: extensions).value
  var output: [UInt8] = []
  renderHTML(
    document,
    resolver: .plain,
    filtersTags: extensions.contains(.tagFilter),
    into: &output
  )
  return String(decoding: output, as: UTF8.self)
}

func parse(
  _ markdown: some Sequence<UInt8>,
  dialect: MarkdownDialect = .scholarly
) -> Diagnosed<MarkdownDocument> {
  let file = SourceFile(path: "text.md", bytes: Array(markdown))
  return parseMarkdown(ComposedText(of: file), dialect: dialect)
}

extension MarkdownDocument {
  /// The events with the names that linking found.
  var linkedEvents: [MarkdownEvent] {
    var linked: [MarkdownEvent] = []
    eachLinkedEvent { linked.append($0) }
    return linked
  }
}

/// The bytes of `text` that a span of it covers.
func excerpt(_ span: SourceSpan, of text: String) -> String {
  String(decoding: Array(text.utf8)[span.range], as: UTF8.self)
}
