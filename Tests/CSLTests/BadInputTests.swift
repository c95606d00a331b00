import Testing

@testable import CSL

@Suite("Bad input") struct BadInputTests {
  private func items(_ json: String) throws -> [CSLItem] {
    try CSLJSON.readItems(Array(json.utf8))
  }

  private func processor(_ source: StyleSource, _ items: [CSLItem]) throws -> CitationProcessor {
    try CitationProcessorTests.processor(source, items)
  }

  private let listing = StyleSource(
    layout: "<layout><text variable=\"title\"/></layout>",
    bibliography: """
      <bibliography><layout><names variable="author"/><date variable="issued" prefix=" ">\
      <date-part name="year"/></date><text variable="title" prefix=" "/></layout></bibliography>
      """
  )

  @Test(arguments: [
    Row(
      "each calls the next twice",
      (0..<60).map {
        "<macro name=\"m\($0)\"><text macro=\"m\($0 + 1)\"/><text macro=\"m\($0 + 1)\"/></macro>"
      }.joined() + "<macro name=\"m60\"><text value=\"x\"/></macro>",
      "calls others too often or too deep"
    ),
    Row(
      "a chain of thousands",
      (0..<5000).map { "<macro name=\"m\($0)\"><text macro=\"m\($0 + 1)\"/></macro>" }.joined()
        + "<macro name=\"m5000\"><text value=\"x\"/></macro>",
      "calls others too often or too deep"
    ),
    Row("itself", "<macro name=\"m0\"><text macro=\"m0\"/></macro>", "calls itself"),
    Row(
      "itself through another",
      "<macro name=\"m0\"><text macro=\"b\"/></macro><macro name=\"b\"><text macro=\"m0\"/></macro>",
      "calls itself"
    ),
  ])
  func endlessMacrosPrintNothing(_ row: Row) throws {
    let source = StyleSource(
      macros: row.input,
      layout: "<layout><text macro=\"m0\"/><text value=\"end\"/></layout>"
    )
    let style = try CSLStyle(xml: Array(source.xml.utf8))
    #expect(style.warnings.first?.kind == .recursiveMacro)
    #expect(style.warnings.first?.summary.hasSuffix(row.expected) == true)
    let text = try citeEach(source, "[{\"id\": \"a\"}]").joined()
    #expect(text.hasSuffix("end") && text.utf8.count < 200_000)
  }

  @Test func numbersBelowZeroCountAsNone() throws {
    let source = StyleSource(
      citationAttributes: "et-al-min=\"-3\" et-al-use-first=\"-2\"",
      citationSort:
        "<sort><key variable=\"author\" names-min=\"-1\" names-use-first=\"-1\"/></sort>",
      layout:
        "<layout delimiter=\"; \"><names variable=\"author\"/><text variable=\"title\"/></layout>"
    )
    let json = """
      [{"id": "a", "title": "A", "author": [{"family": "Lind"}, {"family": "Sand"}]},
       {"id": "b", "title": "B", "author": [{"family": "Lind"}]}]
      """
    #expect(try citeTogether(source, json) == "A; B")
  }

  @Test func itemsWithoutTypeOrTitleAreNamed() throws {
    let items = try items(
      "[{\"id\": \"a\", \"title\": \"T\"}, {\"id\": \"b\", \"type\": \"book\"}]"
    )
    let result = try processor(listing, items).format([], listed: .all)
    #expect(result.problems.map { $0.kind } == [.missingType, .missingTitle])
    #expect(result.problems.map { $0.item } == ["a", "b"])
    #expect(result.warnings == ["item \"a\" has no type", "item \"b\" has no title"])
    #expect(result.bibliography.map { $0.content.plainText } == [" T"])
  }

  @Test func citedItemThatIsNotGivenIsNamed() throws {
    let result = try processor(listing, []).format([CSLCitation(cites: [Cite(id: "lind")])])
    #expect(result.warnings == ["item \"lind\" is cited and not given"])
    #expect(result.problems.map { $0.kind } == [.unknownItem])
  }

  @Test(arguments: [
    Row("words for a date", "{\"literal\": \"s.d.\"}", "Office of Maps s.d. T"),
    Row("words that should be a date", "{\"raw\": \"s.d.\"}", "Office of Maps s.d. T"),
    Row(
      "the smallest number",
      "{\"date-parts\": [[-9223372036854775808]]}",
      "Office of Maps T"
    ),
    Row(
      "a number beyond all numbers",
      "{\"date-parts\": [[99999999999999999999]]}",
      "Office of Maps T"
    ),
  ])
  func strangeDatesArePrintedOrLeftOut(_ row: Row) throws {
    let items = try items(
      """
      [{"id": "a", "type": "book", "title": "T", "author": [{"literal": "Office of Maps"}],
        "issued": \(row.input)}]
      """
    )
    let entries = try processor(listing, items).format([], listed: .all).bibliography
    #expect(entries.map { $0.content.plainText } == [row.expected])
  }

  @Test func thousandsOfOneKeyAreOneItemAndOneProblem() throws {
    var item = CSLItem(id: "a", type: "book")
    item.fields["title"] = .text("T")
    let result = try processor(listing, Array(repeating: item, count: 10_001))
      .format([CSLCitation(cites: Array(repeating: Cite(id: "a"), count: 10_000))])
    #expect(result.warnings == ["10000 other items have the key \"a\""])
    #expect(result.bibliography.count == 1)
    #expect(result.renderings <= 10_001)
  }

  /// The names of two works differ in the last of thousands only: that name is looked for, not
  /// come to by printing one name more at a time.
  @Test func longNameListsAreToldApartInFewSteps() throws {
    let names = (0..<20_000).map { CSLName(family: "Lind\($0)", given: "Ada") }
    let items = (0..<3).map { index in
      var item = CSLItem(id: "i\(index)", type: "book")
      let last = CSLName(family: index == 2 ? "Sand" : "Berg", given: "Bo")
      item.fields["author"] = .names(names + [last])
      item.fields["title"] = .text("T")
      item.fields["issued"] = .date(CSLDate(start: .init(year: 2001)))
      return item
    }
    let result = try processor(CitationProcessorTests.source(rule: "by-cite"), items)
      .format(items.map { CSLCitation(cites: [Cite(id: $0.id)]) })
    #expect(result.renderings < 60)
    #expect(result.citations[0].plainText.hasSuffix("2001a)"))
    #expect(result.citations[1].plainText.hasSuffix("2001b)"))
    #expect(result.citations[2].plainText.contains("Sand 2001)"))
  }

  @Test func listsOfAHundredThousandNamesArePrinted() throws {
    var item = CSLItem(id: "a", type: "book")
    item.fields["author"] = .names(
      Array(repeating: CSLName(family: "Lind", given: "Ada"), count: 100_000)
    )
    var source = listing
    source.bibliography = source.bibliography.replacing(
      "<bibliography>",
      with: """
        <bibliography subsequent-author-substitute="-" \
        subsequent-author-substitute-rule="complete-each">
        """
    )
    var second = item
    second.id = "b"
    let entries = try processor(source, [item, second]).format([], listed: .all).bibliography
    #expect(entries[0].content.plainText.utf8.count == 100_000 * "Ada Lind, ".utf8.count - 2)
    #expect(entries[1].content.plainText.utf8.count == 100_000 * "-, ".utf8.count - 2)
  }

  @Test(arguments: [
    Row("plain words", "a word ", "title"), Row("quotes after brackets", ">\"a", "title"),
    Row("one quote", "'a ", "title"), Row("small given names", "a ", "given"),
    Row("hyphens", "A-", "given"), Row("open brackets", "<", "given"),
    Row("capitals", "X", "family"),
    Row("raised letters", "²a", "title"), Row("dashes", "–1", "page"),
    Row("joints", "d'", "family"),
  ])
  func aMegabyteInOneFieldStaysCheap(_ row: Row) throws {
    let text = String(repeating: row.input, count: 1_000_000 / row.input.utf8.count)
    var item = CSLItem(id: "a", type: "book")
    var name = CSLName(family: "Lind", given: "Ada")
    if row.expected == "given" { name.given = text }
    if row.expected == "family" { name.family = text }
    item.fields["author"] = .names([name])
    item.fields["title"] = .text(row.expected == "title" ? text : "T")
    item.fields["page"] = .text(row.expected == "page" ? text : "1")
    var source = listing
    source.bibliography = """
      <bibliography><layout><names variable="author"><name initialize-with="."/></names>\
      <text variable="title" text-case="title"/><text variable="page"/></layout></bibliography>
      """
    let entries = try processor(source, [item]).format([], listed: .all).bibliography
    #expect(entries.count == 1)
  }
}
