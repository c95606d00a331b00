import SiteModel
import Templating

/// A box of a figure that leads to the page of an entity.
struct FigureNode {
  /// Of the entity, in its site.
  let number: Int
  let label: FigureLabel
  let box: FigureBox
  /// Whether it is what the page is about.
  var isOwn = false

  /// A letter of 13 pixels stands on its line this far below the line's top.
  private static let baseline = 12

  static let shape = EntityView.cardShape.merging([
    "x": .number, "y": .number, "width": .number, "height": .number, "kind": .text, "own": .flag,
    "heading": .optional(
      .record(["x": .number, "y": .number, "number": .text, "of": .record(EntityKind.flagsShape)])
    ),
    "lines": .list(.record(["x": .number, "y": .number, "text": .text])),
  ])

  func record(in frame: PageFrame) -> TemplateValue {
    let kind = frame.view.site.graph.numbers.kind(at: number)
    return frame.view.card(at: number) { _ in
      [
        "x": .number(box.x), "y": .number(box.y), "width": .number(box.width),
        "height": .number(box.height), "kind": .text(kind.rawValue), "own": .flag(isOwn),
        "heading": heading(of: kind),
        "lines": .list(
          label.lines.indices.map { index in
            .record([
              "x": .number(box.x + FigureLabel.padding),
              "y": .number(baseline(ofRow: index + (label.number == nil ? 0 : 1))),
              "text": .text(label.lines[index]),
            ])
          }
        ),
      ]
    }
  }

  private func heading(of kind: EntityKind) -> TemplateValue {
    guard let number = label.number else { return .absent }
    return .record([
      "x": .number(box.x + FigureLabel.padding), "y": .number(baseline(ofRow: 0)),
      "number": .text(number), "of": kind.flags,
    ])
  }

  private func baseline(ofRow row: Int) -> Int {
    box.y + FigureLabel.padding + FigureNode.baseline + row * FigureLabel.lineHeight
  }
}

/// A straight line of a figure.
func lineRecord(from start: (x: Int, y: Int), to end: (x: Int, y: Int)) -> TemplateValue {
  .record([
    "x1": .number(start.x), "y1": .number(start.y), "x2": .number(end.x), "y2": .number(end.y),
  ])
}
