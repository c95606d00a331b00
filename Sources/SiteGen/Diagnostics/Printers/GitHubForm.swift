/// A workflow command of GitHub Actions: `::error file=…,line=…,col=…,title=…::message`.
func gitHubForm(of diagnostic: Diagnostic, place: (SourceSpan) -> PrintedPlace) -> String {
  let level =
    switch diagnostic.severity {
    case .error: "error"
    case .warning: "warning"
    case .note: "notice"
    }
  var properties: [String] = []
  if let printed = diagnostic.span.map(place) {
    properties.append("file=\(escapedProperty(printed.path))")
    if let start = printed.start { properties += ["line=\(start.line)", "col=\(start.column)"] }
  }
  properties.append("title=\(escapedProperty("\(diagnostic.code.id) \(diagnostic.code.name)"))")
  let help = diagnostic.help.isEmpty ? diagnostic.code.remedy : diagnostic.help
  let message = escapedMessage("\(diagnostic.summary)\n\(help)")
  return "::\(level) \(properties.joined(separator: ","))::\(message)\n"
}

private func escapedMessage(_ text: String) -> String {
  text.replacing("%", with: "%25").replacing("\r", with: "%0D").replacing("\n", with: "%0A")
}

private func escapedProperty(_ text: String) -> String {
  escapedMessage(text).replacing(":", with: "%3A").replacing(",", with: "%2C")
}
