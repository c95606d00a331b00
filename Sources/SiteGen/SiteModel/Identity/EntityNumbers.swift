import Diagnostics

/// The place of each identity in a list.
///
/// A site is looked through by identities millions of times, by the hash that slugs bring along. A
/// class, so that whoever needs the numbers of a site holds one reference.
public final class EntityNumbers: Sendable {
  private let ids: [EntityID]
  private let table: HashTable

  /// No identity at all.
  public static let none = EntityNumbers([])

  /// Numbers identities by their places; of equal ones the first counts.
  public init(_ ids: [EntityID]) {
    self.ids = ids
    var table = HashTable(room: ids.count)
    for (number, id) in ids.enumerated() {
      let isKnown = table.number(at: id.slug.fingerprint) { ids[$0] == id } != nil
      if !isKnown { table.insert(number, at: id.slug.fingerprint) }
    }
    self.table = table
  }

  /// How many places there are.
  public var count: Int { ids.count }

  /// The number of an identity; nil for one that is not in the list.
  public subscript(id: EntityID) -> Int? {
    table.number(at: id.slug.fingerprint) { ids[$0] == id }
  }
}
