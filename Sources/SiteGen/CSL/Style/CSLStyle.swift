/// A compiled CSL style: macros resolved to indices, options read, nothing left to look up by name.
public struct CSLStyle: Sendable {
  /// Whether citations stand in notes.
  public internal(set) var isNoteStyle = false
  /// The language the style asks for, if any.
  public internal(set) var defaultLocale: String?
  /// What is wrong with the style and was worked around, in document order.
  public internal(set) var warnings: [CSLStyleWarning] = []
  /// The parent's address when this is a dependent style, which has no layout of its own.
  public internal(set) var independentParent: String?
  /// Whether the style has a bibliography.
  public var hasBibliography: Bool { bibliography != nil }

  /// Makes a style that prints nothing.
  public init() {}

  var macros: [[StyleElement]] = []
  var locales: [CSLLocale] = []
  var options = NameOptions()
  var pageRangeFormat: String?
  var demoteNonDroppingParticle = "display-and-sort"
  var initializesWithHyphen = true
  /// Whether some element prints the variable `citation-number`.
  var printsCitationNumber = false
  /// Whether `citation-label` is printed or sorted by.
  var printsCitationLabel = false
  /// Whether some condition tests `disambiguate`.
  var testsDisambiguate = false
  /// Whether some element prints the variable `year-suffix`.
  var placesYearSuffix = false
  var citation = CitationArea()
  var bibliography: BibliographyArea?
  /// Terms that elements name, each once in document order.
  var namedTerms: [NamedTerm] = []
}

extension CSLStyle {
  /// Whether the bibliography is sorted first by citation number, from the last to the first.
  var numbersDescend: Bool {
    guard let key = bibliography?.area.sort.first, key.descending else { return false }
    switch key.source {
    case .variable(let name): return name == "citation-number"
    case .macro(let index):
      guard index < macros.count, macros[index].count == 1,
        case .text(let element)? = macros[index].first,
        case .variable(let variable, _) = element.source, variable.kind == .citationNumber
      else { return false }
      return true
    }
  }
}

/// A layout with its sort keys and inherited name options.
struct Area: Sendable {
  var options = NameOptions()
  var sort: [SortKey] = []
  var manner = Manner()
  var elements: [StyleElement] = []
}

struct CitationArea: Sendable {
  enum Collapse: String, Sendable {
    case citationNumber = "citation-number"
    case year
    case yearSuffix = "year-suffix"
    case yearSuffixRanged = "year-suffix-ranged"
  }
  enum GivenNameRule: String, Sendable {
    case allNames = "all-names"
    case allNamesWithInitials = "all-names-with-initials"
    case primaryName = "primary-name"
    case primaryNameWithInitials = "primary-name-with-initials"
    case byCite = "by-cite"
  }
  var area = Area()
  var collapse: Collapse?
  var citeGroupDelimiter: String?
  var afterCollapseDelimiter: String?
  var yearSuffixDelimiter: String?
  var addsNames = false
  var addsGivenNames = false
  var givenNameRule = GivenNameRule.byCite
  var addsYearSuffix = false
  var nearNoteDistance = 5
}

struct BibliographyArea: Sendable {
  var area = Area()
  var secondFieldAlign: String?
  var hangingIndent = false
  var lineSpacing: Int?
  var entrySpacing: Int?
  var subsequentAuthorSubstitute: String?
  var substituteRule = "complete-all"
}

struct SortKey: Sendable {
  enum Source: Sendable {
    case variable(String)
    case macro(Int)
  }
  var source: Source
  var descending: Bool
  var namesMin: Int?
  var namesUseFirst: Int?
  var namesUseLast: Bool?
}
