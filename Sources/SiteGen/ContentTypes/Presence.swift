import Diagnostics
import FrontMatter
import SiteModel
import Templating

/// A person who takes part in something, as it is printed there.
struct Presence: Hashable {
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

  /// The shape of a presence in templates.
  static let shape = TemplateShape.record([
    "person": .record(EntityView.cardShape), "honorific": .optional(.text),
    "function": .optional(.text), "topic": .optional(.text),
  ])

  /// The presence as templates see it.
  func fields(in view: EntityView) -> TemplateValue {
    .record([
      "person": view.card(of: view.site.graph.entity(.person, named: person.value)),
      "honorific": view.text(honorific), "function": view.text(function), "topic": view.text(topic),
    ])
  }
}

/// Reads a list of persons: slugs alone, or records of `person`, `honorific`, `function`, `topic`,
/// `role` and `section`.
func readPresences(_ reader: inout FieldReader, _ key: String) -> [Presence] {
  reader.records(key, shorthand: "person").map { record in
    var inner = FieldReader(record, of: "list of persons")
    let presence = Presence(
      person: inner.requiredText("person"),
      honorific: inner.text("honorific")?.value,
      function: inner.text("function")?.value,
      topic: inner.text("topic")?.value,
      role: inner.text("role"),
      section: inner.text("section")?.value
    )
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
