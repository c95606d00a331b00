/// Formatted text as HTML, in the elements the official test suite expects.
///
/// - Parameters:
///   - nodes: the text.
///   - tags: what to write around a link; nothing by default.
/// - Returns: the HTML.
public func writeHTML(
  _ nodes: [FormattedText],
  around tags: (FormattedText.Link) -> (open: String, close: String) = { _ in ("", "") }
) -> String {
  // Most are one plain text, which is its own HTML.
  if nodes.count == 1, case .text(let text) = nodes[0], !text.utf8.contains(where: isSpecial) {
    return text
  }
  var output: [UInt8] = []
  appendHTML(nodes, around: tags, to: &output)
  return String(decoding: output, as: UTF8.self)
}

/// Appends the same in UTF-8, for pages that are put together from bytes.
public func appendHTML(
  _ nodes: [FormattedText],
  around linkTags: (FormattedText.Link) -> (open: String, close: String),
  to output: inout [UInt8]
) {
  for node in nodes {
    switch node {
    case .text(let text): appendEscaped(text, to: &output)
    case .styled(let style, let children):
      let (open, close) = tags(of: style)
      output.append(contentsOf: open.utf8)
      appendHTML(children, around: linkTags, to: &output)
      output.append(contentsOf: close.utf8)
    case .linked(let link, let children):
      let (open, close) = linkTags(link)
      output.append(contentsOf: open.utf8)
      appendHTML(children, around: linkTags, to: &output)
      output.append(contentsOf: close.utf8)
    case .block(let block, let children):
      output.append(contentsOf: "<div class=\"\(className(of: block))\">".utf8)
      appendHTML(children, around: linkTags, to: &output)
      output.append(contentsOf: "</div>".utf8)
    }
  }
}

private func className(of block: FormattedText.Block) -> String {
  switch block {
  case .block: "csl-block"
  case .leftMargin: "csl-left-margin"
  case .rightInline: "csl-right-inline"
  case .indent: "csl-indent"
  }
}

private func tags(of style: FormattedText.Style) -> (String, String) {
  switch style {
  case .italic: ("<i>", "</i>")
  case .oblique: ("<em>", "</em>")
  case .uprightStyle: ("<span style=\"font-style:normal;\">", "</span>")
  case .bold: ("<b>", "</b>")
  case .light: ("<span style=\"font-weight:light;\">", "</span>")
  case .normalWeight: ("<span style=\"font-weight:normal;\">", "</span>")
  case .smallCaps: ("<span style=\"font-variant:small-caps;\">", "</span>")
  case .normalVariant: ("<span style=\"font-variant:normal;\">", "</span>")
  case .underline: ("<span style=\"text-decoration:underline;\">", "</span>")
  case .noDecoration: ("<span style=\"text-decoration:none;\">", "</span>")
  case .superscript: ("<sup>", "</sup>")
  case .subscript: ("<sub>", "</sub>")
  case .baseline: ("<span style=\"baseline\">", "</span>")
  }
}

private func isSpecial(_ byte: UInt8) -> Bool {
  byte == UInt8(ascii: "&") || byte == UInt8(ascii: "<") || byte == UInt8(ascii: ">")
}

private func appendEscaped(_ text: String, to output: inout [UInt8]) {
  // Hardly any text holds one of the three: it is copied whole.
  guard text.utf8.contains(where: isSpecial) else {
    return output.append(contentsOf: text.utf8)
  }
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "&"): output.append(contentsOf: "&#38;".utf8)
    case UInt8(ascii: "<"): output.append(contentsOf: "&#60;".utf8)
    case UInt8(ascii: ">"): output.append(contentsOf: "&#62;".utf8)
    default: output.append(byte)
    }
  }
}
