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
  private static let emptyYear = 32
  /// Twelve months of 31 days: dates keep their order.
  private static let daysOfYear = 372

  /// - Parameters:
  ///   - dates: one for each label, in ascending order.
  ///   - labels: the labels.
  ///   - left: where labels begin.
  init(_ dates: [PartialDate], labels: [FigureLabel], left: Int) {
    guard let first = dates.first, let last = dates.last else {
      (boxes, places, ticks, height) = ([], [], [], 0)
      return
    }
    let years = first.year...last.year
    // A year is as high as its own labels need, so that threads stay short.
    var heights = [Int](repeating: TimelineLayout.emptyYear, count: years.count)
    for (date, label) in zip(dates, labels) {
      heights[date.year - first.year] += label.height + TimelineLayout.gap
    }
    let starts = heights.reduce(into: [TimelineLayout.margin]) { $0.append($0[$0.count - 1] + $1) }
    places = dates.map { date in
      let year = date.year - first.year
      let days = ((date.month ?? 1) - 1) * 31 + (date.day ?? 1) - 1
      return starts[year] + days * heights[year] / TimelineLayout.daysOfYear
    }
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
    ticks = zip(years, starts).map { Tick(year: $0, y: $1) }
    self.height =
      max(boxes.map(\.maxY).max() ?? 0, starts.last ?? 0) + TimelineLayout.margin
  }
}
