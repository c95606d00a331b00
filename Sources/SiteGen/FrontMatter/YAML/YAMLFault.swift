import Diagnostics

/// What makes a text of YAML unreadable, in words for people who write fields by hand.
struct YAMLFault: Error {
  private let code: DiagnosticCode
  private let span: SourceSpan
  private let summary: String
  /// Empty where the remedy of the code says enough.
  private let help: String

  /// What libyaml does not object to, but we do.
  init(_ summary: String, at span: SourceSpan, help: String = "") {
    (code, self.span) = (FrontMatterDiagnostics.invalidYAML, span)
    (self.summary, self.help) = (summary, help)
  }

  /// A name that stands a second time in one mapping.
  init(repeated name: Spanned<String>) {
    (code, span) = (FrontMatterDiagnostics.duplicateKey, name.span)
    (summary, help) = ("\"\(name.value)\" is written more than once", "")
  }

  /// Puts into words what libyaml met, and what it had begun to read before.
  init(_ problem: YAMLProblem, _ places: inout YAMLPlaces) {
    code = FrontMatterDiagnostics.invalidYAML
    let place = places.span(at: problem.place)
    let words = YAMLFault.words(
      while: problem.begun?.words ?? "",
      problem.words,
      first: places.byte(at: place.range.lowerBound)
    )
    let isOpening = words?.isAboutTheBeginning ?? false
    span = isOpening ? problem.begun.map { places.span(at: $0.mark) } ?? place : place
    summary =
      words?.summary
      ?? [problem.begun?.words, problem.words].compactMap { $0 }.joined(separator: ": ")
    help = words?.help ?? ""
  }

  var diagnostic: Diagnostic {
    Diagnostic(code, .error, at: span, summary, help: help)
  }

  private struct Words {
    let summary: String
    let help: String
    /// Whether the place to mend is where the parser began, not where it gave up.
    var isAboutTheBeginning = false
  }

  private static func words(while begun: String, _ problem: String, first: UInt8?) -> Words? {
    if problem.hasPrefix("mapping values are not allowed") {
      return Words(
        summary: "a second colon on the line of one field",
        help:
          "Put a text that holds a colon between quotes, `title: \"One: two\"`; begin each field of a record in the same column."
      )
    }
    if problem.contains("cannot start any token") || problem.contains("tab character") {
      return unfitStart(first)
    }
    if problem.hasPrefix("control characters") {
      return Words(
        summary: "a character that nobody sees and YAML does not let stand",
        help: "Remove it; copying from other programs may have brought it in."
      )
    }
    switch begun {
    case "while scanning a quoted scalar" where problem.contains("end of stream"):
      return Words(
        summary: "a quotation mark opens this text and none closes it",
        help: "Close it, or remove it: a text needs none, and may hold apostrophes.",
        isAboutTheBeginning: true
      )
    case _ where problem.contains("unknown escape character"):
      return Words(
        summary: "a backslash between double quotes",
        help: "Write it twice, or put the text between single quotes."
      )
    case "while parsing a flow sequence":
      return Words(
        summary: "[ opens a list here; a comma or the closing ] is missing",
        help:
          "Write `[first, second]`; put an element that holds a comma or a bracket between quotes.",
        isAboutTheBeginning: true
      )
    case "while scanning a simple key":
      return Words(
        summary: "a line that is no field: `name: value`",
        help:
          "Write a colon and an ordinary space behind the name; word processors put in no-break spaces.",
        isAboutTheBeginning: true
      )
    case "while parsing a block mapping":
      return Words(
        summary: "what stands here belongs to no field",
        help:
          "Begin each field of a record in the same column; a text that begins with a quotation mark ends with it."
      )
    case "while parsing a block collection":
      return Words(
        summary: "what stands here belongs to no element of the list",
        help: "Begin each element with `- ` in the same column."
      )
    default: return nil
    }
  }

  private static func unfitStart(_ first: UInt8?) -> Words? {
    guard let first else { return nil }
    if first == 0x09 {
      return Words(
        summary: "a tab where only spaces may stand",
        help: "Write two spaces for each tab; most editors can be told to do so by themselves."
      )
    }
    guard (0x21...0x7E).contains(first) else { return nil }
    return Words(
      summary: "\"\(Character(Unicode.Scalar(first)))\" cannot begin a text",
      help: "Put the text between quotes."
    )
  }
}
