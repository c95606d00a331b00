import SiteModel
import Templating

/// Entities and what records join, drawn; the same links stand in a list beside it.
struct NetworkFigure {
  /// More boxes than this no reader can survey, and their layout would cost too much.
  static let limit = 200
  private static let width = 960

  private let nodes: [FigureNode]
  private let edges: [(Int, Int)]
  private let size: (width: Int, height: Int)
  /// How many entities found no room.
  let leftOut: Int

  static let shape: RecordShape = [
    "width": .number, "height": .number, "nodes": .list(.record(FigureNode.shape)),
    "edges": .list(.record(PageShapes.line)), "left-out": .optional(.number),
  ]

  /// The whole collection: the entities that most others are joined to, as many as can be read.
  init(of site: Site, in frame: PageFrame) {
    let network = frame.parts.network
    let all = site.contentTypes.filter { network.kinds.contains($0.kind) }.flatMap { type in
      site.graph.entities(of: type.kind)
    }
    let neighbours = all.map { network.neighbours(of: $0.id) }
    let kept = all.indices.filter { !neighbours[$0].isEmpty }
      .sorted { (neighbours[$1].count, $0) < (neighbours[$0].count, $1) }
      .prefix(NetworkFigure.limit).sorted()
    let entities = kept.map { all[$0] }
    let positions = Dictionary(
      uniqueKeysWithValues: entities.enumerated().map { ($1.id, $0) }
    )
    edges = kept.enumerated().flatMap { index, place in
      neighbours[place].compactMap { positions[$0] }.filter { $0 > index }.sorted()
        .map { (index, $0) }
    }
    let labels = entities.map { FigureLabel(of: $0, columns: 20, lines: 2) }
    let layout = NetworkLayout(labels, edges: edges, width: NetworkFigure.width)
    nodes = entities.indices.map {
      FigureNode(entity: entities[$0], label: labels[$0], box: layout.boxes[$0])
    }
    size = (layout.width, layout.height)
    leftOut = neighbours.count { !$0.isEmpty } - entities.count
  }

  /// One entity, what it is joined to, and the persons met there.
  init?(around entity: any Entity, in site: Site, _ network: EntityNetwork) {
    let near = network.neighbours(of: entity.id).filter { network.kinds.contains($0.kind) }
    guard !near.isEmpty else { return nil }
    let first = Array(near.prefix(NetworkFigure.nearLimit))
    let far = NetworkFigure.met(through: first, from: entity.id, in: network)
    let ids = [entity.id] + first + far
    let entities = ids.compactMap { site.graph.entity($0) }
    let columns = [0] + first.map { _ in 1 } + far.map { _ in 2 }
    let positions = Dictionary(uniqueKeysWithValues: ids.enumerated().map { ($1, $0) })
    edges =
      first.indices.map { (0, $0 + 1) }
      + first.enumerated().flatMap { index, id in
        network.neighbours(of: id).compactMap { positions[$0] }.filter { $0 > first.count }
          .map { (index + 1, $0) }
      }
    let labels = entities.map { network.label(of: $0) }
    let layout = LayeredLayout(labels, columns: columns, edges: edges)
    nodes = entities.indices.map {
      FigureNode(
        entity: entities[$0],
        label: labels[$0],
        box: layout.boxes[$0],
        isOwn: $0 == 0
      )
    }
    size = (layout.width, layout.height)
    leftOut = near.count - first.count
  }

  private static let nearLimit = 24
  private static let farLimit = 16

  /// Persons joined to what is near, those who share most with the entity first.
  private static func met(
    through near: [EntityID],
    from id: EntityID,
    in network: EntityNetwork
  ) -> [EntityID] {
    var shared: [EntityID: Int] = [:]
    for other in near.flatMap({ network.neighbours(of: $0) }) where other.kind == .person {
      shared[other, default: 0] += 1
    }
    let known = Set(near + [id])
    let ranked = shared.filter { !known.contains($0.key) }.sorted { left, right in
      left.value == right.value ? left.key < right.key : left.value > right.value
    }
    return ranked.prefix(farLimit).map(\.key)
  }

  func record(in frame: PageFrame) -> TemplateValue {
    .record([
      "width": .number(size.width), "height": .number(size.height),
      "nodes": .list(nodes.map { $0.record(in: frame) }),
      "edges": .list(
        edges.map { lineRecord(from: nodes[$0.0].box.centre, to: nodes[$0.1].box.centre) }
      ),
      "left-out": leftOut > 0 ? .number(leftOut) : .absent,
    ])
  }
}
