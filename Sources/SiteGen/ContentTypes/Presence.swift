import Diagnostics
import FrontMatter
import SiteModel
import Templating

/// A person who takes part in something, as it is printed there.
///
/// A class: the pages of all who meet ask for it, and hold it by one reference.
final class Presence: Sendable {
  let person: Spanned<String>
  /// `Dr`, `Pr`.
  let honorific: String?
  let function: String?
  /// What he spoke of.
  let topic: String?
  /// `speaker`, `moderator`; nil where the kind knows no roles.
  let role: Spanned<String>?
  /// The part of an event he took part in; nil for the whole.
  let section: String?

  /// Reads `person`, `honorific`, `function`, `topic`, `role` and `section`.
  init(_ reader: inout FieldReader) {
    person = reader.requiredText("person")
    honorific = reader.text("honorific")?.value
    function = reader.text("function")?.value
    topic = reader.text("topic")?.value
    role = reader.text("role")
    section = reader.text("section")?.value
  }

  /// The shape of a presence in templates.
  static let shape = TemplateShape.record([
    "person": .record(EntityView.cardShape), "honorific": .optional(.text),
    "function": .optional(.text), "topic": .optional(.text),
    "known": .listing(of: Person.knownFunctionShape),
    "organisations": .listing(of: .record(EntityView.cardShape)),
  ])

  /// The presence as templates see it, in a text of a date.
  func fields(in view: EntityView, at date: PartialDate?) -> TemplateValue {
    let person = view.site.graph.entity(.person, named: person.value) as? Person
    let known =
      person?.background(of: participation.part, at: date, in: view) ?? Person.noBackground
    return .record(
      known.merging([
        "person": view.card(of: person), "honorific": view.text(honorific),
        "function": view.text(function), "topic": view.text(topic),
      ])
    )
  }
}

extension Person {
  static let knownFunctionShape = TemplateShape.record(["text": .text, "date": .optional(.text)])

  /// What is known of nobody.
  static let noBackground: TemplateRecord = ["known": .absent, "organisations": .absent]

  /// What stands behind a person's part in a text: its organisations, and where the text prints no
  /// function, the functions known of that time.
  func background(
    of part: Participation,
    at date: PartialDate?,
    in view: EntityView
  ) -> TemplateRecord {
    let known = part.functions.isEmpty ? date.map { functions(at: $0) } ?? [] : []
    return [
      "known": .listing(
        known.map { function in
          let isOfThatDay = date.map { function.period.covers($0) } ?? false
          return .record([
            "text": view.text(function.text),
            "date": isOfThatDay
              ? .absent : function.period.latest.map { .text($0.frenchText) } ?? .absent,
          ])
        }
      ),
      "organisations": view.cards(
        at: organisations(behind: part, at: date).compactMap {
          view.site.graph.number(.organisation, named: $0)
        }
      ),
    ]
  }
}

/// Reads a list of persons: slugs alone, or records of `person`, `honorific`, `function`, `topic`,
/// `role` and `section`.
func readPresences(_ reader: inout FieldReader, _ key: String) -> [Presence] {
  reader.records(key, shorthand: "person").map { record in
    var inner = FieldReader(record, of: "list of persons")
    let presence = Presence(&inner)
    reader.absorb(inner)
    return presence
  }
}

/// A number as text whose byte order is the order of numbers; the unnumbered come last.
func sortable(_ number: Int?) -> String {
  guard let number, number >= 0 else { return "~" }
  let digits = String(number)
  return String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
}
