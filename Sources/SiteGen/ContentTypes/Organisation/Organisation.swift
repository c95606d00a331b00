public import Diagnostics
public import FrontMatter
import Markup
public import SiteModel

/// A body that acts: an institute, a laboratory, a firm (schema.org `Organization`).
public final class Organisation: Entity {
  /// Identity.
  public let id: EntityID
  /// The name in full, or the acronym when no text gives one.
  public let title: String
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// What editors wrote of it.
  public let texts: [EntityText]
  /// Name, acronym and other printed forms.
  public let namings: [EntityNaming]
  let acronym: String?
  /// Other printed forms of the name.
  let nameVariants: [String]
  let identifiers: [Identifier]
  /// Its own site.
  let url: String?

  /// Reads `name`, `acronym`, `aliases`, `ror`, `isni`, `idref` and `url`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    let name = reader.requiredText("name")
    title = name.value
    let short = reader.text("acronym")
    acronym = short?.value == title ? nil : short?.value
    let aliases = reader.texts("aliases")
    nameVariants = aliases.map(\.value)
    namings =
      [name, short].compactMap { $0 }.map { EntityNaming(.name, $0) }
      + aliases.map { EntityNaming(.alias, $0) }
    identifiers = [.ror, .isni, .idref].compactMap { reader.identifier($0) }
    url = Organisation.readAddress(&reader)
    texts = [document.body.map { EntityText(EntityText.bodyName, $0) }].compactMap { $0 }
  }

  /// By name.
  public var sortKey: String { slugify(title) }

  /// First letter of the name.
  public var indexGroup: String? { sortKey.first.map { $0.uppercased() } }

  /// The acronym.
  public var detail: String? { acronym }

  private static func readAddress(_ reader: inout FieldReader) -> String? {
    guard let address = reader.text("url") else { return nil }
    guard address.value.hasPrefix("https://"), !address.value.contains(where: \.isWhitespace) else {
      reader.report(wrong: "url", form: "an address that begins with https://", at: address.span)
      return nil
    }
    return address.value
  }

  /// Whether a printed name is one of its names, in whatever case.
  func isCalled(_ name: String) -> Bool {
    ([title, acronym].compactMap { $0 } + nameVariants).contains { slugify($0) == slugify(name) }
  }
}
