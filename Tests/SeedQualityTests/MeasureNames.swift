import Markup

/// Organisations: name and acronym, other printed forms, place of the first naming.
func measureOrganisations(_ gold: [JSONValue], _ found: JSONValue) -> [QualityFigure] {
  let own = found["organisations"].list
  func name(_ organisation: JSONValue) -> String {
    let acronym = organisation["acronym"].words
    return folded(organisation["name"]) + (acronym.isEmpty ? "" : " (\(acronym))")
  }
  func variants(_ organisations: [JSONValue]) -> [String] {
    organisations.flatMap { organisation in
      organisation["variants"].texts.map { "\(folded(organisation["name"])): \($0)" }
    }
  }
  return [
    QualityFigure("organisations", expected: gold.map(name), found: own.map(name)),
    QualityFigure("organisation forms", expected: variants(gold), found: variants(own)),
    QualityFigure(
      "organisation places",
      expected: gold.map { "\(folded($0["name"])): \(place($0))" },
      found: own.map { "\(folded($0["name"])): \(place($0))" }
    ),
  ]
}

/// Acronyms with their expansions, and where they are given.
func measureGlossary(_ gold: [JSONValue], _ found: JSONValue) -> [QualityFigure] {
  let own = found["glossary"].list
  func term(_ term: JSONValue) -> String {
    "\(term["acronym"].words) = \(folded(term["expansion"]))"
  }
  return [
    QualityFigure("glossary", expected: gold.map(term), found: own.map(term)),
    QualityFigure(
      "glossary places",
      expected: gold.map { "\(term($0)): \(place($0))" },
      found: own.map { "\(term($0)): \(place($0))" }
    ),
  ]
}

/// Case, accents and hyphens are no part of what is measured.
private func folded(_ name: JSONValue) -> String { slugify(name.words) }

/// The number of the text and the line.
private func place(_ record: JSONValue) -> String {
  let file = record["file"].words
  let number = file.hasPrefix("seeds/") ? String(file.dropFirst("seeds/".count).prefix(3)) : file
  return "\(number):\(record["line"].words)"
}
