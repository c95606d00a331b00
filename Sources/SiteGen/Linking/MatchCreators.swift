import Markup
import SiteModel

/// Edges from works to the persons of the collection who wrote them.
///
/// A printed author is a person when exactly one person has his family name and given names that
/// agree with his initials; anything less certain is left unlinked.
func matchCreators(_ entities: [any Entity]) -> [Relation] {
  var persons: [String: [(id: EntityID, name: PersonName)]] = [:]
  for entity in entities {
    guard let name = entity.personName else { continue }
    persons[slugify(name.family), default: []].append((entity.id, name))
  }
  return entities.flatMap { work in
    work.creators.compactMap { creator -> Relation? in
      let candidates = (persons[slugify(creator.family)] ?? []).filter {
        $0.name.agrees(withInitials: creator.given)
      }
      guard candidates.count == 1 else { return nil }
      return Relation(.creator, from: work.id, to: candidates[0].id)
    }
  }
}
