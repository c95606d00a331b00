import SiteModel

/// What records join, for drawings: asked once for the site, since every person stands in the
/// drawings of all whom that person meets.
struct EntityNetwork: Sendable {
  /// By the numbers of the site's entities, for kinds that the network shows: what it is joined to,
  /// in the order of identities.
  private let joined: [[EntityID]]
  /// Asked for the neighbours of each, where none were gathered before.
  private let site: Site?
  /// Neighbours that were kept, of which the site notes that they were asked for.
  private let kept: [EntityID: [EntityID]]
  /// Their labels in drawings of a neighbourhood.
  private let labels: [FigureLabel?]
  private let numbers: EntityNumbers
  /// The kinds that the network shows.
  let kinds: Set<EntityKind>

  /// Linear in entities and relations, but for sorting the neighbours of each.
  init(of site: Site) {
    let types = site.contentTypes.filter { $0.figures.contains(.network) }
    kinds = Set(types.map(\.kind))
    numbers = site.graph.numbers
    var joined = [[EntityID]](repeating: [], count: numbers.count)
    var labels = [FigureLabel?](repeating: nil, count: numbers.count)
    for type in types {
      for entity in site.graph.entities(of: type.kind) {
        guard let number = numbers[entity.id] else { continue }
        joined[number] = site.graph.neighbours(of: entity.id)
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
    numbers = .none
    self.site = site
    self.kept = kept
  }

  /// The same network, which asks another site.
  func asking(_ site: Site) -> EntityNetwork { EntityNetwork(asking: site, keeping: kept) }

  /// The label of an entity in the drawing of a neighbourhood.
  func label(of entity: any Entity) -> FigureLabel {
    numbers[entity.id].flatMap { labels[$0] } ?? EntityNetwork.label(of: entity)
  }

  private static func label(of entity: any Entity) -> FigureLabel {
    FigureLabel(of: entity, columns: 26, lines: 2)
  }

  func neighbours(of id: EntityID) -> [EntityID] {
    guard let site else { return numbers[id].map { joined[$0] } ?? [] }
    if let neighbours = kept[id] { return site.graph.kept(neighbours, of: id) }
    guard kinds.contains(id.kind), !site.isEarlierVersion(id) else { return [] }
    return site.graph.neighbours(of: id)
  }
}
