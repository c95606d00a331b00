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

/// Name options of one area with all that is inherited; boxed, since every name holds them.
final class ResolvedNameOptions: Sendable {
  let options: NameOptions

  init(_ options: NameOptions) { self.options = options }
}
