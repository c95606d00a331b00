public import Diagnostics
public import FrontMatter
import Markup
public import SiteModel

/// A person who writes, speaks or leads (schema.org `Person`).
public struct Person: Entity {
  /// A function or an affiliation: true at the date of the text that prints it, or for a time that
  /// editors know.
  struct Function: Hashable {
    let text: String
    let asOf: PartialDate?
    var from: PartialDate?
    var to: PartialDate?

    /// The last day it is known for.
    fileprivate var latest: PartialDate? { to ?? asOf ?? from }
  }

  /// An organisation that a text names in a function of the person.
  struct Employment: Hashable {
    let organisation: Spanned<String>
    let function: String?
    let asOf: PartialDate?

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

  /// Reads `name`, `given`, `family`, `aliases`, `functions`, `affiliations` and `organisations`.
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

  private static func readEmployments(_ reader: inout FieldReader) -> [Employment] {
    var employments: [Employment] = []
    for record in reader.records("organisations", shorthand: "organisation") {
      var inner = FieldReader(record, of: "organisation of a person")
      employments.append(
        Employment(
          organisation: inner.requiredText("organisation"),
          function: inner.text("function")?.value,
          asOf: inner.date("as-of")
        )
      )
      reader.absorb(inner)
    }
    // What a text without a date says again is no second affiliation.
    let dated = Set(employments.filter { $0.asOf != nil }.map(\.words))
    employments.removeAll { $0.asOf == nil && dated.contains($0.words) }
    return employments.enumerated().sorted { left, right in
      let (first, second) = (left.element.asOf?.isoText ?? "", right.element.asOf?.isoText ?? "")
      return first == second ? left.offset < right.offset : first > second
    }.map(\.element)
  }

  private static func readFunctions(_ reader: inout FieldReader, _ key: String) -> [Function] {
    var functions: [Function] = []
    for record in reader.records(key, shorthand: "text") {
      var inner = FieldReader(record, of: "function")
      functions.append(
        Function(
          text: inner.requiredText("text").value,
          asOf: inner.date("as-of"),
          from: inner.date("from"),
          to: inner.date("to")
        )
      )
      reader.absorb(inner)
    }
    return orderFunctions(functions)
  }

  /// Latest first; of one date, what says more than a discipline first, then in printed order.
  ///
  /// A function printed by several texts stands once for each date; without a date only when no
  /// text dates it.
  static func orderFunctions(_ functions: [Function]) -> [Function] {
    let dated = Set(functions.filter { $0.latest != nil }.map { slugify($0.text) })
    var seen: Set<Function> = []
    let kept = functions.filter { function in
      (function.latest != nil || !dated.contains(slugify(function.text)))
        && seen.insert(function).inserted
    }
    func rank(_ function: Function) -> (String, Int) {
      (function.latest?.isoText ?? "", function.text.contains(" ") ? 1 : 0)
    }
    return kept.enumerated().sorted { left, right in
      let (leftRank, rightRank) = (rank(left.element), rank(right.element))
      return leftRank == rightRank ? left.offset < right.offset : leftRank > rightRank
    }.map(\.element)
  }
}
