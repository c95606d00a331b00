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
