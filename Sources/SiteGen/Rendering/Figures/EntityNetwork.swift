import SiteModel

/// What records join, for drawings: asked once for the site, since every person stands in the
/// drawings of all whom that person meets.
struct EntityNetwork: Sendable {
  /// By the numbers of the site's entities, for kinds that the network shows: what it is joined to,
  /// in the order of identities, by its numbers too.
  private let joined: [[Int32]]
  /// Asked for the neighbours of each, where none were gathered before.
  private let site: Site?
  /// Neighbours that were kept, of which the site notes that they were asked for.
  private let kept: [EntityID: [EntityID]]
  /// Their labels in drawings of a neighbourhood.
  private let labels: [FigureLabel?]
  /// Of the entities of the site.
  let numbers: EntityNumbers
  /// The kinds that the network shows.
  let kinds: Set<EntityKind>

  /// Linear in entities and relations, but for sorting the neighbours of each.
  init(of site: Site) {
    let types = site.contentTypes.filter { $0.figures.contains(.network) }
    kinds = Set(types.map(\.kind))
    numbers = site.graph.numbers
    var joined = [[Int32]](repeating: [], count: numbers.count)
    var labels = [FigureLabel?](repeating: nil, count: numbers.count)
    for type in types {
      for entity in site.graph.entities(of: type.kind) {
        guard let number = numbers[entity] else { continue }
        joined[number] = EntityNetwork.numbered(site.graph.neighbours(of: entity.id), numbers)
        labels[number] = EntityNetwork.label(of: entity)
      }
    }
    self.joined = joined
    self.labels = labels
    self.site = nil
    kept = [:]
  }

  /// A network that asks a site whenever it is asked, so that the site notes what is read.
  init(asking site: Site, keeping kept: [EntityID: [EntityID]]) {
    kinds = Set(site.contentTypes.filter { $0.figures.contains(.network) }.map(\.kind))
    joined = []
    labels = []
    numbers = site.graph.numbers
    self.site = site
    self.kept = kept
  }

  /// The same network, which asks another site.
  func asking(_ site: Site) -> EntityNetwork { EntityNetwork(asking: site, keeping: kept) }

  /// The label of an entity in the drawing of a neighbourhood, by its number in the site.
  func label(at number: Int, in graph: EntityGraph) -> FigureLabel {
    (labels.isEmpty ? nil : labels[number]) ?? EntityNetwork.label(of: graph.entity(at: number))
  }

  private static func label(of entity: any Entity) -> FigureLabel {
    FigureLabel(of: entity, columns: 26, lines: 2)
  }

  /// What records join an entity to, in the order of identities; all by their numbers.
  func neighbours(of number: Int) -> [Int32] {
    guard let site else { return joined[number] }
    let id = numbers.id(at: number)
    if let neighbours = kept[id] {
      return EntityNetwork.numbered(site.graph.kept(neighbours, of: id), numbers)
    }
    guard kinds.contains(id.kind), !site.isEarlierVersion(id) else { return [] }
    return EntityNetwork.numbered(site.graph.neighbours(of: id), numbers)
  }

  private static func numbered(_ ids: [EntityID], _ numbers: EntityNumbers) -> [Int32] {
    ids.compactMap { id in numbers[id].map { Int32($0) } }
  }
}
