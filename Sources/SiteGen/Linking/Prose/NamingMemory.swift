import SiteModel

/// What the texts of an entity have named so far.
struct NamingMemory {
  private var namedInFull: Set<Int> = []
  private var familyNames: Set<Int> = []
  private var stated: Set<Int> = []
  private var inSection: Set<Int> = []
  private var usedTerms: Set<Int> = []

  mutating func beginSection() { inSection.removeAll(keepingCapacity: true) }

  /// Keeps that an entity was named; by a name of the site, or in words of the author's choice.
  mutating func name(_ entity: Int, by form: (role: NameRole, name: Int)?, in index: NameIndex) {
    if let form, form.role != .name { return }
    guard namedInFull.insert(entity).inserted else { return }
    familyNames.formUnion(index.familyNames[entity] ?? [])
  }

  /// Keeps that an author named an entity expressly.
  mutating func state(_ entity: Int) { stated.insert(entity) }

  /// Whether an entity is named for the first time in its section; keeps that it was.
  mutating func isFirstInSection(_ entity: Int) -> Bool { inSection.insert(entity).inserted }

  /// Whether an acronym is used for the first time; keeps that it was.
  mutating func isFirstUse(of term: Int) -> Bool { usedTerms.insert(term).inserted }

  /// Whether somebody of a family name was named in full.
  func isFamilyNamed(_ name: Int) -> Bool { familyNames.contains(name) }

  func isNamedInFull(_ entity: Int) -> Bool { namedInFull.contains(entity) }

  func isStated(_ entity: Int) -> Bool { stated.contains(entity) }
}
