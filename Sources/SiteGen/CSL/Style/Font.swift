/// The formatting attributes of CSL; nil leaves what surrounds.
struct Font: Hashable, Sendable {
  var style: FontStyle?
  var variant: FontVariant?
  var weight: FontWeight?
  var decoration: TextDecoration?
  var align: VerticalAlign?

  var isEmpty: Bool { self == Font() }
}

enum FontStyle: String, Sendable { case normal, italic, oblique }
enum FontVariant: String, Sendable {
  case normal
  case smallCaps = "small-caps"
}
enum FontWeight: String, Sendable { case normal, bold, light }
enum TextDecoration: String, Sendable { case none, underline }
enum VerticalAlign: String, Sendable {
  case baseline
  case superscript = "sup"
  case `subscript` = "sub"
}

/// The text cases of CSL 1.0.2 § Text-case.
enum TextCase: String, Sendable {
  case lowercase
  case uppercase
  case capitalizeFirst = "capitalize-first"
  case capitalizeAll = "capitalize-all"
  case sentence
  case title
}

/// Where an element is put on the page (CSL 1.0.2 § Display).
enum Display: String, Sendable {
  case block
  case leftMargin = "left-margin"
  case rightInline = "right-inline"
  case indent
}

/// What most rendering elements share.
struct Manner: Sendable {
  var font = Font()
  var prefix = ""
  var suffix = ""
  var delimiter = ""
  var textCase: TextCase?
  var display: Display?
  var quotes = false
  var stripsPeriods = false

  init() {}

  init(element: XMLTree) {
    font = Font(
      style: element["font-style"].flatMap(FontStyle.init),
      variant: element["font-variant"].flatMap(FontVariant.init),
      weight: element["font-weight"].flatMap(FontWeight.init),
      decoration: element["text-decoration"].flatMap(TextDecoration.init),
      align: element["vertical-align"].flatMap(VerticalAlign.init)
    )
    prefix = element["prefix"] ?? ""
    suffix = element["suffix"] ?? ""
    delimiter = element["delimiter"] ?? ""
    textCase = element["text-case"].flatMap(TextCase.init)
    display = element["display"].flatMap(Display.init)
    quotes = element["quotes"] == "true"
    stripsPeriods = element["strip-periods"] == "true"
  }
}
