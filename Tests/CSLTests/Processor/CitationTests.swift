import Testing

@testable import CSL

@Suite("Citations") struct CitationTests {
  static let authorDate = """
    <layout prefix="(" suffix=")" delimiter="; "><group delimiter=" ">\
    <names variable="author"><name form="short" initialize-with="." et-al-min="3" \
    et-al-use-first="1"/></names>\
    <date variable="issued"><date-part name="year"/></date></group></layout>
    """

  static func item(_ id: String, _ names: [(String, String)], _ year: Int) -> String {
    let people = names.map { "{\"family\": \"\($0.0)\", \"given\": \"\($0.1)\"}" }
    return """
      {"id": "\(id)", "type": "book", "author": [\(people.joined(separator: ","))],
      "issued": {"date-parts": [[\(year)]]}}
      """
  }

  static func items(_ items: [String]) -> String { "[" + items.joined(separator: ",") + "]" }

  @Test func sameAuthorAndYearTakeLetters() throws {
    let source = StyleSource(
      citationAttributes: "disambiguate-add-year-suffix=\"true\"",
      layout: Self.authorDate
    )
    let json = Self.items([
      Self.item("a", [("Lind", "Kai")], 2001), Self.item("b", [("Lind", "Kai")], 2001),
      Self.item("c", [("Lind", "Kai")], 2002),
    ])
    #expect(try citeTogether(source, json) == "(Lind 2001a; Lind 2001b; Lind 2002)")
  }

  @Test func givenNamesTellAuthorsApart() throws {
    let source = StyleSource(
      citationAttributes: "disambiguate-add-givenname=\"true\"",
      layout: Self.authorDate
    )
    let json = Self.items([
      Self.item("a", [("Lind", "Kai")], 2001), Self.item("b", [("Lind", "Ola")], 2001),
      Self.item("c", [("Lind", "Otto")], 2001),
    ])
    #expect(try citeTogether(source, json) == "(K. Lind 2001; Ola Lind 2001; Otto Lind 2001)")
  }

  @Test func moreNamesTellCitesApart() throws {
    let source = StyleSource(
      citationAttributes: "disambiguate-add-names=\"true\"",
      layout: Self.authorDate
    )
    let json = Self.items([
      Self.item("a", [("Lind", "K"), ("Sand", "A"), ("Holm", "B")], 2001),
      Self.item("b", [("Lind", "K"), ("Berg", "A"), ("Holm", "B")], 2001),
    ])
    #expect(try citeTogether(source, json) == "(Lind, Sand, et al. 2001; Lind, Berg, et al. 2001)")
  }

  @Test(arguments: [
    Row("years", "collapse=\"year\"", "(Lind 2001a, 2001b, 2001c, 2004; Sand 1999)"),
    Row(
      "letters",
      "collapse=\"year-suffix\" year-suffix-delimiter=\",\"",
      "(Lind 2001a,b,c, 2004; Sand 1999)"
    ),
    Row(
      "ranges of letters",
      "collapse=\"year-suffix-ranged\" year-suffix-delimiter=\",\"",
      "(Lind 2001a–c, 2004; Sand 1999)"
    ),
  ])
  func citesOfOneAuthorCollapse(_ row: Row) throws {
    let source = StyleSource(
      citationAttributes: "disambiguate-add-year-suffix=\"true\" \(row.input)",
      layout: Self.authorDate
    )
    let lind = [("Lind", "Kai")]
    let json = Self.items([
      Self.item("a", lind, 2001), Self.item("b", lind, 2001), Self.item("c", lind, 2001),
      Self.item("d", lind, 2004), Self.item("e", [("Sand", "Ada")], 1999),
    ])
    #expect(try citeTogether(source, json) == row.expected)
  }

  @Test func numbersCollapseToRanges() throws {
    let source = StyleSource(
      citationAttributes: "collapse=\"citation-number\"",
      citationSort: "<sort><key variable=\"citation-number\"/></sort>",
      layout: """
        <layout prefix="[" suffix="]" delimiter=","><text variable="citation-number"/></layout>
        """
    )
    let json = Self.items((1...6).map { Self.item("i\($0)", [("N\($0)", "A")], 2000) })
    let cites = ["i5", "i1", "i3", "i2"].map { Cite(id: $0) }
    let result = try format(source, json, [CSLCitation(cites: cites)])
    #expect(result.citations.map { writePlainText($0) } == ["[1–3,5]"])
  }

  @Test func positionsFollowTheNotes() throws {
    let source = StyleSource(
      attributes: "class=\"note\"",
      layout: """
        <layout><choose><if position="ibid-with-locator"><text value="ibid+"/></if>\
        <else-if position="ibid"><text value="ibid"/></else-if>\
        <else-if position="near-note"><text value="near"/></else-if>\
        <else-if position="subsequent"><text value="later "/>\
        <text variable="first-reference-note-number"/></else-if>\
        <else><text value="first"/></else></choose></layout>
        """
    )
    let json = Self.items([Self.item("a", [("X", "Y")], 1), Self.item("b", [("Z", "Y")], 2)])
    let cites = [
      Cite(id: "a"), Cite(id: "a"), Cite(id: "a", locator: "3"), Cite(id: "b"), Cite(id: "a"),
    ]
    var citations = cites.enumerated().map { CSLCitation(cites: [$1], noteNumber: $0 + 1) }
    citations.append(CSLCitation(cites: [Cite(id: "b")], noteNumber: 30))
    let result = try format(source, json, citations).citations.map { writePlainText($0) }
    #expect(result == ["first", "ibid", "ibid+", "first", "near", "later 4"])
  }

  @Test func affixesAndSuppressedAuthors() throws {
    let source = StyleSource(layout: Self.authorDate)
    var cite = Cite(id: "a")
    cite.prefix = "see"
    cite.suffix = ", passim"
    cite.suppressesAuthor = true
    let json = Self.items([Self.item("a", [("Lind", "Kai")], 2001)])
    let result = try format(source, json, [CSLCitation(cites: [cite])])
    #expect(result.citations.map { writePlainText($0) } == ["(see 2001, passim)"])
  }

  @Test func unknownItemsAreReported() throws {
    let source = StyleSource(layout: Self.authorDate)
    let result = try format(source, "[]", [CSLCitation(cites: [Cite(id: "ghost")])])
    #expect(result.warnings == ["item \"ghost\" is cited and not given"])
  }
}
