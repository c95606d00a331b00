public import CSL
public import Diagnostics
public import FrontMatter
import Markup
public import SiteModel

/// A work of the bibliography: a CSL item and the entry as a reference list prints it.
public final class Reference: Entity {
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

  /// Every other word that cites it: keys of bibliographic files as they are written.
  public let aliases: [String]
  /// Whether neither author nor editor is named.
  let isAnonymous: Bool
  /// Authors, year, title; made once, for lists of many thousand works are sorted by it.
  public let sortKey: String

  /// Reads the variables of CSL 1.0.2 under their own names, `printed`, and `doi` held
  /// against the form of a DOI; what bibliographic
  /// files say stays where the record says nothing.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    aliases = document.aliases
    var fields = document.work?.fields ?? [:]
    if let doi = reader.identifier(.doi) { fields["DOI"] = .text(doi.text) }
    for variable in ReferenceVariables.texts {
      // A work of a bibliographic file without title has been reported there.
      let isRequired = variable == "title" && document.work == nil
      let text = isRequired ? reader.requiredText(variable) : reader.text(variable)
      if let text { fields[variable] = .text(text.value) }
    }
    for variable in ReferenceVariables.names {
      let names = Reference.readNames(&reader, variable)
      if !names.isEmpty { fields[variable] = .names(names) }
    }
    for variable in ReferenceVariables.dates {
      guard let date = reader.date(variable) else { continue }
      let point = CSLDate.Point(year: date.year, month: date.month, day: date.day)
      fields[variable] = .date(CSLDate(start: point))
    }
    let type = reader.text("type")?.value ?? document.work?.type ?? ""
    item = CSLItem(
      id: document.work?.id ?? document.id.slug.text,
      type: type.isEmpty ? "document" : type,
      fields: fields
    )
    texts = [
      reader.markdown("printed").map { EntityText(Reference.printedName, $0, .asPrinted) }
    ]
    .compactMap { $0 }
    title = Reference.plainTitle(of: item)
    isAnonymous = item.creators.isEmpty
    sortKey = Reference.sortKey(of: item, title: title)
  }

  /// Title of the work in plain words; the citation key where it has none.
  public let title: String

  /// The whole item, for other bibliographies.
  public var work: CSLItem? { item }

  /// Year of publication.
  public var date: PartialDate? {
    item.date("issued")?.start.flatMap { PartialDate(year: $0.year) }
  }

  private static func plainTitle(of item: CSLItem) -> String {
    item.text("title").map(withoutTags) ?? item.id
  }

  private static func sortKey(of item: CSLItem, title: String) -> String {
    let names = item.creators
    let sorted =
      names.isEmpty
      ? [slugify(title)] : names.map { "\(slugify($0.family + $0.literal)) \(slugify($0.given))" }
    let year = item.date("issued")?.start.flatMap { PartialDate(year: $0.year) }?.isoText ?? ""
    let suffix = item.text("year-suffix") ?? ""
    return "\(sorted.joined(separator: " ")) \(year)\(suffix) \(slugify(title))"
  }

  /// Authors, or editors, and the year: `Ampère & Zach, 1842`.
  public var detail: String? {
    let families = item.creators.map(\.shortText)
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

  /// First letter of the first author, or of the title where there is none; `#` for no letter.
  public var indexGroup: String? {
    sortKey.first.flatMap { $0.isLetter ? $0.uppercased() : nil } ?? "#"
  }

  /// Authors and editors of the whole work.
  public var creators: [PersonName] {
    item.creators.compactMap(\.personName)
  }

  private static func readNames(_ reader: inout FieldReader, _ key: String) -> [CSLName] {
    reader.records(key, shorthand: "literal").map { record in
      var inner = FieldReader(record, of: "name")
      let literal = inner.text("literal")
      let family = inner.text("family")
      let given = inner.text("given")?.value ?? ""
      let particle = inner.text("non-dropping-particle")?.value ?? ""
      let droppingParticle = inner.text("dropping-particle")?.value ?? ""
      let suffix = inner.text("suffix")?.value ?? ""
      if literal == nil, family == nil { _ = inner.requiredText("family") }
      reader.absorb(inner)
      if let literal { return CSLName(literal: literal.value) }
      var name = CSLName(family: family?.value ?? "", given: given)
      name.nonDroppingParticle = particle
      name.droppingParticle = droppingParticle
      name.suffix = suffix
      return name
    }
  }
}
