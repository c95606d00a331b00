import Diagnostics
import FrontMatter
import SiteModel
import Templating

/// A person who takes part in something, with the function printed there.
struct Presence: Hashable {
  let person: Spanned<String>
  let function: String?
  /// `speaker`, `moderator`; nil where the kind knows no roles.
  let role: Spanned<String>?
  /// The part of an event he took part in; nil for the whole.
  let section: String?
}

/// Reads a list of persons: slugs alone, or records of `person`, `function`, `role`, `section`.
func readPresences(_ reader: inout FieldReader, _ key: String) -> [Presence] {
  reader.records(key, shorthand: "person").map { record in
    var inner = FieldReader(record, of: "list of persons")
    let presence = Presence(
      person: inner.requiredText("person"),
      function: inner.text("function")?.value,
      role: inner.text("role"),
      section: inner.text("section")?.value
    )
    reader.absorb(inner)
    return presence
  }
}

/// The shape of a presence in templates.
let presenceShape = TemplateShape.record([
  "person": .record(EntityView.cardShape), "function": .optional(.text),
])

/// A presence as templates see it.
func presenceFields(_ slug: String, function: String?, in view: EntityView) -> TemplateValue {
  .record([
    "person": view.card(of: view.site.graph.entity(.person, named: slug)),
    "function": view.text(function),
  ])
}

/// A number as text whose byte order is the order of numbers; the unnumbered come last.
func sortable(_ number: Int?) -> String {
  guard let number, number >= 0 else { return "~" }
  let digits = String(number)
  return String(repeating: "0", count: max(0, 9 - digits.utf8.count)) + digits
}
