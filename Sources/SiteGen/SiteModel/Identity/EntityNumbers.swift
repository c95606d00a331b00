import Diagnostics

/// The place of each identity in a list.
///
/// A site is looked through by identities millions of times, by the hash that slugs bring along; who
/// has an entity at hand asks by the object, so that no word of its identity is touched. A class, so
/// that whoever needs the numbers of a site holds one reference.
public final class EntityNumbers: Sendable {
  private let ids: [EntityID]
  private let table: HashTable
  /// The entities whose identities these are, where they are known.
  private let entities: [any Entity]
  private let entityTable: HashTable

  /// No identity at all.
  public static let none = EntityNumbers([])

  /// Numbers identities by their places; of equal ones the first counts.
  public convenience init(_ ids: [EntityID]) { self.init(ids, of: []) }

  /// Numbers entities by their places; of equal identities the first counts.
  public convenience init(of entities: [any Entity]) {
    self.init(entities.map(\.id), of: entities)
  }

  private init(_ ids: [EntityID], of entities: [any Entity]) {
    self.ids = ids
    self.entities = entities
    var table = HashTable(room: ids.count)
    var entityTable = HashTable(room: entities.count)
    for (number, id) in ids.enumerated() {
      let isKnown = table.number(at: id.slug.fingerprint) { ids[$0] == id } != nil
      if isKnown { continue }
      table.insert(number, at: id.slug.fingerprint)
      if !entities.isEmpty { entityTable.insert(number, at: EntityNumbers.hash(entities[number])) }
    }
    self.table = table
    self.entityTable = entityTable
  }

  /// How many places there are.
  public var count: Int { ids.count }

  /// The identity of a number.
  public func id(at number: Int) -> EntityID { ids[number] }

  /// The kind of a number.
  public func kind(at number: Int) -> EntityKind { ids[number].kind }

  /// The number of an identity; nil for one that is not in the list.
  public subscript(id: EntityID) -> Int? {
    table.number(at: id.slug.fingerprint) { ids[$0] == id }
  }

  /// The number of the identity that a kind and the text of a slug make; nil for one that is not in
  /// the list.
  subscript(kind: EntityKind, slug: String) -> Int? {
    table.number(at: Slug.fingerprint(of: slug)) {
      ids[$0].kind == kind && ids[$0].slug.text == slug
    }
  }

  /// The number of the identity of an entity; nil for one that is not in the list.
  public subscript(entity: any Entity) -> Int? {
    // After an edit another object may have the identity.
    entityTable.number(at: EntityNumbers.hash(entity)) { entities[$0] === entity }
      ?? self[entity.id]
  }

  /// Of the address; its lowest bits are alike, so the highest of a product are taken.
  private static func hash(_ entity: any Entity) -> UInt64 {
    UInt64(UInt(bitPattern: ObjectIdentifier(entity))) &* 0x9E37_79B9_7F4A_7C15 >> 32
  }
}
