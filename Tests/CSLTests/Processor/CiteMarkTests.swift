import Testing

@testable import CSL

@Suite("Cites marked in their citation") struct CiteMarkTests {
  private func pieces(_ source: StyleSource, _ json: String, _ cites: [Cite]) throws -> [String] {
    let formatted = try format(source, json, [CSLCitation(cites: cites)])
    return formatted.citations[0].separatingCites().map { piece in
      "\(piece.cite.map(String.init) ?? "-"):\(writeHTML(piece.content))"
    }
  }

  private let json = CitationTests.items([
    CitationTests.item("a", [("Lind", "Kai")], 2001),
    CitationTests.item("b", [("Lind", "Kai")], 2002),
    CitationTests.item("c", [("Roe", "Ann")], 1999),
  ])

  @Test func eachCiteIsAPieceInTheOrderOfTheStyle() throws {
    let source = StyleSource(
      citationSort: "<sort><key variable=\"issued\"/></sort>",
      layout: CitationTests.authorDate
    )
    #expect(
      try pieces(source, json, [Cite(id: "a"), Cite(id: "c")]) == [
        "-:(", "1:Roe 1999", "-:; ", "0:Lind 2001", "-:)",
      ]
    )
  }

  @Test func collapsedYearsAreTheirOwnPieces() throws {
    let source = StyleSource(
      citationAttributes: "collapse=\"year\" cite-group-delimiter=\", \"",
      layout: CitationTests.authorDate
    )
    #expect(
      try pieces(source, json, [Cite(id: "a"), Cite(id: "b")]) == [
        "-:(", "0:Lind 2001", "-:, ", "1:2002", "-:)",
      ]
    )
  }

  @Test func fontsAreRepeatedAndNumbersInRangesKeepTheirEnds() throws {
    let source = StyleSource(
      citationAttributes: "collapse=\"citation-number\"",
      layout: """
        <layout vertical-align="sup" delimiter=","><text variable="citation-number"/></layout>
        """
    )
    #expect(
      try pieces(source, json, [Cite(id: "a"), Cite(id: "b"), Cite(id: "c")]) == [
        "0:<sup>1</sup>", "-:<sup>–</sup>", "2:<sup>3</sup>",
      ]
    )
  }

  @Test func namesInTheSentenceAreNoCitation() throws {
    let source = StyleSource(
      layout: """
        <layout><choose><if position="first"><text value="first"/></if>\
        <else><text value="again"/></else></choose></layout>
        """
    )
    var names = Cite(id: "a")
    names.printsAuthorOnly = true
    let formatted = try format(
      source,
      json,
      [CSLCitation(cites: [names]), CSLCitation(cites: [Cite(id: "a")])]
    )
    #expect(formatted.citations.map(\.plainText) == ["Lind", "first"])
  }

  @Test func lettersOfTheDataAreKept() throws {
    let source = StyleSource(
      citationAttributes: "disambiguate-add-year-suffix=\"true\"",
      layout: CitationTests.authorDate
    )
    let letter = "\"year-suffix\": \"a\", "
    let items = ["a", "b", "c"].map { CitationTests.item($0, [("Lind", "Kai")], 2001) }
    let json = CitationTests.items([
      items[0], items[1].replacing("{\"id\"", with: "{\(letter)\"id\""), items[2],
    ])
    #expect(try citeTogether(source, json) == "(Lind 2001b; Lind 2001a; Lind 2001c)")
  }

  @Test(arguments: [
    ("See https://e.org/a(b).", "See [https://e.org/a(b)]https://e.org/a(b)."),
    ("(http://e.org/a), b", "([http://e.org/a]http://e.org/a), b"),
    ("doi:10.1/x y", "[https://doi.org/10.1/x]doi:10.1/x y"), ("a: b", "a: b"),
    ("https:// x", "https:// x"), ("xhttps://e.org", "xhttps://e.org"),
  ])
  func addressesBecomeLinks(text: String, expected: String) {
    let html = writeHTML([FormattedText.text(text)].linkingAddresses()) { link in
      guard case .address(let address) = link else { return ("", "") }
      return ("[\(address)]", "")
    }
    #expect(html == expected)
  }
}
