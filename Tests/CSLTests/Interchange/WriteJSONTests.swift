import Testing

@testable import CSL

@Suite struct WriteJSONTests {
  @Test func itemsComeBackAsTheyWere() throws {
    let items = try InterchangeSamples.items()
    let bytes = CSLJSON.writeItems(items)
    #expect(try CSLJSON.readItems(bytes) == items)
    #expect(CSLJSON.writeItems(try CSLJSON.readItems(bytes)) == bytes)
    #expect(String(decoding: CSLJSON.writeItems([]), as: UTF8.self) == "[]")
  }

  @Test(arguments: [
    ("range", CSLDate(start: .init(year: -43, month: 3, day: 15), end: .init(year: -42))),
    ("season", CSLDate(start: .init(year: 1850, season: 2))),
    ("season in words", CSLDate(start: .init(year: 1850, seasonName: "Trinity"))),
    ("words", CSLDate(literal: "s.d.")),
  ])
  func datesThatWereNotReadAreWritten(_ name: String, _ date: CSLDate) throws {
    let item = CSLItem(id: "a", type: "book", fields: ["issued": .date(date)])
    let copy = try CSLJSON.readItems(CSLJSON.writeItems([item]))
    #expect(copy.first?.fields["issued"]?.essence(of: "issued") == .date(date))
  }

  @Test func changedDatesAreNotWrittenAsTheyWereRead() throws {
    var item = try InterchangeSamples.items()[0]
    guard case .date(var date) = item.fields["issued"] else { return #expect(Bool(false)) }
    date.start?.year = 1638
    item.fields["issued"] = .date(date)
    let copy = try CSLJSON.readItems(CSLJSON.writeItems([item]))
    #expect(copy.first?.date("issued")?.start == .init(year: 1638, month: 6, day: 8))
  }

  @Test func controlCharactersAreEscaped() {
    let text = String(decoding: JSONTree.string("a\"\\\n\u{1}é").bytes(), as: UTF8.self)
    #expect(text == #""a\"\\\n\u0001é""#)
  }
}
