/// Places boxes in columns, each in the order that crosses the fewest edges to the column before:
/// the neighbourhood of one thing.
///
/// The order is that of the mean height of the neighbours (Sugiyama, Tagawa and Toda, 1981).
struct LayeredLayout {
  /// Where each box stands.
  let boxes: [FigureBox]
  let width: Int
  let height: Int

  private static let rowGap = 8
  private static let columnGap = 48

  /// - Parameters:
  ///   - labels: one for each box.
  ///   - columns: the column of each box, from 0.
  ///   - edges: pairs of positions in `labels`.
  init(_ labels: [FigureLabel], columns: [Int], edges: [(Int, Int)]) {
    var layers = [[Int]](repeating: [], count: (columns.max() ?? -1) + 1)
    for (index, column) in columns.enumerated() { layers[column].append(index) }
    let heights = layers.map { layer in
      layer.reduce(-LayeredLayout.rowGap) { $0 + labels[$1].height + LayeredLayout.rowGap }
    }
    let height = heights.max() ?? 0
    var middles = [Int?](repeating: nil, count: labels.count)
    var boxes = labels.map { FigureBox(x: 0, y: 0, width: $0.width, height: $0.height) }
    var left = 0
    for (layer, layerHeight) in zip(layers, heights) where !layer.isEmpty {
      let means = meansOfNeighbours(along: edges, middles)
      let ordered = layer.map { (mean: means[$0], index: $0) }.sorted { $0 < $1 }
      var top = (height - layerHeight) / 2
      for index in ordered.lazy.map(\.index) {
        (boxes[index].x, boxes[index].y) = (left, top)
        middles[index] = boxes[index].centre.y
        top += labels[index].height + LayeredLayout.rowGap
      }
      left += (layer.map { labels[$0].width }.max() ?? 0) + LayeredLayout.columnGap
    }
    self.boxes = boxes
    width = max(0, left - LayeredLayout.columnGap)
    self.height = height
  }
}

/// Of each box, the mean height of its neighbours that are placed; of none, 0.
private func meansOfNeighbours(along edges: [(Int, Int)], _ middles: [Int?]) -> [Int] {
  var sums = [(height: Int, count: Int)](repeating: (0, 0), count: middles.count)
  func add(_ neighbour: Int, to box: Int) {
    guard let middle = middles[neighbour] else { return }
    sums[box] = (sums[box].height + middle, sums[box].count + 1)
  }
  for (left, right) in edges {
    add(right, to: left)
    add(left, to: right)
  }
  return sums.map { $0.count == 0 ? 0 : $0.height / $0.count }
}
