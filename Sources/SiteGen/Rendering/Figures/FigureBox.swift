/// A rectangle of a figure in CSS pixels, its origin at the top left.
struct FigureBox: Hashable, Sendable {
  var x: Int
  var y: Int
  let width: Int
  let height: Int

  var maxX: Int { x + width }
  var maxY: Int { y + height }
  var centre: (x: Int, y: Int) { (x + width / 2, y + height / 2) }

  /// Whether two boxes come nearer to each other than `gap`.
  func meets(_ other: FigureBox, gap: Int) -> Bool {
    x < other.maxX + gap && other.x < maxX + gap && y < other.maxY + gap && other.y < maxY + gap
  }
}

/// Moves boxes down until none meets another; the order from the top is kept.
///
/// Boxes are kept in bands by height, so that each is held only against its neighbours.
func separated(_ boxes: [FigureBox], gap: Int) -> [FigureBox] {
  let order = boxes.indices.sorted { left, right in
    (boxes[left].y, boxes[left].x, left) < (boxes[right].y, boxes[right].x, right)
  }
  let bandHeight = (boxes.map(\.height).max() ?? 1) + gap
  var bands: [Int: [Int]] = [:]
  var placed = boxes
  for index in order {
    var box = boxes[index]
    while let lowest = lowestEdge(meeting: box, in: bands, of: placed, bandHeight, gap) {
      box.y = lowest + gap
    }
    placed[index] = box
    bands[box.y / bandHeight, default: []].append(index)
  }
  return placed
}

private func lowestEdge(
  meeting box: FigureBox,
  in bands: [Int: [Int]],
  of placed: [FigureBox],
  _ bandHeight: Int,
  _ gap: Int
) -> Int? {
  let near = (box.y / bandHeight - 1...box.y / bandHeight + 1).flatMap { bands[$0] ?? [] }
  return near.filter { placed[$0].meets(box, gap: gap) }.map { placed[$0].maxY }.max()
}
