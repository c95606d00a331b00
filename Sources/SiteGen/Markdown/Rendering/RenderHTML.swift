import Markup

/// Appends the HTML of a document.
///
/// In the dialects `.commonMark` and `.gitHub` the bytes are those of cmark-gfm. Citations and
/// mentions inside a link print their text alone, since links do not nest. Linear in the size of
/// the document and of what the resolver returns.
public func renderHTML(
  _ document: MarkdownDocument,
  resolver: MarkdownResolver,
  into output: inout [UInt8]
) {
  renderHTML(
    document,
    resolver: resolver,
    filtersTags: document.dialect.extensions.contains(.tagFilter),
    into: &output
  )
}

/// The same with the filter of raw HTML chosen apart, as the official examples need it.
func renderHTML(
  _ document: MarkdownDocument,
  resolver: MarkdownResolver,
  filtersTags: Bool,
  into output: inout [UInt8]
) {
  var writer = HTMLWriter(document: document, resolver: resolver, filtersTags: filtersTags)
  writer.write()
  output.append(contentsOf: writer.output)
}
