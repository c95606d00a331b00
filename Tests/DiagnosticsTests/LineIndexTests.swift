import Diagnostics
import Testing

struct LineIndexTests {
  @Test func columnsCountScalarsNotBytes() {
    let index = LineIndex(Array("été\nà b\n".utf8))
    #expect(index.position(of: 0) == LineColumn(line: 1, column: 1))
    #expect(index.position(of: 5) == LineColumn(line: 1, column: 4))
    #expect(index.position(of: 8) == LineColumn(line: 2, column: 2))
  }

  @Test func offsetsPastTheEndStayAtTheEnd() {
    let index = LineIndex(Array("ab".utf8))
    #expect(index.position(of: 99) == LineColumn(line: 1, column: 3))
  }

  @Test func linesLoseTheirEnds() {
    let index = LineIndex(Array("un\r\ndeux".utf8))
    #expect(index.text(ofLine: 1) == "un")
    #expect(index.text(ofLine: 2) == "deux")
    #expect(index.text(ofLine: 3) == "")
  }
}
