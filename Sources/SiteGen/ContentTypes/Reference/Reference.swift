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

  /// Reads the variables of CSL 1.0.2 under their own names, and `printed`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    var texts: [String: String] = [:]
    for variable in CSLItem.textVariables {
      if variable == "title" {
        texts[variable] = reader.requiredText(variable).value
      } else if let text = reader.text(variable) {
        texts[variable] = text.value
      }
    }
    item = CSLItem(
      id: document.id.slug.text,
      type: reader.text("type")?.value ?? "document",
      author: Reference.readNames(&reader, "author"),
      editor: Reference.readNames(&reader, "editor"),
      issuedYear: reader.date("issued")?.year,
      yearSuffix: reader.text("year-suffix")?.value ?? "",
      texts: texts
    )
    self.texts = [
      reader.markdown("printed").map { EntityText(Reference.printedName, $0, .asPrinted) }
    ]
    .compactMap { $0 }
  }

  /// Title of the work.
  public var title: String { item["title"] }

  /// Year of publication.
  public var date: PartialDate? { item.issuedYear.flatMap { PartialDate(year: $0) } }

  /// Authors, or editors, and the year: `Bruno & Didier, 2013`.
  public var detail: String? {
    let names = item.author.isEmpty ? item.editor : item.author
    let families = names.map { $0.literal.isEmpty ? $0.family : $0.literal }
    let label =
      switch families.count {
      case 0: item["title"]
      case 1: families[0]
      case 2: "\(families[0]) & \(families[1])"
      default: "\(families[0]) et al."
      }
    guard let year = item.issuedYear else { return label }
    return "\(label), \(year)\(item.yearSuffix)"
  }

  /// Authors, year, title.
  public var sortKey: String {
    let names = (item.author.isEmpty ? item.editor : item.author).map {
      "\(slugify($0.family + $0.literal)) \(slugify($0.given))"
    }
    let year = item.issuedYear.map(String.init) ?? ""
    return "\(names.joined(separator: " ")) \(year)\(item.yearSuffix) \(slugify(title))"
  }

  /// First letter of the first author.
  public var indexGroup: String? { sortKey.first { $0 != " " }.map { $0.uppercased() } }

  /// Authors and editors of the whole work.
  public var creators: [PersonName] {
    (item.author + (item.author.isEmpty ? item.editor : [])).filter { $0.literal.isEmpty }.map {
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
