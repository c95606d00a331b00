/// All entities and what joins them; immutable, every question is answered in a fixed order.
public struct EntityGraph: Sendable {
  private let entitiesByID: [EntityID: any Entity]
  private let orderedByKind: [EntityKind: [any Entity]]
  /// Texts as they were before, by identity: they have pages, but stand in no list, and nobody is
  /// told of what they cite or name.
  public let earlierVersions: [any Entity]
  /// All entities by kind, then sort key, earlier versions last, and where each stands among them.
  private let ordered: [any Entity]
  private let ranks: [EntityID: Int]
  /// The relations of each rank without their places: pages ask who is joined to whom all the time,
  /// and numbers are compared and copied for nothing.
  private let edgesFrom: [[Edge]]
  private let edgesTo: [[Edge]]
  private let outgoing: [EntityID: [Relation]]
  private let incoming: [EntityID: [Relation]]
  private let redirects: [EntityID: EntityID]
  private let idsByAlias: [EntityKind: [String: EntityID]]

  /// Builds the graph; linear but for sorting the entities of each kind by their sort key.
  ///
  /// - Parameters:
  ///   - entities: one for each identity.
  ///   - relations: edges in the order in which their sources state them.
  ///   - earlierVersions: texts as they were before, which may state edges too.
  ///   - redirects: identities that are no entities, and those that stand for them.
  public init(
    entities: [any Entity],
    relations: [Relation],
    earlierVersions: [any Entity] = [],
    redirects: [EntityID: EntityID] = [:]
  ) {
    self.redirects = redirects
    self.earlierVersions = earlierVersions.sorted { $0.id < $1.id }
    let earlier = Set(earlierVersions.map(\.id))
    entitiesByID = Dictionary((entities + earlierVersions).map { ($0.id, $0) }) { first, _ in first
    }
    let orderedByKind = Dictionary(grouping: entities) { $0.id.kind }.mapValues { entities in
      // A sort key may be put together from fields: each is asked for once.
      entities.map { (key: $0.sortKey, entity: $0) }.sorted { left, right in
        left.key == right.key
          ? left.entity.id < right.entity.id
          : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
      }.map(\.entity)
    }
    self.orderedByKind = orderedByKind
    let ordered =
      EntityKind.allCases.flatMap { orderedByKind[$0] ?? [] } + self.earlierVersions
    self.ordered = ordered
    let ranks = Dictionary(ordered.enumerated().map { ($1.id, $0) }) { first, _ in first }
    self.ranks = ranks
    outgoing = Dictionary(grouping: relations, by: \.source)
    let told = earlier.isEmpty ? relations : relations.filter { !earlier.contains($0.source) }
    incoming = Dictionary(grouping: told, by: \.target)
    edgesFrom = EntityGraph.edges(of: relations, ranks, from: \.source, to: \.target)
    edgesTo = EntityGraph.edges(of: told, ranks, from: \.target, to: \.source)
    idsByAlias = EntityGraph.indexAliases(of: entities)
  }

  /// By kind, the entity that each alias names; the first that claims it.
  public static func indexAliases(of entities: [any Entity]) -> [EntityKind: [String: EntityID]] {
    var ids: [EntityKind: [String: EntityID]] = [:]
    for entity in entities {
      for alias in entity.aliases where ids[entity.id.kind]?[alias] == nil {
        ids[entity.id.kind, default: [:]][alias] = entity.id
      }
    }
    return ids
  }

  /// The entity of an identity, or nil.
  public func entity(_ id: EntityID) -> (any Entity)? { entitiesByID[id] }

  /// The entity a record names by kind and slug, or by another word that names it; nil for none.
  public func entity(_ kind: EntityKind, named name: String) -> (any Entity)? {
    if let id = Slug(name).map({ EntityID(kind, $0) }) {
      if let entity = entitiesByID[id] { return entity }
      if let target = redirects[id] { return entitiesByID[target] }
    }
    return idsByAlias[kind]?[name].flatMap { entitiesByID[$0] }
  }

  /// All entities of a kind, by sort key.
  public func entities(of kind: EntityKind) -> [any Entity] { orderedByKind[kind] ?? [] }

  /// Edges that an entity states, in its order.
  public func relations(from id: EntityID, _ names: RelationName...) -> [Relation] {
    (outgoing[id] ?? []).filter { names.contains($0.name) }
  }

  /// All edges that an entity states, in its order.
  public func relations(from id: EntityID) -> [Relation] { outgoing[id] ?? [] }

  /// All edges that others state of an entity, in the order of the sources' identities.
  public func relations(to id: EntityID) -> [Relation] { incoming[id] ?? [] }

  /// Entities that a record joins to this one, either way, each once, in the order of kinds and
  /// identities.
  public func neighbours(of id: EntityID) -> [EntityID] {
    guard let rank = ranks[id] else { return [] }
    let stated = (edgesFrom[rank] + edgesTo[rank]).filter { $0.name.isStated }
    return Set(stated.map(\.other)).subtracting([rank]).map { ordered[$0].id }.sorted()
  }

  /// Edges that others state of an entity, in the order of the sources' identities.
  public func relations(to id: EntityID, _ names: RelationName...) -> [Relation] {
    (incoming[id] ?? []).filter { names.contains($0.name) }
  }

  /// Entities that state an edge to this one, each once, by sort key within their kind.
  public func sources(of names: RelationName..., to id: EntityID) -> [any Entity] {
    ranks[id].map { others(in: edgesTo[$0], names) } ?? []
  }

  /// Entities that this one states an edge to, each once, by sort key within their kind.
  public func targets(of names: RelationName..., from id: EntityID) -> [any Entity] {
    ranks[id].map { others(in: edgesFrom[$0], names) } ?? []
  }

  /// Several entities, each once, by sort key within their kind.
  public func inOrder(_ ids: some Sequence<EntityID>) -> [any Entity] {
    entities(ofRanks: ids.compactMap { ranks[$0] })
  }

  /// The other ends, each once, in the order of ranks.
  private func others(in edges: [Edge], _ names: [RelationName]) -> [any Entity] {
    var found: [Int] = []
    for edge in edges where names.contains(edge.name) { found.append(edge.other) }
    return entities(ofRanks: found)
  }

  private func entities(ofRanks found: [Int]) -> [any Entity] {
    var previous = -1
    var entities: [any Entity] = []
    for rank in found.sorted() where rank != previous {
      entities.append(ordered[rank])
      previous = rank
    }
    return entities
  }

  /// A relation as seen from one end.
  private struct Edge {
    let name: RelationName
    /// The rank of the other end.
    let other: Int
  }

  /// By the rank of one end, the other ends.
  private static func edges(
    of relations: [Relation],
    _ ranks: [EntityID: Int],
    from near: (Relation) -> EntityID,
    to far: (Relation) -> EntityID
  ) -> [[Edge]] {
    var edges = [[Edge]](repeating: [], count: ranks.count)
    for relation in relations {
      guard let rank = ranks[near(relation)], let other = ranks[far(relation)] else { continue }
      edges[rank].append(Edge(name: relation.name, other: other))
    }
    return edges
  }
}
