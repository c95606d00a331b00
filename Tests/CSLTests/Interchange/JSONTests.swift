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

  @Test func fieldsLeaveNoRoomForDates() {
    #expect(MemoryLayout<CSLValue>.stride < MemoryLayout<CSLDate>.size)
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

@Suite("CSL-JSON round trip") struct JSONRoundTripTests {
  /// The value with members in the order of their names, so that two can be compared.
  private func sorted(_ tree: JSONTree) -> JSONTree {
    switch tree {
    case .array(let elements): .array(elements.map(sorted))
    case .object(let members):
      .object(
        members.map { JSONTree.Member($0.name, sorted($0.value)) }.sorted { $0.name < $1.name }
      )
    case .null, .bool, .number, .string: tree
    }
  }

  @Test(arguments: [
    "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"A \\\"b\\\" \\u0001\\t\\\\\"}]",
    "[{\"id\":7,\"volume\":3.50,\"page\":\"1-2\",\"empty\":\"\",\"none\":null,\"flag\":false}]",
    "[{\"id\":\"a\",\"author\":[{\"family\":\"B\",\"given\":\"\",\"suffix\":\"Jr\",\"x\":[1]}]}]",
    "[{\"id\":\"a\",\"author\":[\"odd\"],\"editor\":[{\"literal\":\"L\",\"comma-suffix\":true}]}]",
    "[{\"id\":\"a\",\"issued\":{\"date-parts\":[[\"2001\",\"0\"]],\"circa\":1,\"season\":\"2\"}}]",
    "[{\"id\":\"a\",\"issued\":{\"raw\":\"May 2001\"},\"accessed\":\"2001\",\"custom\":{\"k\":[]}}]",
  ])
  func whatIsReadIsWritten(_ json: String) throws {
    let items = try CSLJSON.readItems(Array(json.utf8))
    let written = try readJSON(CSLJSON.writeItems(items))
    #expect(sorted(written) == sorted(try readJSON(Array(json.utf8))))
  }

  @Test func datesMadeInCodeAreWritten() throws {
    var item = CSLItem(id: "a", type: "book")
    item.fields["issued"] = .date(
      CSLDate(start: .init(year: 2001, month: 5), end: .init(year: 2002))
    )
    let read = try #require(try CSLJSON.readItems(CSLJSON.writeItems([item])).first)
    #expect(read.date("issued")?.start == .init(year: 2001, month: 5))
    #expect(read.date("issued")?.end == .init(year: 2002))
  }
}
