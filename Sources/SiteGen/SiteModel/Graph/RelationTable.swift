import Diagnostics

/// What joins numbered entities, seen from both ends.
struct RelationTable: Sendable {
  /// A relation as seen from one end, without its places: pages ask who is joined to whom all the
  /// time, and numbers are compared and copied for nothing.
  struct Edge {
    let name: RelationName
    /// The number of the other end.
    let other: Int32
  }

  /// By the number of an entity, what it states, in its order.
  private(set) var outgoing: [[Relation]]
  /// By the number of an entity, what others state of it, in the order of statement.
  private(set) var incoming: [[Relation]]
  /// The same without places; where an entity was updated, in whatever order: whoever asks for the
  /// other ends gets them by rank.
  private(set) var edgesFrom: [[Edge]]
  private(set) var edgesTo: [[Edge]]

  /// Sorts relations by both ends; linear.
  ///
  /// - Parameters:
  ///   - relations: in the order in which their sources state them.
  ///   - numbers: of all entities, from 0.
  ///   - told: numbers of the entities that count where others are asked who speaks of them.
  init(_ relations: [Relation], between numbers: EntityNumbers, told: Range<Int>) {
    let none = [[Relation]](repeating: [], count: numbers.count)
    let noEdges = [[Edge]](repeating: [], count: numbers.count)
    (outgoing, incoming, edgesFrom, edgesTo) = (none, none, noEdges, noEdges)
    let ends = RelationTable.ends(of: relations, numbers)
    reserve(ends, told)
    for (relation, ends) in zip(relations, ends) {
      guard let ends else { continue }
      outgoing[ends.source].append(relation)
      edgesFrom[ends.source].append(Edge(name: relation.name, other: Int32(ends.target)))
      guard told.contains(ends.source) else { continue }
      incoming[ends.target].append(relation)
      edgesTo[ends.target].append(Edge(name: relation.name, other: Int32(ends.source)))
    }
  }

  private typealias Ends = (source: Int, target: Int)

  /// The numbers of both ends; an entity states its relations one after the other.
  private static func ends(of relations: [Relation], _ numbers: EntityNumbers) -> [Ends?] {
    var last: (id: EntityID, number: Int?)?
    return relations.map { relation in
      if last?.id != relation.source { last = (relation.source, numbers[relation.source]) }
      guard let source = last?.number, let target = numbers[relation.target] else { return nil }
      return (source, target)
    }
  }

  /// Lists live as long as the site: none keeps the room in which it has grown.
  private mutating func reserve(_ ends: [Ends?], _ told: Range<Int>) {
    var counts = [(from: Int, to: Int)](repeating: (0, 0), count: outgoing.count)
    for case let ends? in ends {
      counts[ends.source].from += 1
      if told.contains(ends.source) { counts[ends.target].to += 1 }
    }
    // A list that reserves no room would yet take some for itself.
    for (number, count) in counts.enumerated() {
      if count.from > 0 {
        outgoing[number].reserveCapacity(count.from)
        edgesFrom[number].reserveCapacity(count.from)
      }
      if count.to > 0 {
        incoming[number].reserveCapacity(count.to)
        edgesTo[number].reserveCapacity(count.to)
      }
    }
  }
}

// MARK: Replacing

extension RelationTable {
  /// Replaces what one entity states, in its own list and in those of all it is joined to.
  ///
  /// - Parameters:
  ///   - relations: all it states now, in its order.
  ///   - source: the entity.
  ///   - numbers: of all entities.
  mutating func replace(
    _ relations: [Relation],
    of source: EntityID,
    _ numbers: EntityNumbers
  ) {
    guard let number = numbers[source] else { return }
    let before = outgoing[number]
    outgoing[number] = relations
    var ends: Set<Int> = [number]
    for target in Set((before + relations).map(\.target)) {
      guard let end = numbers[target] else { continue }
      let others = incoming[end].filter { $0.source != source }
      let own = relations.filter { $0.target == target }
      incoming[end] = RelationTable.insert(own, into: others)
      ends.insert(end)
    }
    for end in ends { join(end, numbers) }
  }

  /// Puts edges of one source among those of others: what records and texts say comes before what
  /// follows from names, each in the order of identities.
  private static func insert(_ own: [Relation], into others: [Relation]) -> [Relation] {
    var edges = others
    for isCreator in [false, true] {
      let part = own.filter { ($0.name == .creator) == isCreator }
      guard let first = part.first else { continue }
      let place = edges.partitioningIndex { other in
        if (other.name == .creator) != isCreator { return !isCreator }
        return first.source < other.source
      }
      edges.insert(contentsOf: part, at: place)
    }
    return edges
  }

  private mutating func join(_ number: Int, _ numbers: EntityNumbers) {
    edgesFrom[number] = outgoing[number].compactMap { relation in
      numbers[relation.target].map { Edge(name: relation.name, other: Int32($0)) }
    }
    edgesTo[number] = incoming[number].compactMap { relation in
      numbers[relation.source].map { Edge(name: relation.name, other: Int32($0)) }
    }
  }
}
