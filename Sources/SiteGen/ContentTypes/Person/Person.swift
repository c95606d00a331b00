public import Diagnostics
public import FrontMatter
import Markup
public import SiteModel

/// A person who writes, speaks or leads (schema.org `Person`).
public final class Person: Entity {
  /// A function or an affiliation, and for when.
  struct Function: Hashable {
    let text: String
    let period: Period
    /// What editors give as its source: words or an address on the web.
    let source: String?
  }

  /// An organisation that a text names in a function of the person.
  struct Employment: Hashable {
    let organisation: Spanned<String>
    let function: String?
    let period: Period

    /// All but the date.
    var words: String { "\(organisation.value) \(slugify(function ?? ""))" }
  }

  /// Identity.
  public let id: EntityID
  /// Full name, given names first.
  public let title: String
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// The biography, where there is one.
  public let texts: [EntityText]
  /// The name in full, the family name, and other printed forms but for those with initials.
  public let namings: [EntityNaming]
  let name: PersonName
  /// Latest first; of one date, in the order of the texts.
  let functions: [Function]
  /// In the order of ``functions``, besides those that issues print.
  let affiliations: [Function]
  /// Other printed names.
  let nameVariants: [String]
  /// Latest first; of one date, in the order of the texts.
  let employments: [Employment]
  let identifiers: [Identifier]
  let portrait: Portrait?

  /// Reads `name`, `given`, `family`, `aliases`, `functions`, `affiliations`, `organisations`,
  /// `orcid`, `idref`, `hal`, `isni` and `portrait`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    let printed = reader.requiredText("name")
    title = printed.value
    let words = printed.value.split(separator: " ")
    name = PersonName(
      given: reader.text("given")?.value ?? words.dropLast().joined(separator: " "),
      family: reader.text("family")?.value ?? words.last.map(String.init) ?? ""
    )
    functions = Person.readFunctions(&reader, "functions")
    affiliations = Person.readFunctions(&reader, "affiliations")
    let aliases = reader.texts("aliases")
    nameVariants = aliases.map(\.value)
    namings = Person.namings(printed, family: name.family, aliases: aliases)
    employments = Person.readEmployments(&reader)
    identifiers = [.orcid, .idref, .hal, .isni].compactMap { reader.identifier($0) }
    portrait = Portrait(&reader)
    texts = [document.body.map { EntityText(EntityText.bodyName, $0) }].compactMap { $0 }
  }

  /// Family name, then given names.
  public var sortKey: String { "\(slugify(name.family)) \(slugify(name.given))" }

  /// First letter of the family name.
  public var indexGroup: String? { sortKey.first.map { $0.uppercased() } }

  /// The latest function.
  public var detail: String? { functions.first?.text }

  /// The name, for matching with authors of works.
  public var personName: PersonName? { name }

  /// The aliases, the last word of each taken for the family name.
  public var otherNames: [PersonName] {
    nameVariants.map { alias in
      let words = alias.split(separator: " ")
      return PersonName(
        given: words.dropLast().joined(separator: " "),
        family: words.last.map(String.init) ?? ""
      )
    }
  }

  /// Where the person works, or worked.
  public var relations: [RelationReference] {
    employments.map { RelationReference(.affiliation, .organisation, $0.organisation) }
  }

  private static func namings(
    _ name: Spanned<String>,
    family: String,
    aliases: [Spanned<String>]
  ) -> [EntityNaming] {
    func isWhole(_ name: Spanned<String>) -> Bool { name.value.contains { $0.isWhitespace } }
    func hasInitial(_ name: Spanned<String>) -> Bool {
      name.value.split(separator: " ").contains { $0.hasSuffix(".") }
    }
    return [EntityNaming(isWhole(name) ? .name : .familyName, name)]
      + aliases.filter { !hasInitial($0) }.map {
        EntityNaming(isWhole($0) ? .alias : .familyName, $0)
      } + [EntityNaming(.familyName, Spanned(family, at: name.span))]
  }
}
