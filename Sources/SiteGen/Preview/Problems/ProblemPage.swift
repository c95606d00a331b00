import Diagnostics
import Markup

/// The problems as a page of its own: alone where there is no site yet, in a frame over a page else.
///
/// `isAlone` tells the script of the page that it need show no frame. Everything that comes from sources is escaped, and the fields sent with it forbid scripts.
func problemPage(_ report: ProblemReport, isAlone: Bool) -> [UInt8] {
  let count = report.diagnostics.count
  let title = "\(count) problem\(count == 1 ? "" : "s")"
  var html = """
    <!DOCTYPE html>
    <html lang="en">
    <head>
    <meta charset="utf-8">
    <meta name="viewport" content="width=device-width, initial-scale=1">
    \(isAlone ? "<meta name=\"sitegen-problems\" content=\"shown\">" : "")
    <title>\(title) · sitegen serve</title>
    <style>
    \(problemStyle)
    </style>
    </head>
    <body>
    <main>
    <h1>\(title)</h1>
    <p>The site will be built again as soon as a file is saved.</p>
    <ol>

    """
  // More would help nobody, and a page has to be loaded at every save.
  for diagnostic in report.diagnostics.prefix(50) {
    html += "<li>\n\(problem(diagnostic, of: report))</li>\n"
  }
  html += "</ol>\n"
  if count > 50 { html += "<p>… and \(count - 50) more, in the terminal.</p>\n" }
  return Array((html + "</main>\n</body>\n</html>\n").utf8)
}

private func problem(_ diagnostic: Diagnostic, of report: ProblemReport) -> String {
  let code = "\(diagnostic.code.id) \(diagnostic.code.name)"
  let help = diagnostic.help.isEmpty ? diagnostic.code.remedy : diagnostic.help
  var html = "<h2>\(Escaping.html(visible(diagnostic.summary)))</h2>\n"
  html += "<p class=\"code\">\(diagnostic.severity.rawValue) \(Escaping.html(code))</p>\n"
  if let span = diagnostic.span { html += excerpt(of: report.place(of: span)) }
  html += "<p><strong>Help:</strong> \(Escaping.html(visible(help)))</p>\n"
  for note in diagnostic.notes {
    html += "<p><strong>Note:</strong> \(Escaping.html(visible(note.text)))</p>\n"
    if let span = note.span { html += excerpt(of: report.place(of: span)) }
  }
  return html
}

private func excerpt(of place: ProblemPlace) -> String {
  let label = "<p class=\"place\">\(Escaping.html(visible(place.label)))</p>\n"
  guard place.line > 0 else { return label }
  let mark = place.marked.isEmpty ? "‸" : visible(place.marked)
  return label + "<pre><code><span>\(place.line)</span> \(Escaping.html(visible(place.before)))"
    + "<mark>\(Escaping.html(mark))</mark>\(Escaping.html(visible(place.after)))</code></pre>\n"
}

/// With a sign in the place of what cannot be seen and might turn a line around.
private func visible(_ text: String) -> String {
  var shown = String.UnicodeScalarView()
  for scalar in text.unicodeScalars {
    switch scalar.properties.generalCategory {
    case .control where scalar == "\t": shown.append(" ")
    case .control, .format, .lineSeparator, .paragraphSeparator: shown.append("\u{FFFD}")
    default: shown.append(scalar)
    }
  }
  return String(shown)
}

private let problemStyle = """
  :root { color-scheme: light dark; }
  body { margin: 0; font: 1rem/1.5 system-ui, sans-serif; background: #fff6f4; color: #2a0f0a;
    border-top: .4rem solid #b3261e; }
  main { max-width: 60rem; margin: 0 auto; padding: 1rem 1.5rem 2rem; }
  h1 { font-size: 1.25rem; margin: 0; }
  h2 { font-size: 1rem; margin: 0; overflow-wrap: anywhere; }
  ol { padding-left: 1.5rem; }
  li { margin: 1.25rem 0; }
  p { margin: .25rem 0; overflow-wrap: anywhere; }
  .code, .place, pre { font-family: ui-monospace, monospace; font-size: .9rem; }
  .code { color: #7d1a12; }
  pre { margin: .25rem 0; padding: .5rem .75rem; background: #fff; border: 1px solid #e2b6b1;
    border-radius: .25rem; white-space: pre-wrap; overflow-wrap: anywhere; }
  pre span { color: #6b5b58; user-select: none; }
  mark { background: #ffd0ca; color: inherit; text-decoration: underline wavy #b3261e; }
  @media (prefers-color-scheme: dark) {
    body { background: #221311; color: #ffe9e6; }
    .code { color: #ffb4a9; }
    pre { background: #150b0a; border-color: #6d3a34; }
    pre span { color: #c9aca8; }
    mark { background: #6a1d16; }
  }
  """
