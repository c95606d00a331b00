import Diagnostics
import CSL
import Markup
import SiteModel
import Templating

/// The index of authors, in groups by their first letter.
///
/// A person of the collection stands under the name of his page and leads there; whoever is known
/// from reference lists alone has an entry and no page. Two spellings of a name are two entries,
/// unless they differ in accents and capitals only.
func authorGroups(_ works: [any Entity], _ frame: PageFrame) -> [TemplateValue] {
  var entries: [String: AuthorEntry] = [:]
  for work in works {
    for name in work.work?.creators ?? [] {
      let person = frame.site.graph.person(named: name, creatorOf: work.id)
      let entry = AuthorEntry(name, person)
      entries[entry.key, default: entry].add(work)
    }
  }
  let sorted = entries.keys.sorted { $0.precedesInBytes($1) }.compactMap { entries[$0] }
  var groups: [(letter: String, authors: [AuthorEntry])] = []
  for entry in sorted {
    if let last = groups.indices.last, groups[last].letter == entry.letter {
      groups[last].authors.append(entry)
    } else {
      groups.append((entry.letter, [entry]))
    }
  }
  return groups.map { group in
    .record([
      "label": .text(group.letter), "href": .absent, "type": .absent,
      "id": .text(slugify(group.letter)), "count": .number(group.authors.count), "items": .list([]),
      "authors": .list(group.authors.map { $0.value(in: frame) }),
    ])
  }
}

/// An author and what he wrote.
private struct AuthorEntry {
  /// What tells authors apart and orders them.
  let key: String
  private let label: String
  private let person: (any Entity)?
  private var works: [any Entity] = []

  init(_ name: CSLName, _ person: (any Entity)?) {
    let own = person?.personName
    label =
      own.map { $0.given.isEmpty ? $0.family : "\($0.family), \($0.given)" }
      ?? name.invertedText
    let folded = slugify(label)
    self.person = person
    // Names in other scripts fold to nothing and stand before the letters.
    key = (folded.isEmpty ? "~\(label)" : folded) + (person.map { " \($0.id)" } ?? "")
  }

  /// The first letter, or `#` for none.
  var letter: String { key.first.flatMap { $0.isLetter ? $0.uppercased() : nil } ?? "#" }

  /// Adds a work; an author named twice has it once.
  mutating func add(_ work: any Entity) {
    if works.last?.id != work.id { works.append(work) }
  }

  func value(in frame: PageFrame) -> TemplateValue {
    let route = person.flatMap { frame.view.route(of: $0) }
    return .record([
      "label": .text(label), "href": route.map { .text(frame.link(to: $0)) } ?? .absent,
      "count": .number(works.count),
      "items": listedEntities(works, frame.view),
    ])
  }
}
