public import CSL
public import Diagnostics
public import FrontMatter
import Markup
public import SiteModel

/// A work of the bibliography: a CSL item and the entry as a reference list prints it.
public struct Reference: Entity {
  /// Name of the text that holds the printed entry.
  public static let printedName = "printed"

  /// Identity; the slug is the citation key.
  public let id: EntityID
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// The printed entry, where a list prints one.
  public let texts: [EntityText]
  /// Bibliographic data.
  public let item: CSLItem

  /// Names of the text variables that a record may give; `year-suffix` is as the list prints it.
  private static let textVariables = [
    "title", "container-title", "collection-title", "collection-number", "volume", "issue", "page",
    "publisher",
    "publisher-place", "number-of-pages", "number", "genre", "edition", "note", "DOI", "ISBN",
    "ISSN", "URL", "year-suffix", "number-of-volumes", "status", "volume-title",
  ]

  /// Reads the variables of CSL 1.0.2 under their own names, and `printed`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    var fields: [String: CSLValue] = [:]
    for variable in Reference.textVariables {
      let text = variable == "title" ? reader.requiredText(variable) : reader.text(variable)
      if let text { fields[variable] = .text(text.value) }
    }
    for variable in ["author", "editor", "translator"] {
      let names = Reference.readNames(&reader, variable)
      if !names.isEmpty { fields[variable] = .names(names) }
    }
    for variable in ["issued", "accessed", "original-date"] {
      guard let date = reader.date(variable) else { continue }
      let point = CSLDate.Point(year: date.year, month: date.month, day: date.day)
      fields[variable] = .date(CSLDate(start: point))
    }
    item = CSLItem(
      id: document.id.slug.text,
      type: reader.text("type")?.value ?? "document",
      fields: fields
    )
    texts = [
      reader.markdown("printed").map { EntityText(Reference.printedName, $0, .asPrinted) }
    ]
    .compactMap { $0 }
  }

  /// Title of the work.
  public var title: String { item.text("title") ?? "" }

  /// Year of publication.
  public var date: PartialDate? {
    item.date("issued")?.start.flatMap { PartialDate(year: $0.year) }
  }

  /// Authors, or editors where there are none.
  private var names: [CSLName] {
    item.names("author").isEmpty ? item.names("editor") : item.names("author")
  }

  /// Authors, or editors, and the year: `Ampère & Zach, 1842`.
  public var detail: String? {
    let families = names.map { $0.literal.isEmpty ? $0.family : $0.literal }
    let label =
      switch families.count {
      case 0: title
      case 1: families[0]
      case 2: "\(families[0]) & \(families[1])"
      default: "\(families[0]) et al."
      }
    guard let year = date?.year else { return label }
    return "\(label), \(year)\(item.text("year-suffix") ?? "")"
  }

  /// Authors, year, title.
  public var sortKey: String {
    let sorted = names.map {
      "\(slugify($0.family + $0.literal)) \(slugify($0.given))"
    }
    let year = (date?.isoText ?? "") + (item.text("year-suffix") ?? "")
    return "\(sorted.joined(separator: " ")) \(year) \(slugify(title))"
  }

  /// First letter of the first author.
  public var indexGroup: String? { sortKey.first { $0 != " " }.map { $0.uppercased() } }

  /// Authors and editors of the whole work.
  public var creators: [PersonName] {
    names.filter { $0.literal.isEmpty }.map {
      PersonName(given: $0.given, family: $0.family)
    }
  }

  private static func readNames(_ reader: inout FieldReader, _ key: String) -> [CSLName] {
    reader.records(key, shorthand: "literal").map { record in
      var inner = FieldReader(record, of: "name")
      let literal = inner.text("literal")
      let family = inner.text("family")
      let given = inner.text("given")?.value ?? ""
      if literal == nil, family == nil { _ = inner.requiredText("family") }
      reader.absorb(inner)
      return literal.map { CSLName(literal: $0.value) }
        ?? CSLName(family: family?.value ?? "", given: given)
    }
  }
}
