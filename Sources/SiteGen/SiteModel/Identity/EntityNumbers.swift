/// The place of each identity in a list.
///
/// A table of our own: a site is looked through by identities millions of times, and `Dictionary`
/// would hash each of them anew, which the slug has done once. A class, so that whoever needs the
/// numbers of a site holds one reference.
public final class EntityNumbers: Sendable {
  private let ids: [EntityID]
  /// From the place that its hash names onward, the number of an identity; -1 where there is none.
  /// At least half are, so that a search ends after a step or two.
  private let slots: [Int32]

  /// No identity at all.
  public static let none = EntityNumbers([])

  /// Numbers identities by their places; of equal ones the first counts.
  public init(_ ids: [EntityID]) {
    self.ids = ids
    var slots = [Int32](repeating: -1, count: 2)
    while slots.count < ids.count * 2 { slots += slots }
    for (number, id) in ids.enumerated() {
      var slot = id.slug.fingerprint & (slots.count - 1)
      while slots[slot] >= 0, ids[Int(slots[slot])] != id { slot = (slot + 1) & (slots.count - 1) }
      if slots[slot] < 0 { slots[slot] = Int32(number) }
    }
    self.slots = slots
  }

  /// How many places there are.
  public var count: Int { ids.count }

  /// The number of an identity; nil for one that is not in the list.
  public subscript(id: EntityID) -> Int? {
    var slot = id.slug.fingerprint & (slots.count - 1)
    while slots[slot] >= 0 {
      let number = Int(slots[slot])
      if ids[number] == id { return number }
      slot = (slot + 1) & (slots.count - 1)
    }
    return nil
  }
}
