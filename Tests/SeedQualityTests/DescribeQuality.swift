import Markup

/// The part of the page for a collection; `first` holds the F1 of its first reading, if kept.
func describe(_ collection: GoldCollection, _ figures: [QualityFigure], first: JSONValue) -> String
{
  "\n## \(collection.title)\n" + table(figures, first) + failures(figures)
}

private func table(_ figures: [QualityFigure], _ first: JSONValue) -> String {
  guard !first.keys.isEmpty else {
    return "\n| figure | in the texts | precision | recall | F1 |\n|---|--:|--:|--:|--:|\n"
      + figures.map { "\($0.row)\n" }.joined()
  }
  return "\n| figure | in the texts | precision now | recall now | F1 now | F1 at first reading |\n"
    + "|---|--:|--:|--:|--:|--:|\n"
    + figures.map { "\($0.row) \(first[$0.name].words) |\n" }.joined()
}

private func failures(_ figures: [QualityFigure]) -> String {
  let failing = figures.filter { !$0.missing.isEmpty || !$0.extra.isEmpty }
  return "\n### Failures\n"
    + failing.map { figure in
      "\n#### \(figure.name)\n\n"
        + gathered(figure.missing, of: figure).map { "- not found: \($0)\n" }.joined()
        + gathered(figure.extra, of: figure).map { "- wrong: \($0)\n" }.joined()
    }.joined()
}

/// What fails for one person or work in a line; of whole works the keys, as their fields follow.
private func gathered(_ statements: [String], of figure: QualityFigure) -> [String] {
  let separator: Character
  switch figure.name {
  case "references": return statements.map { String($0.prefix { $0 != ":" }) }
  case "function words", "presences", "printed forms": separator = ":"
  case "reference fields": separator = " "
  default: return statements
  }
  var lines: [String] = []
  var last: Substring?
  for statement in statements {
    let parts = statement.split(separator: separator, maxSplits: 1)
    if parts.first == last, !lines.isEmpty {
      lines[lines.count - 1] += (separator == " " ? "; " : ",") + parts[1]
    } else {
      lines.append(statement)
    }
    last = parts.first
  }
  return lines
}
