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
    for source in relations.keys.sorted() {
      graph.relations.replace(relations[source] ?? [], of: source, numbers)
    }
    return graph
  }

  /// Puts entities in the place of those of the same identity, and in order where a sort key is
  /// other; asks for few sort keys.
  private mutating func replace(_ entities: [any Entity]) {
    let byKind = Dictionary(grouping: entities, by: \.id.kind)
    var movedKinds: Set<EntityKind> = []
    for (kind, entities) in byKind {
      let others = Dictionary(entities.map { ($0.id, $0) }) { first, _ in first }
      let moved = others.filter { id, other in entity(id)?.sortKey != other.sortKey }
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
      if !moved.isEmpty { movedKinds.insert(kind) }
    }
    if !entities.isEmpty { order(moved: movedKinds) }
  }
}
