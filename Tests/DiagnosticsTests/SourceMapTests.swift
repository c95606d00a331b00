import Diagnostics
import Testing

struct SourceMapTests {
  @Test func composedTextLeadsBackToItsSource() {
    let map = SourceMap(
      path: "s",
      segments: [.init(text: 0, source: 100), .init(text: 10, source: 200)]
    )
    #expect(map.span(of: 2..<5).range == 102..<105)
    #expect(map.span(of: 8..<12).range == 108..<202)
    #expect(map.span(of: 11..<11).range == 201..<201)
  }

  @Test(arguments: [0..<25, 0..<10, 3..<9, 8..<12, 10..<20, 19..<21, 24..<25, 7..<7])
  func piecesLeadWhereEachOfTheirBytesLeads(range: Range<Int>) {
    let map = SourceMap(
      path: "s",
      segments: [
        .init(text: 0, source: 100), .init(text: 10, source: 300), .init(text: 20, source: 200),
      ]
    )
    let pieces = map.pieces(of: range)
    #expect(pieces.flatMap { Array($0.text) } == Array(range))
    for piece in pieces {
      for offset in piece.text {
        let place = map.span(of: offset..<offset + 1).range.lowerBound
        #expect(place == piece.source + offset - piece.text.lowerBound)
      }
    }
    #expect(pieces.count <= 3, "one for each segment at most")
  }

  @Test func whatWasMovedBelongsToTheExtent() {
    let map = SourceMap(
      path: "s",
      segments: [
        .init(text: 0, source: 100), .init(text: 10, source: 300), .init(text: 20, source: 200),
      ]
    )
    #expect(map.span(of: 0..<25).range == 100..<205)
    #expect(map.extent(of: 0..<25).range == 100..<300)
    #expect(map.extent(of: 2..<8).range == 102..<108)
  }
}
