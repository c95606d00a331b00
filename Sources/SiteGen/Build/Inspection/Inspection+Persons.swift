import Diagnostics
import FrontMatter
import Markup
import SiteModel

extension Inspection {
  /// Persons with the printed forms of their names and the places where they act.
  mutating func addPersons(_ documents: [Document], drafts: [Draft]) {
    let people = documents.filter { $0.id.kind == .person }.map(record)
    let places = places
    let printed = Dictionary(grouping: drafts.flatMap(\.printedNames), by: \.value)
    let labels = Dictionary(grouping: mentions) { $0.target ?? "" }
    var presences: [String: [EntityID]] = [:]
    for document in documents {
      for slug in Set(document.fields.namedPeople.map(\.value)) {
        presences[slug, default: []].append(document.id)
      }
    }
    persons = people.sorted { places.precedes($0.span, $1.span) }.map { person in
      let spans = (printed[person.id] ?? []).map(\.span).sorted(by: places.precedes)
      let forms = spans.map(places.printed) + (labels[person.id] ?? []).map(\.printed)
      let name = person.fields.scalar("name")?.value ?? person.id
      func slugs(_ kind: EntityKind) -> [String] {
        (presences[person.id] ?? []).filter { $0.kind == kind }.map(\.slug.text)
      }
      return InspectedPerson(
        record: person,
        variants: distinct([name] + forms),
        axes: slugs(.axis),
        sessions: slugs(.session),
        events: slugs(.event),
        issues: slugs(.issue)
      )
    }
    names = Dictionary(
      people.map { ($0.id, $0.fields.scalar("name")?.value ?? $0.id) },
      uniquingKeysWith: { first, _ in first }
    )
  }

  /// The names of the reference lists, each once; one that can only be one of the persons has him.
  mutating func addAuthors() {
    let families = Dictionary(grouping: persons.map(\.name)) { slugify($0.name.family) }
    var order: [String] = []
    var authors: [String: InspectedAuthor] = [:]
    for reference in references {
      for name in ["author", "editor"].flatMap(reference.fields.records) {
        guard let family = name.scalar("family") ?? name.scalar("literal") else { continue }
        let given = name.scalar("given")?.value ?? ""
        let id = slugify("\(given) \(family.value)")
        if authors[id] == nil {
          order.append(id)
          authors[id] = InspectedAuthor(
            id: id,
            given: given,
            family: family.value,
            span: family.span,
            printed: [],
            references: [],
            person: person(given: given, among: families[slugify(family.value)] ?? [])
          )
        }
        authors[id]?.references.append(reference.id)
        authors[id]?.printed.append(printed(name, family: family))
      }
    }
    referenceAuthors = order.compactMap { authors[$0] }
    for index in referenceAuthors.indices {
      referenceAuthors[index].printed = distinct(referenceAuthors[index].printed)
    }
    let positions = Dictionary(
      persons.enumerated().map { ($1.record.id, $0) },
      uniquingKeysWith: { first, _ in first }
    )
    for author in referenceAuthors {
      guard let index = author.person.flatMap({ positions[$0] }) else { continue }
      persons[index].variants = distinct(persons[index].variants + author.printed)
    }
  }

  /// A name as its list prints it, from its first part to its last.
  private func printed(_ name: FieldMapping, family: Spanned<String>) -> String {
    guard let given = name.scalar("given"), given.span.path == family.span.path else {
      return family.value
    }
    let low = min(family.span.range.lowerBound, given.span.range.lowerBound)
    let high = max(family.span.range.upperBound, given.span.range.upperBound)
    return places.printed(SourceSpan(path: family.span.path, range: low..<high))
  }

  /// The one person of a family whose given names begin with these initials.
  private func person(given: String, among family: [(id: String, name: PersonName)]) -> String? {
    let candidates = family.filter { $0.name.agrees(withInitials: given) }
    return candidates.count == 1 ? candidates[0].id : nil
  }
}

extension InspectedPerson {
  fileprivate var name: (id: String, name: PersonName) {
    let (given, family) = (record.fields.scalar("given"), record.fields.scalar("family"))
    return (record.id, PersonName(given: given?.value ?? "", family: family?.value ?? ""))
  }
}

extension FieldMapping {
  private static let peopleLists = ["speakers", "participants", "members", "authors"]

  /// The people whom the fields name, with the place of the name.
  fileprivate var namedPeople: [Spanned<String>] {
    [scalar("lead")].compactMap { $0 } + FieldMapping.peopleLists.flatMap(people)
  }
}

extension Draft {
  /// Slugs of people with the places where their names are printed.
  fileprivate var printedNames: [Spanned<String>] {
    let own = id.kind == .person ? fields.scalar("name") : nil
    return [own.map { Spanned(id.slug.text, at: $0.span) }].compactMap { $0 } + fields.namedPeople
  }
}

/// Each text once, in the order of the first.
func distinct(_ texts: [String]) -> [String] {
  var seen: Set<String> = []
  return texts.filter { !$0.isEmpty && seen.insert($0).inserted }
}
