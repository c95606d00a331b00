/// Places boxes of a network so that what is joined stands near and no box covers another.
///
/// Fruchterman and Reingold, "Graph Drawing by Force-directed Placement" (1991), with a start that
/// depends on nothing but the order of the boxes and arithmetic that every processor rounds alike:
/// same network, same bytes. Quadratic in the boxes; callers bound their number.
struct NetworkLayout {
  /// Where each box stands.
  let boxes: [FigureBox]
  let width: Int
  let height: Int

  private static let rounds = 120
  private static let gap = 6

  /// - Parameters:
  ///   - labels: one for each box.
  ///   - edges: pairs of positions in `labels`.
  ///   - width: of the drawing; its height follows.
  init(_ labels: [FigureLabel], edges: [(Int, Int)], width: Int) {
    let area = labels.reduce(0) { $0 + ($1.width + 12) * ($1.height + 12) }
    let height = max(120, area * 5 / 2 / max(width, 1))
    var points = ForcePoints(count: labels.count, width: Double(width), height: Double(height))
    for round in 0..<NetworkLayout.rounds {
      points.step(edges, warmth: 1 - Double(round) / Double(NetworkLayout.rounds))
    }
    points.fill(width: Double(width), height: Double(height))
    let boxes = labels.indices.map { index in
      let label = labels[index]
      let room = max(0, width - label.width)
      return FigureBox(
        x: min(room, max(0, Int(points.x[index]) - label.width / 2)),
        y: max(0, Int(points.y[index]) - label.height / 2),
        width: label.width,
        height: label.height
      )
    }
    self.boxes = separated(boxes, gap: NetworkLayout.gap)
    self.width = max(width, self.boxes.map(\.maxX).max() ?? 0)
    self.height = (self.boxes.map(\.maxY).max() ?? 0)
  }
}

/// Points that push each other away, are pulled together by edges and a little to the middle, so
/// that what is joined to nothing else stays in sight.
private struct ForcePoints {
  private(set) var x: [Double]
  private(set) var y: [Double]
  private let distance: Double

  private static let gravity = 0.6

  init(count: Int, width: Double, height: Double) {
    // A sequence that fills the plane evenly (Roberts, 2018): no two points coincide.
    x = (1...max(count, 1)).prefix(count).map { width * fraction(Double($0) * 0.7548776662466927) }
    y = (1...max(count, 1)).prefix(count).map { height * fraction(Double($0) * 0.5698402909980532) }
    distance = (width * height / Double(max(count, 1))).squareRoot()
  }

  mutating func step(_ edges: [(Int, Int)], warmth: Double) {
    var forceX = [Double](repeating: 0, count: x.count)
    var forceY = forceX
    for left in x.indices {
      for right in (left + 1)..<max(x.count, left + 1) {
        let (deltaX, deltaY) = (x[left] - x[right], y[left] - y[right])
        let square = max(1, deltaX * deltaX + deltaY * deltaY)
        let push = distance * distance / square
        forceX[left] += deltaX * push
        forceY[left] += deltaY * push
        forceX[right] -= deltaX * push
        forceY[right] -= deltaY * push
      }
    }
    for (left, right) in edges {
      let (deltaX, deltaY) = (x[left] - x[right], y[left] - y[right])
      let pull = (deltaX * deltaX + deltaY * deltaY).squareRoot() / distance
      forceX[left] -= deltaX * pull
      forceY[left] -= deltaY * pull
      forceX[right] += deltaX * pull
      forceY[right] += deltaY * pull
    }
    let (middleX, middleY) = (mean(x), mean(y))
    let reach = distance * warmth
    for index in x.indices {
      forceX[index] -= (x[index] - middleX) * ForcePoints.gravity
      forceY[index] -= (y[index] - middleY) * ForcePoints.gravity
      let length = (forceX[index] * forceX[index] + forceY[index] * forceY[index]).squareRoot()
      guard length > 0 else { continue }
      let scale = min(length, reach) / length
      x[index] += forceX[index] * scale
      y[index] += forceY[index] * scale
    }
  }

  /// Stretches the drawing to the sheet.
  mutating func fill(width: Double, height: Double) {
    x = stretched(x, to: width)
    y = stretched(y, to: height)
  }
}

private func mean(_ values: [Double]) -> Double {
  values.reduce(0, +) / Double(max(values.count, 1))
}

private func stretched(_ values: [Double], to length: Double) -> [Double] {
  guard let least = values.min(), let most = values.max(), most > least else { return values }
  return values.map { ($0 - least) / (most - least) * length }
}

private func fraction(_ value: Double) -> Double { value - value.rounded(.down) }
