/// Formatted text as plain text: blocks on lines of their own, fonts lost.
public func writePlainText(_ nodes: [FormattedText]) -> String {
  var output = ""
  for node in nodes {
    switch node {
    case .text(let text): output += text
    case .styled(_, let children), .linked(_, let children): output += writePlainText(children)
    case .block(let block, let children):
      let startsLine = block == .block || block == .indent
      if startsLine, !output.isEmpty, output.last != "\n" { output += "\n" }
      output += writePlainText(children)
      if block == .block { output += "\n" }
      if block == .leftMargin, output.last != " " { output += " " }
    }
  }
  return output
}
