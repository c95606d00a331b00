import Diagnostics
import Yams

/// What the parser of YAML objects to, in words for people who write fields by hand.
struct YAMLFault {
  let span: SourceSpan
  let summary: String
  /// Empty where the remedy of the code says enough.
  let help: String

  /// Puts into words what the parser met at `mark`, and what it had begun to read before.
  init(begun: YamlError.Context?, problem: String, at mark: Mark, _ places: YAMLPlaces) {
    let place = places.span(at: mark)
    let words = YAMLFault.words(
      while: begun?.text ?? "",
      problem,
      first: places.byte(at: place.range.lowerBound)
    )
    let isOpening = words?.isAboutTheBeginning ?? false
    span = isOpening ? begun.map { places.span(at: $0.mark) } ?? place : place
    summary = words?.summary ?? [begun?.text, problem].compactMap { $0 }.joined(separator: ": ")
    help = words?.help ?? ""
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
