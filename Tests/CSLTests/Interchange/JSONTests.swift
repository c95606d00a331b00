import Testing

@testable import CSL

@Suite("CSL-JSON") struct JSONTests {
  @Test func itemsAreRead() throws {
    let json = """
      [{"id": 7, "type": "book", "title": "A\\u00e9\\n\\ud83d\\ude00", "volume": 3,
      "author": [{"literal": "B"}], "issued": {"date-parts": [["2001", 0]]}, "custom": {"x": 1}}]
      """
    let items = try CSLJSON.readItems(Array(json.utf8))
    let item = try #require(items.first)
    #expect(item.id == "7")
    #expect(item.text("title") == "Aé\n😀")
    #expect(item.fields["volume"] == .number("3"))
    #expect(item.names("author") == [CSLName(literal: "B")])
    #expect(item.date("issued")?.start == CSLDate.Point(year: 2001))
    #expect(item.fields["custom"] == .other(.object([.init("x", .number("1"))])))
  }

  @Test(arguments: ["", "[", "{\"a\"}", "[1,]", "\"abc", "[1] x", "{\"a\":tru}", "\"\\u12\""])
  func brokenTextIsRefused(_ text: String) {
    #expect(throws: CSLReadError.self) { try readJSON(Array(text.utf8)) }
  }

  @Test func deepNestingIsRefused() {
    let text = String(repeating: "[", count: 100_000)
    #expect(throws: CSLReadError.self) { try readJSON(Array(text.utf8)) }
  }

  @Test func fieldsOfTheNoteAreRead() throws {
    let json = """
      [{"id": "a", "title": "T", "note": "DOI: 10.1/x\\nissued: 2004-05\\ntitle: no\\nfree text"}]
      """
    let read = try #require(try CSLJSON.readItems(Array(json.utf8)).first).readingNoteFields()
    #expect(read.text("DOI") == "10.1/x")
    #expect(read.date("issued")?.start == CSLDate.Point(year: 2004, month: 5))
    #expect(read.text("title") == "T")
  }
}
