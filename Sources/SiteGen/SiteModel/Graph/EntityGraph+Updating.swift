import Diagnostics

extension EntityGraph {
  /// The same graph with other entities and relations under the same identities and aliases;
  /// linear in what is other and in the relations of what it is joined to.
  ///
  /// - Parameters:
  ///   - entities: those that say something else.
  ///   - relations: by those whose edges are others, all edges they state, in their order.
  /// - Returns: the graph that all entities and relations together would give.
  public func updating(
    _ entities: [any Entity],
    relations: [EntityID: [Relation]]
  ) -> EntityGraph {
    var graph = self
    graph.replace(entities)
    var ends = Set(relations.keys)
    for source in relations.keys.sorted() {
      ends.formUnion((outgoing[source] ?? []).map(\.target))
      ends.formUnion((relations[source] ?? []).map(\.target))
      graph.replaceRelations(of: source, by: relations[source] ?? [])
    }
    graph.joinEnds(of: ends)
    return graph
  }

  /// Puts entities in the place of those of the same identity, and in order where a sort key is
  /// other; asks for few sort keys.
  private mutating func replace(_ entities: [any Entity]) {
    let byKind = Dictionary(grouping: entities, by: \.id.kind)
    var movedKinds: Set<EntityKind> = []
    for (kind, entities) in byKind {
      let others = Dictionary(entities.map { ($0.id, $0) }) { first, _ in first }
      let moved = others.filter { id, entity in entitiesByID[id]?.sortKey != entity.sortKey }
      var ordered = (orderedByKind[kind] ?? []).filter { moved[$0.id] == nil }
        .map { others[$0.id] ?? $0 }
      for entity in moved.values {
        let key = entity.sortKey
        let place = ordered.partitioningIndex { other in
          let otherKey = other.sortKey
          return otherKey == key
            ? entity.id < other.id : key.precedesInBytes(otherKey)
        }
        ordered.insert(entity, at: place)
      }
      orderedByKind[kind] = ordered
      for (id, entity) in others { entitiesByID[id] = entity }
      if !moved.isEmpty { movedKinds.insert(kind) }
    }
    if !entities.isEmpty { order(moved: movedKinds) }
  }

  private mutating func replaceRelations(of source: EntityID, by relations: [Relation]) {
    let before = outgoing[source] ?? []
    outgoing[source] = relations.isEmpty ? nil : relations
    for target in Set((before + relations).map(\.target)) {
      let others = (incoming[target] ?? []).filter { $0.source != source }
      let own = relations.filter { $0.target == target }
      let edges = EntityGraph.insert(own, into: others)
      incoming[target] = edges.isEmpty ? nil : edges
    }
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
}
