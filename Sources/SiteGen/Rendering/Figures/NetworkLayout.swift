/// Places boxes of a network so that what is joined stands near and no box covers another.
///
/// Parts of the network that nothing joins are drawn each by itself and set side by side, the
/// largest first, at the top left, where readers of small screens begin.
///
/// Fruchterman and Reingold, "Graph Drawing by Force-directed Placement" (1991), with a start that
/// depends on nothing but the order of the boxes and arithmetic that every processor rounds alike:
/// same network, same bytes. Quadratic in the boxes; callers bound their number.
struct NetworkLayout {
  /// Where each box stands.
  let boxes: [FigureBox]
  let width: Int
  let height: Int

  private static let partGap = 32

  /// - Parameters:
  ///   - labels: one for each box.
  ///   - edges: pairs of positions in `labels`.
  ///   - width: of the drawing; its height follows.
  init(_ labels: [FigureLabel], edges: [(Int, Int)], width: Int) {
    let parts = connectedParts(of: labels.count, edges)
    let drawings = parts.map { part in
      let places = Dictionary(uniqueKeysWithValues: part.enumerated().map { ($1, $0) })
      let inner = edges.compactMap { left, right -> (Int, Int)? in
        guard let first = places[left], let second = places[right] else { return nil }
        return (first, second)
      }
      return PartDrawing(part.map { labels[$0] }, edges: inner, width: width)
    }
    let sheets = packed(
      drawings.map { ($0.width, $0.height) },
      width: width,
      gap: NetworkLayout.partGap
    )
    var boxes = labels.map { FigureBox(x: 0, y: 0, width: $0.width, height: $0.height) }
    for (index, part) in parts.enumerated() {
      for (place, box) in zip(part, drawings[index].boxes) {
        (boxes[place].x, boxes[place].y) = (sheets[index].x + box.x, sheets[index].y + box.y)
      }
    }
    self.boxes = boxes
    self.width = boxes.map(\.maxX).max() ?? 0
    height = boxes.map(\.maxY).max() ?? 0
  }
}

/// One part of a network, drawn by forces.
private struct PartDrawing {
  /// Where each box stands, the leftmost and the topmost at 0.
  let boxes: [FigureBox]
  let width: Int
  let height: Int

  private static let rounds = 120
  private static let gap = 6

  init(_ labels: [FigureLabel], edges: [(Int, Int)], width limit: Int) {
    let area = labels.reduce(0) { $0 + ($1.width + 12) * ($1.height + 12) } * 5 / 2
    let width = min(limit, Int(Double(area).squareRoot()))
    let height = area / max(width, 1)
    var points = ForcePoints(count: labels.count, width: Double(width), height: Double(height))
    for round in 0..<PartDrawing.rounds where labels.count > 1 {
      points.step(edges, warmth: 1 - Double(round) / Double(PartDrawing.rounds))
    }
    points.fill(width: Double(width), height: Double(height))
    let placed = labels.indices.map { index in
      let label = labels[index]
      return FigureBox(
        x: min(max(0, width - label.width), max(0, Int(points.x[index]) - label.width / 2)),
        y: max(0, Int(points.y[index]) - label.height / 2),
        width: label.width,
        height: label.height
      )
    }
    let apart = separated(placed, gap: PartDrawing.gap)
    let (left, top) = (apart.map(\.x).min() ?? 0, apart.map(\.y).min() ?? 0)
    boxes = apart.map {
      FigureBox(x: $0.x - left, y: $0.y - top, width: $0.width, height: $0.height)
    }
    self.width = boxes.map(\.maxX).max() ?? 0
    self.height = boxes.map(\.maxY).max() ?? 0
  }
}

/// The parts of a network that edges hold together: the largest first, of one size in order of
/// their first box; the boxes of each ascending.
private func connectedParts(of count: Int, _ edges: [(Int, Int)]) -> [[Int]] {
  var neighbours = [[Int]](repeating: [], count: count)
  for (left, right) in edges {
    neighbours[left].append(right)
    neighbours[right].append(left)
  }
  var parts: [[Int]] = []
  var seen = [Bool](repeating: false, count: count)
  for start in 0..<count where !seen[start] {
    seen[start] = true
    var part = [start]
    var next = 0
    while next < part.count {
      for other in neighbours[part[next]] where !seen[other] {
        seen[other] = true
        part.append(other)
      }
      next += 1
    }
    parts.append(part.sorted())
  }
  return parts.sorted { ($1.count, $0[0]) < ($0.count, $1[0]) }
}

/// Sets sheets side by side in a given width, each as high and then as far left as there is room.
private func packed(
  _ sheets: [(width: Int, height: Int)],
  width: Int,
  gap: Int
) -> [FigureBox] {
  let least = (width: sheets.map(\.width).min() ?? 0, height: sheets.map(\.height).min() ?? 0)
  var placed: [FigureBox] = []
  var byLeft: [FigureBox] = []
  // Where a sheet may begin: at the top, or right below another one; ascending.
  var tops = [0]
  for sheet in sheets {
    var index = 0
    var room: FigureBox?
    while room == nil, index < tops.count {
      room = findRoom(for: sheet, at: tops[index], beside: byLeft, width: width, gap: gap)
      guard room == nil else { break }
      // Where not even the least of all finds room, nothing ever will.
      let isFull =
        findRoom(for: least, at: tops[index], beside: byLeft, width: width, gap: gap) == nil
      if isFull { tops.remove(at: index) } else { index += 1 }
    }
    guard let room else { preconditionFailure("below all sheets there is room") }
    placed.append(room)
    byLeft.insert(room, at: byLeft.firstIndex { $0.x > room.x } ?? byLeft.count)
    let below = room.maxY + gap
    let next = tops.firstIndex { $0 >= below } ?? tops.count
    if next == tops.count || tops[next] != below { tops.insert(below, at: next) }
  }
  return placed
}

/// The leftmost room at a height beside boxes, which are in the order of their left edges; nil
/// where the width ends before it.
private func findRoom(
  for sheet: (width: Int, height: Int),
  at top: Int,
  beside boxes: [FigureBox],
  width: Int,
  gap: Int
) -> FigureBox? {
  var left = 0
  for box in boxes where box.y < top + sheet.height + gap && top < box.maxY + gap {
    guard box.x < left + sheet.width + gap else { break }
    left = max(left, box.maxX + gap)
  }
  guard left == 0 || left + sheet.width <= width else { return nil }
  return FigureBox(x: left, y: top, width: sheet.width, height: sheet.height)
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
