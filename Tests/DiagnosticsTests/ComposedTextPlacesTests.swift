import Diagnostics
import Testing

/// Texts of fields, found again where their author wrote them.
struct ComposedTextPlacesTests {
  /// What stands in a file behind `a: `, and what YAML makes of it.
  @Test(arguments: [
    ("|\n  Un mot\n  et X.\n", "Un mot\net X.\n"),
    ("|2-\n    Un mot\n  X.\n", "  Un mot\nX."),
    (">-\n  Un mot\n  et X.\n\n  Suite.\n", "Un mot et X.\nSuite."),
    ("Un mot\n  et X.\n", "Un mot et X."), ("X\n", "X"), ("\"Un\n  X\"\n", "Un X"),
  ])
  func everyWordIsFound(written: String, read: String) throws {
    let file = SourceFile(path: "a.md", text: "a: \(written)b: c\n")
    let start = written.hasPrefix("\"") ? 4 : 3
    let text = ComposedText(read, from: SourceSpan(path: "a.md", range: start..<start))
    let placed = try #require(text.placed(in: file))
    let offset = try #require(text.bytes.firstIndex(of: UInt8(ascii: "X")))
    let place = placed.map.span(of: offset..<offset + 1).range
    #expect(place.lowerBound == file.bytes.firstIndex(of: UInt8(ascii: "X")))
    #expect(place.count == 1)
  }

  @Test func whatWasUnescapedIsNotFound() {
    let file = SourceFile(path: "a.md", text: "a: \"Un\\tmot\"\n")
    let text = ComposedText("Un\tmot", from: SourceSpan(path: "a.md", range: 4..<4))
    #expect(text.placed(in: file) == nil)
  }
}
