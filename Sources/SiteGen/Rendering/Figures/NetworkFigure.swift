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
      site.graph.entities(of: type.kind).compactMap { network.numbers[$0] }
    }
    let neighbours = all.map { network.neighbours(of: $0) }
    let kept = all.indices.filter { !neighbours[$0].isEmpty }
      .sorted { (neighbours[$1].count, $0) < (neighbours[$0].count, $1) }
      .prefix(NetworkFigure.limit).sorted()
    let shown = kept.map { all[$0] }
    let positions = Dictionary(uniqueKeysWithValues: shown.enumerated().map { (Int32($1), $0) })
    edges = kept.enumerated().flatMap { index, place in
      neighbours[place].compactMap { positions[$0] }.filter { $0 > index }.sorted()
        .map { (index, $0) }
    }
    let labels = shown.map { FigureLabel(of: site.graph.entity(at: $0), columns: 20, lines: 2) }
    let layout = NetworkLayout(labels, edges: edges, width: NetworkFigure.width)
    nodes = shown.indices.map {
      FigureNode(number: shown[$0], label: labels[$0], box: layout.boxes[$0])
    }
    size = (layout.width, layout.height)
    leftOut = neighbours.count { !$0.isEmpty } - shown.count
  }

  /// One entity, what it is joined to, and the persons met there.
  init?(around entity: any Entity, in site: Site, _ network: EntityNetwork) {
    guard let own = network.numbers[entity] else { return nil }
    let near = network.neighbours(of: own).filter {
      network.kinds.contains(network.numbers.kind(at: Int($0)))
    }
    guard !near.isEmpty else { return nil }
    let first = Array(near.prefix(NetworkFigure.nearLimit))
    let joined = first.map { network.neighbours(of: Int($0)) }
    let far = NetworkFigure.met(in: joined, among: network.numbers, except: [Int32(own)] + first)
    let shown = [own] + first.map { Int($0) } + far.map { Int($0) }
    let columns = [0] + first.map { _ in 1 } + far.map { _ in 2 }
    edges =
      first.indices.map { (0, $0 + 1) }
      + joined.enumerated().flatMap { index, others in
        others.compactMap { far.firstIndex(of: $0) }.map { (index + 1, first.count + 1 + $0) }
      }
    let labels = shown.map { network.label(at: $0, in: site.graph) }
    let layout = LayeredLayout(labels, columns: columns, edges: edges)
    nodes = shown.indices.map {
      FigureNode(number: shown[$0], label: labels[$0], box: layout.boxes[$0], isOwn: $0 == 0)
    }
    size = (layout.width, layout.height)
    leftOut = near.count - first.count
  }

  private static let nearLimit = 24
  private static let farLimit = 16

  /// Persons joined to what is near, those who share most with the entity first.
  private static func met(
    in joined: [[Int32]],
    among numbers: EntityNumbers,
    except known: [Int32]
  ) -> [Int32] {
    let others = joined.joined().filter {
      numbers.kind(at: Int($0)) == .person && !known.contains($0)
    }.sorted()
    var shared: [(number: Int32, count: Int)] = []
    for other in others {
      if shared.last?.number != other { shared.append((other, 0)) }
      shared[shared.count - 1].count += 1
    }
    shared.sort { left, right in
      left.count == right.count
        ? numbers.id(at: Int(left.number)) < numbers.id(at: Int(right.number))
        : left.count > right.count
    }
    return shared.prefix(farLimit).map(\.number)
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
