import SiteModel
import Templating

/// The page that puts all dated things on one line of time, with the same as a list by year.
func timelinePage(_ frame: PageFrame) -> Page {
  let site = frame.site
  let dated = datedEntities(of: site)
  var years: [(year: Int, items: [TemplateValue])] = []
  for (date, entity) in dated {
    if years.last?.year != date.year { years.append((date.year, [])) }
    years[years.count - 1].items.append(
      frame.view.card(of: entity) { ["kind": entity.id.kind.flags] }
    )
  }
  let context = frame.record(description: nil).merging([
    "figure": TimelineFigure(dated, site.graph.numbers).record(in: frame),
    "years": .list(
      years.map { .record(["year": .text(String($0.year)), "items": .list($0.items)]) }
    ),
  ])
  return Page(route: frame.route, template: Figure.timeline.template, context: context)
}

/// What the line of time shows, in ascending order.
private func datedEntities(of site: Site) -> [(date: PartialDate, entity: any Entity)] {
  var dated: [(date: PartialDate, entity: any Entity)] = []
  for type in site.contentTypes where type.figures.contains(.timeline) {
    for entity in site.graph.entities(of: type.kind) {
      if let date = entity.date { dated.append((date, entity)) }
    }
  }
  return dated.sorted { left, right in
    left.date == right.date ? left.entity.id < right.entity.id : left.date < right.date
  }
}

/// Dated things along a line; what is more than can be drawn stands in the list only.
struct TimelineFigure {
  /// As many of the latest as are drawn.
  static let limit = 300
  private static let left = 72
  private static let width = 352

  private let nodes: [FigureNode]
  private let layout: TimelineLayout
  private let leftOut: Int

  static let shape: RecordShape = [
    "width": .number, "height": .number, "axis": .number,
    "ticks": .list(.record(["y": .number, "year": .text])),
    "nodes": .list(.record(FigureNode.shape)), "edges": .list(.record(PageShapes.line)),
    "left-out": .optional(.number),
  ]

  /// - Parameters:
  ///   - dated: entities with their dates, in ascending order.
  ///   - numbers: of the entities of the site.
  init(_ dated: [(date: PartialDate, entity: any Entity)], _ numbers: EntityNumbers) {
    let shown = dated.suffix(TimelineFigure.limit).compactMap { date, entity in
      numbers[entity].map { (date: date, entity: entity, number: $0) }
    }
    let labels = shown.map { FigureLabel(of: $0.entity, columns: 32, lines: 2) }
    let layout = TimelineLayout(shown.map(\.date), labels: labels, left: TimelineFigure.left)
    self.layout = layout
    nodes = shown.indices.map {
      FigureNode(number: shown[$0].number, label: labels[$0], box: layout.boxes[$0])
    }
    leftOut = dated.count - shown.count
  }

  func record(in frame: PageFrame) -> TemplateValue {
    let axis = TimelineFigure.left - 24
    let threads = zip(layout.places, layout.boxes).map { place, box in
      lineRecord(
        from: (axis, place),
        to: (box.x, box.y + FigureLabel.padding + FigureLabel.lineHeight / 2)
      )
    }
    let width = max(TimelineFigure.width, layout.boxes.map(\.maxX).max() ?? 0)
    return .record([
      "width": .number(width), "height": .number(layout.height), "axis": .number(axis),
      "ticks": .list(
        layout.ticks.map { .record(["y": .number($0.y), "year": .text(String($0.year))]) }
      ),
      "nodes": .list(nodes.map { $0.record(in: frame) }), "edges": .list(threads),
      "left-out": leftOut > 0 ? .number(leftOut) : .absent,
    ])
  }
}
