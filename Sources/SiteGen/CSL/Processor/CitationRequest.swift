/// What to format: the items, the style and its languages, the citations in document order.
public struct CitationRequest: Sendable {
  /// The items; a later one with the same id is ignored.
  public var items: [CSLItem]
  /// The style.
  public var style: CSLStyle
  /// Locale files to choose from: the wanted language, its primary dialect, American English.
  public var locales: [CSLLocale]
  /// The language to write in; nil leaves it to the style, then to American English.
  public var language: String?
  /// The citations in document order.
  public var citations: [CSLCitation]
  /// Which items the bibliography lists.
  public var listed: Listed

  /// Which items enter the bibliography and the numbering.
  public enum Listed: Hashable, Sendable {
    /// All items, in their order.
    case all
    /// Those cited, in the order of citing, then these.
    case cited(alsoUncited: [String])
  }

  /// Makes a request.
  public init(
    items: [CSLItem],
    style: CSLStyle,
    locales: [CSLLocale],
    language: String? = nil,
    citations: [CSLCitation] = [],
    listed: Listed = .all
  ) {
    self.items = items
    self.style = style
    self.locales = locales
    self.language = language
    self.citations = citations
    self.listed = listed
  }
}

/// One citation: what stands between one pair of parentheses or in one note.
public struct CSLCitation: Hashable, Sendable {
  /// The works cited, in the order of the text.
  public var cites: [Cite]
  /// The number of its note; nil or 0 for a citation in the text.
  public var noteNumber: Int?

  /// Makes a citation.
  public init(cites: [Cite], noteNumber: Int? = nil) {
    self.cites = cites
    self.noteNumber = noteNumber
  }
}

/// One work in a citation.
public struct Cite: Hashable, Sendable {
  /// The item's key.
  public var id: String
  /// Where in the work.
  public var locator: String?
  /// What the locator counts: a CSL term such as `page` or `chapter`.
  public var label: String?
  /// Text before, markup allowed.
  public var prefix = ""
  /// Text after, markup allowed.
  public var suffix = ""
  /// Whether the names are left out, being in the text already.
  public var suppressesAuthor = false
  /// Whether the names alone are printed.
  public var printsAuthorOnly = false
  /// Fixed position of the cite; nil has it found from the citations before.
  public var position: Position?
  /// Fixed number of the note of the first citation of the item.
  public var firstReferenceNote: Int?
  /// Fixed answer to `near-note`.
  public var isNearNote: Bool?

  /// The positions of CSL.
  public enum Position: Hashable, Sendable {
    /// The first cite of the item.
    case first
    /// A later cite.
    case subsequent
    /// The cite before is of the same item, with the same locator.
    case ibid
    /// The cite before is of the same item, with another locator.
    case ibidWithLocator
  }

  /// Makes a cite.
  public init(id: String, locator: String? = nil, label: String? = nil) {
    self.id = id
    self.locator = locator
    self.label = label
  }
}

/// The result of formatting.
public struct FormattedCitations: Sendable {
  /// One text for each citation, in their order.
  public var citations: [[FormattedText]]
  /// The entries in their order; empty when the style has no bibliography.
  public var bibliography: [BibliographyEntry]
  /// What was wrong with items or citations and was worked around.
  public var problems: [CSLProblem]
  /// What was wrong with the style.
  var styleWarnings: [CSLStyleWarning]
  /// How many cites, entries and sort keys were rendered: the work done.
  var renderings: Int

  /// What was wrong with style, items or citations, in words.
  public var warnings: [String] {
    styleWarnings.map { $0.summary } + problems.map { $0.summary }
  }
}

/// One entry of the bibliography.
public struct BibliographyEntry: Hashable, Sendable {
  /// The item's key.
  public var id: String
  /// The formatted entry.
  public var content: [FormattedText]
}
