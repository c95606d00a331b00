public import Diagnostics
public import FrontMatter
import Markup
public import SiteModel

/// A person who writes, speaks or leads (schema.org `Person`).
public struct Person: Entity {
  /// A function as a text prints it, true at the date of that text.
  struct Function: Hashable {
    let text: String
    let asOf: PartialDate?
  }

  /// Identity.
  public let id: EntityID
  /// Full name, given names first.
  public let title: String
  /// Where it comes from.
  public let sources: [SourceSpan]
  /// The biography, where there is one.
  public let texts: [EntityText]
  let name: PersonName
  /// Latest first; of one date, in the order of the texts.
  let functions: [Function]

  /// Reads `name`, `given`, `family` and `functions`.
  public init(_ document: Document, reading reader: inout FieldReader) {
    id = document.id
    sources = document.sources
    let full = reader.requiredText("name").value
    title = full
    let words = full.split(separator: " ")
    name = PersonName(
      given: reader.text("given")?.value ?? words.dropLast().joined(separator: " "),
      family: reader.text("family")?.value ?? words.last.map(String.init) ?? ""
    )
    functions = Person.readFunctions(&reader)
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

  private static func readFunctions(_ reader: inout FieldReader) -> [Function] {
    var functions: [Function] = []
    for record in reader.records("functions", shorthand: "text") {
      var inner = FieldReader(record, of: "function")
      let function = Function(text: inner.requiredText("text").value, asOf: inner.date("as-of"))
      reader.absorb(inner)
      if !functions.contains(where: { $0.text == function.text && $0.asOf == function.asOf }) {
        functions.append(function)
      }
    }
    let ordered = functions.enumerated().sorted { left, right in
      if left.element.asOf == right.element.asOf { return left.offset < right.offset }
      guard let leftDate = left.element.asOf else { return false }
      guard let rightDate = right.element.asOf else { return true }
      return leftDate > rightDate
    }
    return ordered.map(\.element)
  }
}
