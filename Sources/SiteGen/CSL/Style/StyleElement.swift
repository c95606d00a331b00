/// A rendering element of a style (CSL 1.0.2 § Rendering Elements).
indirect enum StyleElement: Sendable {
  case text(TextElement)
  case number(NumberElement)
  case label(LabelElement)
  case names(NamesElement)
  case date(DateElement)
  case group(Manner, [StyleElement])
  case choose([Branch])
}

struct TextElement: Sendable {
  enum Source: Sendable {
    case variable(String, short: Bool)
    /// Index into the style's macros.
    case macro(Int)
    case term(String, TermForm, plural: Bool)
    case value(String)
  }
  var source: Source
  var manner: Manner
}

struct NumberElement: Sendable {
  enum Form: String, Sendable {
    case numeric, ordinal, roman
    case longOrdinal = "long-ordinal"
  }
  var variable: String
  var form: Form
  var manner: Manner
}

struct LabelElement: Sendable {
  enum Plural: String, Sendable { case contextual, always, never }
  var variable: String
  var form: TermForm
  var plural: Plural
  var manner: Manner
}

struct DateElement: Sendable {
  var variable: String
  /// `text` or `numeric` for localized dates.
  var form: String?
  var parts: [DatePart]
  /// Which parts of a localized form are kept.
  var precision: DatePrecision
  var manner: Manner
}

enum DatePrecision: String, Sendable {
  case yearMonthDay = "year-month-day"
  case yearMonth = "year-month"
  case year
}

struct DatePart: Sendable {
  enum Name: String, Sendable { case year, month, day }
  var name: Name
  var form: String
  var rangeDelimiter: String?
  var manner: Manner

  init(element: XMLTree) {
    name = element["name"].flatMap(Name.init) ?? .year
    form = element["form"] ?? ""
    rangeDelimiter = element["range-delimiter"]
    manner = Manner(element: element)
  }
}

/// One `if`, `else-if` or `else`.
struct Branch: Sendable {
  enum Match: String, Sendable { case all, any, none }
  var match: Match
  var tests: [Test]
  var elements: [StyleElement]

  enum Test: Sendable {
    case type([String])
    case variable(String)
    case isNumeric(String)
    case isUncertainDate(String)
    case locator([String])
    case position(String)
    case disambiguate(Bool)
    case never
  }
}

struct NamesElement: Sendable {
  var variables: [String]
  var name: NameOptions
  /// `delimiter` of `names`; nil takes the inherited one.
  var delimiter: String?
  var manner: Manner
  var etAl: EtAlElement?
  /// Label and whether it stands before the names.
  var label: LabelElement?
  var isLabelFirst = false
  var hasName = false
  var substitute: [StyleElement] = []
}

struct EtAlElement: Sendable {
  var term: String
  var font: Font
  var manner: Manner
}

/// Attributes of `name`, each inherited from `citation`, `bibliography` or `style` when nil.
struct NameOptions: Sendable {
  var and: String?
  var delimiter: String?
  var namesDelimiter: String?
  var delimiterPrecedesEtAl: String?
  var delimiterPrecedesLast: String?
  var etAlMin: Int?
  var etAlUseFirst: Int?
  var etAlSubsequentMin: Int?
  var etAlSubsequentUseFirst: Int?
  var etAlUseLast: Bool?
  var form: String?
  var initialize: Bool?
  var initializeWith: String?
  var nameAsSortOrder: String?
  var sortSeparator: String?
  var manner = Manner()
  var familyPart: Manner?
  var givenPart: Manner?

  init() {}

  /// Reads the attributes; on `style`, `citation` and `bibliography` three have a `name-` prefix.
  init(element: XMLTree, inherited: Bool) {
    and = element["and"]
    delimiter = element[inherited ? "name-delimiter" : "delimiter"]
    namesDelimiter = inherited ? element["names-delimiter"] : nil
    delimiterPrecedesEtAl = element["delimiter-precedes-et-al"]
    delimiterPrecedesLast = element["delimiter-precedes-last"]
    etAlMin = element.count("et-al-min")
    etAlUseFirst = element.count("et-al-use-first")
    etAlSubsequentMin = element.count("et-al-subsequent-min")
    etAlSubsequentUseFirst = element.count("et-al-subsequent-use-first")
    etAlUseLast = element["et-al-use-last"].map { $0 == "true" }
    form = element[inherited ? "name-form" : "form"]
    initialize = element["initialize"].map { $0 == "true" }
    initializeWith = element["initialize-with"]
    nameAsSortOrder = element["name-as-sort-order"]
    sortSeparator = element["sort-separator"]
    guard !inherited else { return }
    manner = Manner(element: element)
    for part in element.all("name-part") {
      if part["name"] == "family" { familyPart = Manner(element: part) }
      if part["name"] == "given" { givenPart = Manner(element: part) }
    }
  }

  /// These options, completed by those of the surroundings.
  func inheriting(_ outer: NameOptions) -> NameOptions {
    var result = self
    result.and = and ?? outer.and
    result.delimiter = delimiter ?? outer.delimiter
    result.namesDelimiter = namesDelimiter ?? outer.namesDelimiter
    result.delimiterPrecedesEtAl = delimiterPrecedesEtAl ?? outer.delimiterPrecedesEtAl
    result.delimiterPrecedesLast = delimiterPrecedesLast ?? outer.delimiterPrecedesLast
    result.etAlMin = etAlMin ?? outer.etAlMin
    result.etAlUseFirst = etAlUseFirst ?? outer.etAlUseFirst
    result.etAlSubsequentMin = etAlSubsequentMin ?? outer.etAlSubsequentMin
    result.etAlSubsequentUseFirst = etAlSubsequentUseFirst ?? outer.etAlSubsequentUseFirst
    result.etAlUseLast = etAlUseLast ?? outer.etAlUseLast
    result.form = form ?? outer.form
    result.initialize = initialize ?? outer.initialize
    result.initializeWith = initializeWith ?? outer.initializeWith
    result.nameAsSortOrder = nameAsSortOrder ?? outer.nameAsSortOrder
    result.sortSeparator = sortSeparator ?? outer.sortSeparator
    return result
  }
}
