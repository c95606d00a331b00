import Diagnostics

/// All entities and what joins them; immutable, every question is answered in a fixed order.
public struct EntityGraph: Sendable {
  var orderedByKind: [EntityKind: [any Entity]]
  /// Texts as they were before, by identity: they have pages, but stand in no list, and nobody is
  /// told of what they cite or name.
  public let earlierVersions: [any Entity]
  /// All entities by kind, then sort key, earlier versions last.
  private(set) var ordered: [any Entity]
  /// The number of each entity, which it keeps when its rank changes.
  public let numbers: EntityNumbers
  /// By number, where an entity stands in the order.
  private var ranks: [Int]
  /// The numbers of entities in their order.
  private var numbersInOrder: [Int]
  var relations: RelationTable
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
    let orderedByKind = Dictionary(grouping: entities) { $0.id.kind }
      .mapValues { $0.sortedForLists() }
    self.orderedByKind = orderedByKind
    ordered = EntityKind.allCases.flatMap { orderedByKind[$0] ?? [] } + self.earlierVersions
    numbers = EntityNumbers(of: ordered)
    ranks = Array(ordered.indices)
    numbersInOrder = ranks
    self.relations = RelationTable(relations, between: numbers, told: entities.indices)
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
    return numbers[id].map { ordered[ranks[$0]] }
  }

  /// The entity of a number.
  public func entity(at number: Int) -> any Entity {
    recorder?.record(.entity(numbers.id(at: number)))
    return ordered[ranks[number]]
  }

  /// The entity a record names by kind and slug, or by another word that names it; nil for none.
  public func entity(_ kind: EntityKind, named name: String) -> (any Entity)? {
    number(kind, named: name).map { ordered[ranks[$0]] }
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
    let others = (relations.edgesFrom[number] + relations.edgesTo[number]).compactMap { edge in
      edge.name.isStated && edge.other != number ? Int(edge.other) : nil
    }
    return others.ascending().map { ordered[ranks[$0]].id }.sorted()
  }

  /// Edges that others state of an entity, in the order of the sources' identities.
  public func relations(to id: EntityID, _ names: RelationName...) -> [Relation] {
    edges(to: id, names)
  }

  /// Entities that state an edge to this one, each once, by sort key within their kind.
  public func sources(of names: RelationName..., to id: EntityID) -> [any Entity] {
    if let recorder { names.forEach { recorder.record(.incoming(id, $0)) } }
    return numbers[id].map { others(in: relations.edgesTo[$0], names) } ?? []
  }

  /// Entities that this one states an edge to, each once, by sort key within their kind.
  public func targets(of names: RelationName..., from id: EntityID) -> [any Entity] {
    if let recorder { names.forEach { recorder.record(.outgoing(id, $0)) } }
    return numbers[id].map { others(in: relations.edgesFrom[$0], names) } ?? []
  }

  /// Entities that any of several states an edge to, each once, by sort key within their kind.
  public func targets(of names: RelationName..., fromAnyOf ids: [EntityID]) -> [any Entity] {
    if let recorder {
      for id in ids { names.forEach { recorder.record(.outgoing(id, $0)) } }
    }
    return others(
      in: ids.flatMap { id in numbers[id].map { relations.edgesFrom[$0] } ?? [] },
      names
    )
  }

  /// The first of the entities that this one states an edge to, in the order of its statements, that is
  /// sought; nil where none is.
  ///
  /// - Parameters:
  ///   - name: of the edges.
  ///   - id: of the entity that states them.
  ///   - isSought: asked of the entities one after the other, until it says so.
  /// - Returns: the entity.
  public func firstTarget(
    of name: RelationName,
    from id: EntityID,
    where isSought: (any Entity) -> Bool
  ) -> (any Entity)? {
    recorder?.record(.outgoing(id, name))
    guard let number = numbers[id] else { return nil }
    for edge in relations.edgesFrom[number] where edge.name == name {
      let other = ordered[ranks[Int(edge.other)]]
      recorder?.record(.entity(other.id))
      if isSought(other) { return other }
    }
    return nil
  }

  /// The other ends, each once, in the order of ranks.
  private func others(in edges: [RelationTable.Edge], _ names: [RelationName]) -> [any Entity] {
    let others = ranks(ofOthersIn: edges, names).map { ordered[$0] }
    if let recorder { others.forEach { recorder.record(.entity($0.id)) } }
    return others
  }

  /// The ranks of the other ends, each once, ascending.
  private func ranks(ofOthersIn edges: [RelationTable.Edge], _ names: [RelationName]) -> [Int] {
    guard let first = edges.firstIndex(where: { names.contains($0.name) }) else { return [] }
    let rest = edges[first...]
    var found: [Int] = []
    found.reserveCapacity(rest.count)
    for edge in rest where names.contains(edge.name) { found.append(ranks[Int(edge.other)]) }
    return found.ascending()
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
    return numbers[id].map { relations.outgoing[$0].filter { names.contains($0.name) } } ?? []
  }

  private func edges(to id: EntityID, _ names: [RelationName]) -> [Relation] {
    if let recorder { names.forEach { recorder.record(.incoming(id, $0)) } }
    return numbers[id].map { relations.incoming[$0].filter { names.contains($0.name) } } ?? []
  }
}

// MARK: Numbers

/// The same by numbers, for whoever shows cards: an entity that nobody looks at stays untouched,
/// wherever in memory it is.
extension EntityGraph {
  /// The number of the entity that a record names by kind and slug, or by another word; nil for none.
  public func number(_ kind: EntityKind, named name: String) -> Int? {
    recorder?.record(.name(kind, name))
    // Most names are slugs of something: none need be made of them to look it up.
    if let number = numbers[kind, name] {
      recorder?.record(.entity(numbers.id(at: number)))
      return number
    }
    guard let id = identity(kind, named: name) else { return nil }
    recorder?.record(.entity(id))
    return numbers[id]
  }

  /// The number of an identity; nil where there is no such entity.
  public func number(of id: EntityID) -> Int? {
    recorder?.record(.entity(id))
    return numbers[id]
  }

  /// Entities that state an edge to this one, each once, by sort key within their kind.
  public func sourceNumbers(of names: RelationName..., to id: EntityID) -> [Int] {
    if let recorder { names.forEach { recorder.record(.incoming(id, $0)) } }
    return numbers[id].map { otherNumbers(in: relations.edgesTo[$0], names) } ?? []
  }

  /// Entities that this one states an edge to, each once, by sort key within their kind.
  public func targetNumbers(of names: RelationName..., from id: EntityID) -> [Int] {
    if let recorder { names.forEach { recorder.record(.outgoing(id, $0)) } }
    return numbers[id].map { otherNumbers(in: relations.edgesFrom[$0], names) } ?? []
  }

  /// Entities that any of several states an edge to, each once, by sort key within their kind.
  public func targetNumbers(of names: RelationName..., fromAnyOf sources: [Int]) -> [Int] {
    if let recorder {
      for id in sources.map(numbers.id) { names.forEach { recorder.record(.outgoing(id, $0)) } }
    }
    return otherNumbers(in: sources.flatMap { relations.edgesFrom[$0] }, names)
  }

  /// Several entities, each once, by sort key within their kind.
  public func inOrder(_ several: [Int]) -> [Int] {
    several.map { ranks[$0] }.ascending().map { numbersInOrder[$0] }
  }

  private func otherNumbers(in edges: [RelationTable.Edge], _ names: [RelationName]) -> [Int] {
    var others = ranks(ofOthersIn: edges, names)
    for place in others.indices { others[place] = numbersInOrder[others[place]] }
    if let recorder { others.forEach { recorder.record(.entity(numbers.id(at: $0))) } }
    return others
  }
}

extension [Int] {
  /// Each once, the smallest first.
  fileprivate consuming func ascending() -> [Int] {
    guard count > 1 else { return self }
    sort()
    var end = 1
    for place in 1..<count where self[place] != self[end - 1] {
      self[end] = self[place]
      end += 1
    }
    removeSubrange(end...)
    return self
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
      guard let number = numbers[entity.id] else { continue }
      ranks[number] = rank
      numbersInOrder[rank] = number
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
