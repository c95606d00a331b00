/// All entities and what joins them; immutable, every question is answered in a fixed order.
public struct EntityGraph: Sendable {
  var entitiesByID: [EntityID: any Entity]
  var orderedByKind: [EntityKind: [any Entity]]
  /// All entities by kind, then sort key, and where each stands among them.
  var ordered: [EntityID]
  var ranks: [EntityID: Int]
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
  ///   - redirects: identities that are no entities, and those that stand for them.
  public init(
    entities: [any Entity],
    relations: [Relation],
    redirects: [EntityID: EntityID] = [:]
  ) {
    self.redirects = redirects
    entitiesByID = Dictionary(entities.map { ($0.id, $0) }) { first, _ in first }
    let orderedByKind = Dictionary(grouping: entities) { $0.id.kind }.mapValues { entities in
      // A sort key may be put together from fields: each is asked for once.
      entities.map { (key: $0.sortKey, entity: $0) }.sorted { left, right in
        left.key == right.key
          ? left.entity.id < right.entity.id
          : left.key.utf8.lexicographicallyPrecedes(right.key.utf8)
      }.map(\.entity)
    }
    self.orderedByKind = orderedByKind
    let ordered = EntityKind.allCases.flatMap { orderedByKind[$0] ?? [] }.map(\.id)
    self.ordered = ordered
    ranks = Dictionary(ordered.enumerated().map { ($1, $0) }) { first, _ in first }
    outgoing = Dictionary(grouping: relations, by: \.source)
    incoming = Dictionary(grouping: relations, by: \.target)
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

  /// Entities that a record joins to this one, either way, each once, in the order of kinds and
  /// identities.
  public func neighbours(of id: EntityID) -> [EntityID] {
    recorder?.record(.neighbours(id))
    let stated = (outgoing[id] ?? []).filter(\.name.isStated).map(\.target)
    let statedOfIt = (incoming[id] ?? []).filter(\.name.isStated).map(\.source)
    return Set(stated + statedOfIt).subtracting([id]).sorted()
  }

  /// Edges that others state of an entity, in the order of the sources' identities.
  public func relations(to id: EntityID, _ names: RelationName...) -> [Relation] {
    edges(to: id, names)
  }

  /// Entities that state an edge to this one, each once, by sort key within their kind.
  public func sources(of names: RelationName..., to id: EntityID) -> [any Entity] {
    sorted(Set(edges(to: id, names).map(\.source)))
  }

  /// Entities that this one states an edge to, each once, by sort key within their kind.
  public func targets(of names: RelationName..., from id: EntityID) -> [any Entity] {
    sorted(Set(edges(from: id, names).map(\.target)))
  }

  /// The identity that a word names.
  func identity(_ kind: EntityKind, named name: String) -> EntityID? {
    if let id = Slug(name).map({ EntityID(kind, $0) }) {
      if entitiesByID[id] != nil { return id }
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

  /// Pages sort the same entities again and again: ranks are compared, not keys.
  private func sorted(_ ids: Set<EntityID>) -> [any Entity] {
    ids.compactMap { ranks[$0] }.sorted().compactMap { entity(ordered[$0]) }
  }
}
