public import Diagnostics

/// Parses a text; never fails, since every text is Markdown.
///
/// NUL and invalid UTF-8 are read as U+FFFD. Safe to call from several threads: the one step of
/// cmark-gfm that is not is done under a lock. Emits MDN001 to MDN004, in the dialect
/// `.scholarly` alone.
public func parseMarkdown(
  _ source: ComposedText,
  dialect: MarkdownDialect
) -> Diagnosed<MarkdownDocument> {
  parseMarkdown(source, dialect: dialect, extensions: dialect.extensions)
}

/// The same with the extensions of cmark-gfm chosen apart, as the official examples need it.
func parseMarkdown(
  _ source: ComposedText,
  dialect: MarkdownDialect,
  extensions: CommonMarkExtensions
) -> Diagnosed<MarkdownDocument> {
  let bytes = source.bytes
  let read = readCommonMark(bytes, isKnownUTF8: source.isKnownUTF8, extensions: extensions)
  var assembler = DocumentAssembler(source: source, bytes, dialect: dialect, read: read)
  assembler.assemble(read.events)
  return Diagnosed(assembler.document(), assembler.index.diagnostics)
}
