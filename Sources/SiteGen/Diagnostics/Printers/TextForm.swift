/// `path:line:column: severity: summary [CODE name]`, the excerpt, the remedy, the notes.
func textForm(
  of diagnostic: Diagnostic,
  place: (SourceSpan) -> PrintedPlace,
  showsRemedy: Bool
) -> String {
  let printed = diagnostic.span.map(place)
  let label = printed.map { "\($0.label): " } ?? ""
  var text = "\(label)\(diagnostic.severity.rawValue): \(diagnostic.summary)"
  text += " [\(diagnostic.code.id) \(diagnostic.code.name)]\n"
  if let printed { text += excerpt(of: printed) }
  if showsRemedy {
    text += "  help: \(diagnostic.help.isEmpty ? diagnostic.code.remedy : diagnostic.help)\n"
  }
  if let fix = diagnostic.fix {
    text += "  fix: \(fix.title)\(fix.isSafe ? "; `sitegen check --fix` does it" : "")\n"
  }
  for note in diagnostic.notes {
    let label = note.span.map { "\(place($0).label): " } ?? ""
    text += "  note: \(label)\(note.text)\n"
  }
  return text
}

/// The line and, under it, marks below the range; long lines are cut around the range.
private func excerpt(of place: PrintedPlace) -> String {
  guard let start = place.start, let end = place.end, !place.line.isEmpty else { return "" }
  let scalars = Array(place.line.unicodeScalars)
  let from = max(0, min(start.column - 1, scalars.count))
  let to = end.line == start.line ? max(from, min(end.column - 1, scalars.count)) : scalars.count
  let windowStart = from > 60 ? from - 30 : 0
  let windowEnd = min(scalars.count, windowStart + 96)
  var line = String(String.UnicodeScalarView(scalars[windowStart..<windowEnd]))
  line = line.replacing("\t", with: " ")
  let marks = max(1, min(to, windowEnd) - from)
  let indent = String(repeating: " ", count: from - windowStart)
  let lead = windowStart > 0 ? "…" : ""
  let tail = windowEnd < scalars.count ? "…" : ""
  let pad = String(repeating: " ", count: lead.count)
  return "    \(lead)\(line)\(tail)\n    \(pad)\(indent)\(String(repeating: "^", count: marks))\n"
}
