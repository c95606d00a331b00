import Markup
import SiteModel

/// Edges from works to the persons of the collection who wrote them.
///
/// A printed author is a person when exactly one person has his family name and given names that
/// agree with his initials; anything less certain is left unlinked.
func matchCreators(_ entities: [any Entity]) -> [Relation] { CreatorMatches(entities).relations }

/// A creator as a work prints him.
private struct Creator {
  /// The family name as slugs write it.
  let family: String
  let given: String

  static func all(of work: any Entity) -> [Creator] {
    work.creators.map { Creator(family: slugify($0.family), given: $0.given) }
  }
}

/// Which persons wrote which works, by the family names that join them, so that another name asks
/// only the works of those who bear it.
struct CreatorMatches: Sendable {
  /// By family name, as slugs write it.
  private var persons: [String: [(id: EntityID, name: PersonName)]] = [:]
  /// By family name of a creator, the places of the works.
  private var works: [String: [Int]] = [:]
  /// By the place of a work, the edges to its creators.
  private var edges: [Int: [Relation]] = [:]

  /// Matches the creators of all entities; linear in names.
  init(_ entities: [any Entity]) {
    for entity in entities { insertNames(of: entity) }
    for (place, work) in entities.enumerated() {
      let creators = Creator.all(of: work)
      guard !creators.isEmpty else { continue }
      for creator in creators { works[creator.family, default: []].append(place) }
      edges[place] = match(creators, of: work.id)
    }
  }

  /// All edges, in the order of the works.
  var relations: [Relation] { edges.keys.sorted().flatMap { edges[$0] ?? [] } }

  /// The edges from the work at a place.
  func relations(at place: Int) -> [Relation] { edges[place] ?? [] }

  /// Matches again what other names or creators reach.
  ///
  /// - Parameters:
  ///   - changed: places of entities, each as it was and as it is.
  ///   - entity: the entity at a place.
  /// - Returns: places of the works whose edges are others.
  mutating func update(
    _ changed: [(place: Int, before: any Entity, now: any Entity)],
    _ entity: (Int) -> any Entity
  ) -> Set<Int> {
    var open: Set<Int> = []
    var families: Set<String> = []
    for (place, before, now) in changed {
      if before.personName != now.personName || before.otherNames != now.otherNames {
        for family in Set(names(of: before).map { slugify($0.family) }) {
          persons[family]?.removeAll { $0.id == before.id }
          families.insert(family)
        }
        insertNames(of: now)
        families.formUnion(names(of: now).map { slugify($0.family) })
      }
      if before.creators != now.creators {
        for creator in Creator.all(of: before) {
          works[creator.family]?.removeAll { $0 == place }
        }
        for creator in Creator.all(of: now) { works[creator.family, default: []].append(place) }
        open.insert(place)
      }
    }
    for family in families { open.formUnion(works[family] ?? []) }
    return open.filter { place in
      let work = entity(place)
      let new = match(Creator.all(of: work), of: work.id)
      defer { edges[place] = new.isEmpty ? nil : new }
      return edges[place] ?? [] != new
    }
  }

  private func names(of entity: any Entity) -> [PersonName] {
    [entity.personName].compactMap { $0 } + entity.otherNames
  }

  private mutating func insertNames(of entity: any Entity) {
    for name in names(of: entity) {
      persons[slugify(name.family), default: []].append((entity.id, name))
    }
  }

  private func match(_ creators: [Creator], of work: EntityID) -> [Relation] {
    creators.compactMap { creator in
      let candidates = (persons[creator.family] ?? []).filter {
        $0.name.agrees(withInitials: creator.given)
      }
      let people = Set(candidates.map(\.id))
      guard people.count == 1, let person = people.first else { return nil }
      return Relation(.creator, from: work, to: person)
    }
  }
}
