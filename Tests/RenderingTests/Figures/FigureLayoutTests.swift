import SiteModel
import Support
import Testing

@testable import Rendering

@Suite struct FigureLayoutTests {
  private func labels(_ count: Int, _ generator: inout SeededGenerator) -> [FigureLabel] {
    (0..<count).map { _ in
      let words = (0..<Int.random(in: 1...6, using: &generator)).map { _ in
        String(repeating: "m", count: Int.random(in: 1...12, using: &generator))
      }
      return FigureLabel(words.joined(separator: " "), columns: 18, lines: 3)
    }
  }

  private func pairsThatMeet(_ boxes: [FigureBox]) -> Int {
    boxes.indices.reduce(0) { sum, left in
      sum + boxes.indices.dropFirst(left + 1).count { boxes[left].meets(boxes[$0], gap: 0) }
    }
  }

  @Test("no label of a network covers another or leaves the drawing")
  func networkLabelsAreApart() {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let labels = labels(Int.random(in: 0...80, using: &generator), &generator)
      let edges = labels.indices.dropFirst().map { ($0, Int.random(in: 0..<$0, using: &generator)) }
      let layout = NetworkLayout(labels, edges: edges, width: 900)
      #expect(pairsThatMeet(layout.boxes) == 0, "seed \(seed)")
      #expect(
        layout.boxes.allSatisfy {
          $0.x >= 0 && $0.y >= 0 && $0.maxX <= layout.width && $0.maxY <= layout.height
        },
        "seed \(seed)"
      )
    }
  }

  @Test("what is joined stands nearer than what is not")
  func edgesPull() {
    let labels = (0..<20).map { FigureLabel("n\($0)", columns: 10, lines: 1) }
    // Two groups, each joined to its own middle.
    let edges = (1..<10).map { (0, $0) } + (11..<20).map { (10, $0) }
    let boxes = NetworkLayout(labels, edges: edges, width: 600).boxes
    func distance(_ left: Int, _ right: Int) -> Int {
      let (first, second) = (boxes[left].centre, boxes[right].centre)
      return (first.x - second.x) * (first.x - second.x)
        + (first.y - second.y) * (first.y - second.y)
    }
    let within = edges.reduce(0) { $0 + distance($1.0, $1.1) }
    let across =
      (1..<10).reduce(0) { $0 + distance(10, $1) }
      + (11..<20).reduce(0) { $0 + distance(0, $1) }
    #expect(within < across)
  }

  @Test("columns keep their boxes apart, and neighbours follow each other's order")
  func layers() {
    let labels = (0..<7).map { FigureLabel("box \($0)", columns: 10, lines: 1) }
    let layout = LayeredLayout(
      labels,
      columns: [0, 1, 1, 1, 2, 2, 2],
      edges: [(0, 1), (0, 2), (0, 3), (1, 6), (2, 5), (3, 4)]
    )
    #expect(pairsThatMeet(layout.boxes) == 0)
    #expect(layout.boxes[6].y < layout.boxes[5].y && layout.boxes[5].y < layout.boxes[4].y)
    #expect(layout.boxes[0].maxX < layout.boxes[1].x && layout.boxes[1].maxX < layout.boxes[4].x)
  }

  @Test("a line of time keeps the order of dates, and its labels apart")
  func timeline() {
    for seed in 0..<40 as Range<UInt64> {
      var generator = SeededGenerator(seed: seed)
      let labels = labels(Int.random(in: 0...30, using: &generator), &generator)
      let dates = labels.compactMap { _ in
        PartialDate(
          year: Int.random(in: 1990...2030, using: &generator),
          month: Int.random(in: 1...12, using: &generator)
        )
      }.sorted()
      let layout = TimelineLayout(dates, labels: labels, left: 80)
      #expect(pairsThatMeet(layout.boxes) == 0, "seed \(seed)")
      #expect(layout.places == layout.places.sorted(), "seed \(seed)")
      #expect(layout.boxes.map(\.y) == layout.boxes.map(\.y).sorted(), "seed \(seed)")
      #expect(layout.boxes.allSatisfy { $0.maxY <= layout.height }, "seed \(seed)")
    }
  }

  @Test(
    "a label is cut at its spaces, and says when it is cut",
    arguments: [
      ("one two three", ["one two", "three"]), ("", []),
      (
        "supercalifragilistic",
        [
          "supercalifragilistic"
        ]
      ), ("a b c d e f g h i j k l m n o p q r", ["a b c d", "e f g h…"]),
    ] as [(String, [String])]
  )
  func labelLines(text: String, lines: [String]) {
    #expect(FigureLabel(text, columns: 7, lines: 2).lines == lines)
  }
}
