import Markup
import SiteModel

/// Edges from works to the persons of the collection who wrote them.
///
/// A printed author is a person when exactly one person has his family name and given names that
/// agree with his initials; anything less certain is left unlinked.
func matchCreators(_ entities: [any Entity]) -> [Relation] {
  var persons: [String: [(id: EntityID, name: PersonName)]] = [:]
  for entity in entities {
    for name in [entity.personName].compactMap({ $0 }) + entity.otherNames {
      persons[slugify(name.family), default: []].append((entity.id, name))
    }
  }
  return entities.flatMap { work in
    work.creators.compactMap { creator -> Relation? in
      let candidates = (persons[slugify(creator.family)] ?? []).filter {
        $0.name.agrees(withInitials: creator.given)
      }
      let people = Set(candidates.map(\.id))
      guard people.count == 1, let person = people.first else { return nil }
      return Relation(.creator, from: work.id, to: person)
    }
  }
}
