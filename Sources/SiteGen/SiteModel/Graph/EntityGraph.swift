import Diagnostics

/// All entities and what joins them; immutable, every question is answered in a fixed order.
public struct EntityGraph: Sendable {
  var entitiesByID: [EntityID: any Entity]
  var orderedByKind: [EntityKind: [any Entity]]
  /// Texts as they were before, by identity: they have pages, but stand in no list, and nobody is
  /// told of what they cite or name.
  public let earlierVersions: [any Entity]
  /// All entities by kind, then sort key, earlier versions last.
  private(set) var ordered: [any Entity]
  /// The number of each entity, which it keeps when its rank changes.
  private let numbers: [EntityID: Int]
  /// By number, where an entity stands in the order.
  private var ranks: [Int]
  /// The relations of each number without their places: pages ask who is joined to whom all the
  /// time, and numbers are compared and copied for nothing.
  private var edgesFrom: [[Edge]]
  private var edgesTo: [[Edge]]
  var outgoing: [EntityID: [Relation]]
  var incoming: [EntityID: [Relation]]
  private let redirects: [EntityID: EntityID]
  private let idsByAlias: [EntityKind: [String: EntityID]]
  private var recorder: ReadRecorder?

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
    let orderedByKind = Dictionary(grouping: entities) { $0.id.kind }
      .mapValues { $0.sortedForLists() }
    self.orderedByKind = orderedByKind
    let ordered =
      EntityKind.allCases.flatMap { orderedByKind[$0] ?? [] } + self.earlierVersions
    self.ordered = ordered
    let numbers = Dictionary(ordered.enumerated().map { ($1.id, $0) }) { first, _ in first }
    self.numbers = numbers
    ranks = Array(ordered.indices)
    outgoing = Dictionary(grouping: relations, by: \.source)
    let told = earlier.isEmpty ? relations : relations.filter { !earlier.contains($0.source) }
    incoming = Dictionary(grouping: told, by: \.target)
    edgesFrom = EntityGraph.edges(of: relations, numbers, from: \.source, to: \.target)
    edgesTo = EntityGraph.edges(of: told, numbers, from: \.target, to: \.source)
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

  /// The same graph, which notes what is read of it.
  func recording(in recorder: ReadRecorder) -> EntityGraph {
    var graph = self
    graph.recorder = recorder
    return graph
  }

  /// The entity of an identity, or nil.
  public func entity(_ id: EntityID) -> (any Entity)? {
    recorder?.record(.entity(id))
    return entitiesByID[id]
  }

  /// The entity a record names by kind and slug, or by another word that names it; nil for none.
  public func entity(_ kind: EntityKind, named name: String) -> (any Entity)? {
    recorder?.record(.name(kind, name))
    // Most names are slugs, which need be looked up but once.
    if let id = Slug(name).map({ EntityID(kind, $0) }), let found = entitiesByID[id] {
      recorder?.record(.entity(id))
      return found
    }
    return identity(kind, named: name).flatMap { entity($0) }
  }

  /// All entities of a kind, by sort key.
  public func entities(of kind: EntityKind) -> [any Entity] {
    recorder?.record(.kind(kind))
    return orderedByKind[kind] ?? []
  }

  /// The identities of all entities of a kind, by sort key.
  public func members(of kind: EntityKind) -> [EntityID] {
    recorder?.record(.members(kind))
    return (orderedByKind[kind] ?? []).map(\.id)
  }

  /// The identities of all entities of a kind, for whoever shows nothing of their order.
  public func identities(of kind: EntityKind) -> [EntityID] {
    recorder?.record(.identities(kind))
    return (orderedByKind[kind] ?? []).map(\.id)
  }

  /// Whether there is any entity of a kind.
  public func holds(_ kind: EntityKind) -> Bool {
    recorder?.record(.presence(kind))
    return !(orderedByKind[kind] ?? []).isEmpty
  }

  /// Edges that an entity states, in its order.
  public func relations(from id: EntityID, _ names: RelationName...) -> [Relation] {
    edges(from: id, names)
  }

  /// All edges that an entity states, in its order.
  public func relations(from id: EntityID) -> [Relation] {
    edges(from: id, RelationName.allCases)
  }

  /// All edges that others state of an entity, in the order of the sources' identities.
  public func relations(to id: EntityID) -> [Relation] {
    edges(to: id, RelationName.allCases)
  }

  /// What was kept of an answer to `neighbours(of:)`, noted as if it were asked for again.
  public func kept(_ neighbours: [EntityID], of id: EntityID) -> [EntityID] {
    recorder?.record(.neighbours(id))
    return neighbours
  }

  /// Entities that a record joins to this one, either way, each once, in the order of kinds and
  /// identities.
  public func neighbours(of id: EntityID) -> [EntityID] {
    recorder?.record(.neighbours(id))
    guard let number = numbers[id] else { return [] }
    let stated = (edgesFrom[number] + edgesTo[number]).filter { $0.name.isStated }
    return Set(stated.map(\.other)).subtracting([number]).map { ordered[ranks[$0]].id }.sorted()
  }

  /// Edges that others state of an entity, in the order of the sources' identities.
  public func relations(to id: EntityID, _ names: RelationName...) -> [Relation] {
    edges(to: id, names)
  }

  /// Entities that state an edge to this one, each once, by sort key within their kind.
  public func sources(of names: RelationName..., to id: EntityID) -> [any Entity] {
    if let recorder { names.forEach { recorder.record(.incoming(id, $0)) } }
    return numbers[id].map { others(in: edgesTo[$0], names) } ?? []
  }

  /// Entities that this one states an edge to, each once, by sort key within their kind.
  public func targets(of names: RelationName..., from id: EntityID) -> [any Entity] {
    if let recorder { names.forEach { recorder.record(.outgoing(id, $0)) } }
    return numbers[id].map { others(in: edgesFrom[$0], names) } ?? []
  }

  /// Several entities, each once, by sort key within their kind.
  public func inOrder(_ ids: some Sequence<EntityID>) -> [any Entity] {
    let ids = Array(ids)
    if let recorder { ids.forEach { recorder.record(.entity($0)) } }
    return entities(ofRanks: ids.compactMap { id in numbers[id].map { ranks[$0] } })
  }

  /// The other ends, each once, in the order of ranks.
  private func others(in edges: [Edge], _ names: [RelationName]) -> [any Entity] {
    var found: [Int] = []
    for edge in edges where names.contains(edge.name) { found.append(ranks[edge.other]) }
    let others = entities(ofRanks: found)
    if let recorder { others.forEach { recorder.record(.entity($0.id)) } }
    return others
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

  /// The identity that a word names.
  func identity(_ kind: EntityKind, named name: String) -> EntityID? {
    if let id = Slug(name).map({ EntityID(kind, $0) }) {
      if numbers[id] != nil { return id }
      if let target = redirects[id] { return target }
    }
    return idsByAlias[kind]?[name]
  }

  private func edges(from id: EntityID, _ names: [RelationName]) -> [Relation] {
    if let recorder { names.forEach { recorder.record(.outgoing(id, $0)) } }
    return (outgoing[id] ?? []).filter { names.contains($0.name) }
  }

  private func edges(to id: EntityID, _ names: [RelationName]) -> [Relation] {
    if let recorder { names.forEach { recorder.record(.incoming(id, $0)) } }
    return (incoming[id] ?? []).filter { names.contains($0.name) }
  }

  /// A relation as seen from one end.
  private struct Edge {
    let name: RelationName
    /// The number of the other end.
    let other: Int
  }

  /// By the number of one end, the other ends.
  private static func edges(
    of relations: [Relation],
    _ numbers: [EntityID: Int],
    from near: (Relation) -> EntityID,
    to far: (Relation) -> EntityID
  ) -> [[Edge]] {
    var edges = [[Edge]](repeating: [], count: numbers.count)
    for relation in relations {
      guard let number = numbers[near(relation)], let other = numbers[far(relation)] else {
        continue
      }
      edges[number].append(Edge(name: relation.name, other: other))
    }
    return edges
  }
}

// MARK: Replacing

extension EntityGraph {
  /// Puts all entities in order again; linear.
  ///
  /// - Parameter moved: kinds whose entities stand in another order than before.
  mutating func order(moved: Set<EntityKind>) {
    ordered = EntityKind.allCases.flatMap { orderedByKind[$0] ?? [] } + earlierVersions
    guard !moved.isEmpty else { return }
    for (rank, entity) in ordered.enumerated() where moved.contains(entity.id.kind) {
      if let number = numbers[entity.id] { ranks[number] = rank }
    }
  }

  /// Keeps the ends of the relations of some entities, which were replaced; in whatever order:
  /// whoever asks for ends gets them by rank.
  mutating func joinEnds(of ids: Set<EntityID>) {
    for id in ids {
      guard let number = numbers[id] else { continue }
      edgesFrom[number] = (outgoing[id] ?? []).compactMap { relation in
        numbers[relation.target].map { Edge(name: relation.name, other: $0) }
      }
      edgesTo[number] = (incoming[id] ?? []).compactMap { relation in
        numbers[relation.source].map { Edge(name: relation.name, other: $0) }
      }
    }
  }
}

extension [any Entity] {
  /// Entities of one kind in the order of lists: by sort key, then by identity.
  public func sortedForLists() -> [any Entity] {
    // A sort key may be put together from fields: each is asked for once.
    map { (key: $0.sortKey, entity: $0) }.sorted { left, right in
      left.key == right.key
        ? left.entity.id < right.entity.id
        : left.key.precedesInBytes(right.key)
    }.map(\.entity)
  }
}
