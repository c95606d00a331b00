import Testing

@testable import CSL

@Suite("Bibliography") struct BibliographyTests {
  static let json = CitationTests.items([
    CitationTests.item("b", [("Sand", "Ada")], 2003),
    CitationTests.item("a", [("Élie", "Jo")], 2001),
    CitationTests.item("c", [("Sand", "Ada")], 1998),
  ])

  func entries(_ bibliography: String) throws -> [String] {
    let source = StyleSource(bibliography: bibliography)
    return try format(source, Self.json, []).bibliography.map { writePlainText($0.content) }
  }

  static let elements = """
    <names variable="author"><name name-as-sort-order="all"/></names>\
    <date variable="issued" prefix=" "><date-part name="year"/></date>
    """

  @Test func entriesAreSortedByKeysInTheirDirections() throws {
    let output = try entries(
      """
      <bibliography><sort><key variable="author"/><key variable="issued" sort="descending"/></sort>\
      <layout suffix=".">\(Self.elements)</layout></bibliography>
      """
    )
    #expect(output == ["Élie, Jo 2001.", "Sand, Ada 2003.", "Sand, Ada 1998."])
  }

  @Test func repeatedAuthorsAreSubstituted() throws {
    let output = try entries(
      """
      <bibliography subsequent-author-substitute="——"><sort><key variable="author"/>\
      <key variable="issued"/></sort><layout suffix=".">\(Self.elements)</layout></bibliography>
      """
    )
    #expect(output == ["Élie, Jo 2001.", "Sand, Ada 1998.", "—— 2003."])
  }

  @Test func secondFieldIsAligned() throws {
    let source = StyleSource(
      bibliography: """
        <bibliography second-field-align="flush"><layout suffix=".">\
        <text variable="citation-number" suffix=" "/>\(Self.elements)</layout></bibliography>
        """
    )
    let first = try format(source, Self.json, []).bibliography.first
    #expect(
      first.map { writeHTML($0.content) } == """
        <div class="csl-left-margin">1 </div><div class="csl-right-inline">Sand, Ada 2003.</div>
        """
    )
  }

  @Test func onlyCitedWorksAreListedWhenAsked() throws {
    let source = StyleSource(
      layout: "<layout><text variable=\"citation-number\"/></layout>",
      bibliography: "<bibliography><layout>\(Self.elements)</layout></bibliography>"
    )
    var request = CitationRequest(
      items: try CSLJSON.readItems(Array(Self.json.utf8)),
      style: try CSLStyle(xml: Array(source.xml.utf8)),
      locales: [try testLocale()],
      citations: [CSLCitation(cites: [Cite(id: "c")])]
    )
    request.listed = .cited(alsoUncited: ["a"])
    #expect(processCitations(request).bibliography.map { $0.id } == ["c", "a"])
  }

  @Test func orderOfFieldsDoesNotMatter() throws {
    let items = try CSLJSON.readItems(Array(Self.json.utf8))
    let rebuilt = items.map { item in
      var copy = CSLItem(id: item.id, type: item.type)
      for (name, value) in item.fields.sorted(by: { $0.key > $1.key }) { copy.fields[name] = value }
      return copy
    }
    let style = try CSLStyle(
      xml: Array(
        StyleSource(bibliography: "<bibliography><layout>\(Self.elements)</layout></bibliography>")
          .xml.utf8
      )
    )
    let locales = [try testLocale()]
    let one = processCitations(CitationRequest(items: items, style: style, locales: locales))
    let two = processCitations(CitationRequest(items: rebuilt, style: style, locales: locales))
    #expect(one.bibliography == two.bibliography)
  }
}
