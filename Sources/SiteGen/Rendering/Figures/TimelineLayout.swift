import SiteModel

/// Places dated things along a line of time that runs downwards, a label beside each; labels that
/// would meet move down, and a thread leads from each to its true place.
struct TimelineLayout {
  /// A year of the scale.
  struct Tick: Hashable, Sendable {
    let year: Int
    let y: Int
  }

  /// Where each label stands.
  let boxes: [FigureBox]
  /// Height of the true place of each.
  let places: [Int]
  let ticks: [Tick]
  let height: Int

  private static let gap = 4
  private static let margin = 16

  /// - Parameters:
  ///   - dates: one for each label, in ascending order.
  ///   - labels: the labels.
  ///   - left: where labels begin.
  init(_ dates: [PartialDate], labels: [FigureLabel], left: Int) {
    guard let first = dates.first, let last = dates.last else {
      (boxes, places, ticks, height) = ([], [], [], 0)
      return
    }
    let needed = labels.reduce(0) { $0 + $1.height + TimelineLayout.gap }
    let years = last.year - first.year + 1
    // Each year gets its share of the room that all labels need together.
    let yearHeight = max(48, needed / years)
    func place(of date: PartialDate) -> Int {
      let days = ((date.month ?? 1) - 1) * 31 + (date.day ?? 1) - 1
      return TimelineLayout.margin + (date.year - first.year) * yearHeight
        + days * yearHeight / 372
    }
    places = dates.map(place)
    boxes = separated(
      zip(places, labels).map { place, label in
        FigureBox(
          x: left,
          y: max(0, place - FigureLabel.lineHeight / 2 - FigureLabel.padding),
          width: label.width,
          height: label.height
        )
      },
      gap: TimelineLayout.gap
    )
    ticks = (first.year...last.year + 1).map { year in
      Tick(year: year, y: TimelineLayout.margin + (year - first.year) * yearHeight)
    }
    self.height =
      max(boxes.map(\.maxY).max() ?? 0, ticks.last?.y ?? 0) + TimelineLayout.margin
  }
}
