/// A rendering element of a style (CSL 1.0.2 § Rendering Elements).
///
/// What elements hold are classes: they never change once read, and every item is rendered by them.
enum StyleElement: Sendable {
  case text(TextElement)
  case number(NumberElement)
  case label(LabelElement)
  case names(NamesElement)
  case date(DateElement)
  case group(GroupElement)
  case choose([Branch])
}

final class TextElement: Sendable {
  enum Source: Sendable {
    case variable(TextVariable, short: Bool)
    /// Index into the style's macros.
    case macro(Int)
    case term(String, TermForm, plural: Bool)
    case value(String)
  }
  let source: Source
  let manner: Manner

  init(source: Source, manner: Manner) {
    self.source = source
    self.manner = manner
  }
}

final class GroupElement: Sendable {
  let manner: Manner
  let children: [StyleElement]

  init(manner: Manner, children: [StyleElement]) {
    self.manner = manner
    self.children = children
  }
}

final class NumberElement: Sendable {
  enum Form: String, Sendable {
    case numeric, ordinal, roman
    case longOrdinal = "long-ordinal"
  }
  let variable: String
  let form: Form
  let manner: Manner

  init(variable: String, form: Form, manner: Manner) {
    self.variable = variable
    self.form = form
    self.manner = manner
  }
}

final class LabelElement: Sendable {
  enum Plural: String, Sendable { case contextual, always, never }
  let variable: String
  let form: TermForm
  let plural: Plural
  let manner: Manner

  init(variable: String, form: TermForm, plural: Plural, manner: Manner) {
    self.variable = variable
    self.form = form
    self.plural = plural
    self.manner = manner
  }
}

final class DateElement: Sendable {
  let variable: String
  /// `text` or `numeric` for localized dates.
  let form: String?
  let parts: [DatePart]
  /// Which parts of a localized form are kept.
  let precision: DatePrecision
  let manner: Manner

  init(
    variable: String,
    form: String?,
    parts: [DatePart],
    precision: DatePrecision,
    manner: Manner
  ) {
    self.variable = variable
    self.form = form
    self.parts = parts
    self.precision = precision
    self.manner = manner
  }
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

struct EtAlElement: Sendable {
  var term: String
  var font: Font
  var manner: Manner
}
