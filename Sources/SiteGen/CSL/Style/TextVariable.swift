/// A variable that a text element prints, with how it is printed.
///
/// That is told once, as the style is read: every item asks, and names are slow to compare.
struct TextVariable: Sendable {
  enum Kind: Sendable {
    case citationNumber
    case firstReferenceNote
    case locator
    case yearSuffix
    case citationLabel
    /// A number of the item, whose ranges are put into form.
    case number
    case firstPage
    /// An address or a key, which holds no markup.
    case identifier
    /// A text of the item.
    case other
  }

  let name: String
  let kind: Kind

  init(_ name: String) {
    self.name = name
    kind =
      switch name {
      case "citation-number": .citationNumber
      case "first-reference-note-number": .firstReferenceNote
      case "locator": .locator
      case "year-suffix": .yearSuffix
      case "citation-label": .citationLabel
      case "page", "chapter-number", "collection-number", "edition", "issue", "number",
        "number-of-pages", "number-of-volumes", "volume", "supplement-number", "part-number",
        "printing-number", "section", "version":
        .number
      case "page-first": .firstPage
      case "URL", "DOI", "ISBN", "ISSN", "PMID", "PMCID": .identifier
      default: .other
      }
  }
}
