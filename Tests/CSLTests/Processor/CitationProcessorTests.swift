import Support
import Testing

@testable import CSL

@Suite("Citation processor") struct CitationProcessorTests {
  /// Every way of telling cites apart, sorting and substitution at once.
  static func source(rule: String, note: Bool = false) -> StyleSource {
    StyleSource(
      attributes: "class=\"\(note ? "note" : "in-text")\"",
      citationAttributes: """
        disambiguate-add-names="true" disambiguate-add-givenname="true" et-al-min="3" \
        et-al-use-first="1" disambiguate-add-year-suffix="true" collapse="year" \
        givenname-disambiguation-rule="\(rule)"
        """,
      citationSort: "<sort><key variable=\"issued\"/></sort>",
      layout: CitationTests.authorDate,
      bibliography: """
        <bibliography subsequent-author-substitute="—"><sort><key variable="author"/>\
        <key variable="issued"/></sort><layout suffix="."><names variable="author"/>\
        <date variable="issued" prefix=" "><date-part name="year"/></date>\
        <text variable="title" prefix=" "/></layout></bibliography>
        """
    )
  }

  static func items(_ count: Int, seed: UInt64) -> [CSLItem] {
    var generator = SeededGenerator(seed: seed)
    let families = ["Lind", "Sand", "Berg", "Dal", "Ek"]
    let givens = ["Ada", "Alma", "Bo", "Kai", "Karl"]
    return (0..<count).map { index in
      var item = CSLItem(id: "i\(index)", type: "book")
      let names = (0..<Int.random(in: 1...4, using: &generator)).map { _ in
        CSLName(
          family: families[Int.random(in: 0..<5, using: &generator)],
          given: givens[Int.random(in: 0..<5, using: &generator)]
        )
      }
      item.fields["author"] = .names(names)
      item.fields["title"] = .text("Title \(index)")
      item.fields["issued"] = .date(
        CSLDate(start: .init(year: 2000 + Int.random(in: 0..<10, using: &generator)))
      )
      return item
    }
  }

  static func processor(_ source: StyleSource, _ items: [CSLItem]) throws -> CitationProcessor {
    CitationProcessor(
      items: items,
      style: try CSLStyle(xml: Array(source.xml.utf8)),
      locales: [try testLocale()]
    )
  }

  @Test(
    arguments: [
      "all-names", "all-names-with-initials", "primary-name", "primary-name-with-initials",
      "by-cite",
    ],
    [true, false]
  )
  func preparingChangesNothing(rule: String, note: Bool) throws {
    for seed in 1...3 as ClosedRange<UInt64> {
      let items = Self.items(60, seed: seed)
      let plain = try Self.processor(Self.source(rule: rule, note: note), items)
      var prepared = plain
      prepared.prepareItems()
      var generator = SeededGenerator(seed: seed + 100)
      let citations = (0..<20).map { _ in
        CSLCitation(
          cites: (0..<3).map { _ in
            Cite(id: "i\(Int.random(in: 0..<70, using: &generator))")
          }
        )
      }
      for listed in [CitationRequest.Listed.all, .cited(alsoUncited: ["i5"])] {
        let first = plain.format(citations, listed: listed)
        let second = prepared.format(citations, listed: listed)
        #expect(second.citations == first.citations, "seed \(seed)")
        #expect(second.bibliography == first.bibliography, "seed \(seed)")
        #expect(second.problems == first.problems, "seed \(seed)")
        #expect(second.renderings < first.renderings)
      }
    }
  }

  @Test(
    arguments: [
      #"<text variable="locator" prefix="p. "/>"#,
      #"<text variable="locator" text-case="uppercase"/>"#,
      #"<number variable="locator" form="roman"/>"#,
      #"<group text-case="capitalize-all"><text variable="locator"/></group>"#,
      #"<label variable="locator"/><text variable="locator"/><text variable="locator"/>"#,
      #"<choose><if is-numeric="locator"><text value="N"/></if></choose>"#,
      #"<choose><if locator="page"><text variable="locator" quotes="true"/></if></choose>"#,
      #"<group><text value="at "/><text variable="locator"/></group>"#,
    ]
  )
  func preparingChangesNoLocator(element: String) throws {
    let source = StyleSource(
      layout: """
        <layout delimiter="; "><group delimiter=", "><text variable="title"/>\(element)</group>\
        </layout>
        """
    )
    let plain = try Self.processor(source, Self.items(3, seed: 6))
    var prepared = plain
    prepared.prepareItems()
    let locators = ["12", "12-15", "3, 7", "ix", "vol. 2", " 4 ", "<i></i>", "", "“a” b", "1&2"]
    let citations = locators.flatMap { locator in
      [nil, "page", "chapter"].map { label in
        CSLCitation(cites: [
          Cite(id: "i1", locator: locator, label: label), Cite(id: "i2"),
          Cite(id: "i1", locator: "5"),
        ])
      }
    }
    #expect(prepared.format(citations).citations == plain.format(citations).citations)
  }

  /// Most citations are one work, perhaps with a page, and nothing else.
  @Test(
    arguments: [
      #"prefix="(" suffix=")""#, #"suffix=".""#, #"prefix="“" suffix=".”" font-style="italic""#,
    ],
    [
      #"<text variable="locator" prefix="p. "/>"#,
      #"<text variable="locator" suffix="." font-style="italic"/>"#,
      #"<text variable="locator" quotes="true" suffix=", "/><text value=".,;"/>"#,
      #"<text variable="locator"/><text variable="locator" prefix=" (" suffix=")"/>"#,
      #"<label variable="locator" form="short" suffix=" "/><text variable="locator"/>"#,
      #"<text value="x"/>"#, "",
    ]
  )
  func preparingChangesNoLoneCitation(manner: String, element: String) throws {
    let source = StyleSource(
      layout: """
        <layout \(manner)><group delimiter=", "><text variable="title"/>\(element)</group></layout>
        """
    )
    var items = Self.items(4, seed: 6)
    items[2].fields["title"] = .text("«\u{E000}»")
    items[3].fields["title"] = .text("")
    let plain = try Self.processor(source, items)
    var prepared = plain
    prepared.prepareItems()
    let locators = [
      "12", "12-15", "12–15", "ix", "12.", "a,", "3, 7", "“a”", "12¹", "«3»", " ", "12!",
      "\u{E000}",
    ]
    let citations = items.flatMap { item in
      [CSLCitation(cites: [Cite(id: item.id)])]
        + locators.map { CSLCitation(cites: [Cite(id: item.id, locator: $0, label: "page")]) }
    }
    #expect(prepared.format(citations).citations == plain.format(citations).citations)
  }

  @Test(arguments: ["by-cite", "all-names", "primary-name"])
  func workGrowsWithTheItems(rule: String) throws {
    // More items of the same few names look alike, the worst case for telling them apart.
    let renderings = try [250, 500, 1000].map { count in
      let items = Self.items(count, seed: 9)
      let citations = items.map { CSLCitation(cites: [Cite(id: $0.id)]) }
      return try Self.processor(Self.source(rule: rule), items)
        .format(citations, listed: .all).renderings
    }
    #expect(renderings[0] >= 3 * 250)
    #expect(renderings[1] <= renderings[0] * 5 / 2, "\(renderings)")
    #expect(renderings[2] <= renderings[1] * 5 / 2, "\(renderings)")
    #expect(renderings[2] <= 25 * 1000, "\(renderings)")
  }

  @Test func aTextCostsWhatItCites() throws {
    let citations = (0..<20).map { CSLCitation(cites: [Cite(id: "i\($0)")]) }
    let renderings = try [40, 400].map { count in
      try Self.processor(Self.source(rule: "by-cite"), Self.items(count, seed: 3))
        .format(citations).renderings
    }
    #expect(renderings[0] == renderings[1])
  }

  @Test func nothingIsRenderedTwiceWhereNothingLooksAlike() throws {
    var items = Self.items(30, seed: 4)
    for index in items.indices {
      items[index].fields["author"] = .names([CSLName(family: "Name\(index)", given: "A")])
    }
    var processor = try Self.processor(Self.source(rule: "all-names"), items)
    processor.prepareItems()
    let citations = items.map {
      CSLCitation(cites: [Cite(id: $0.id), Cite(id: $0.id, locator: "12", label: "page")])
    }
    #expect(processor.format(citations).renderings == 0)
    #expect(processor.format([], listed: .all).renderings == 0)
  }

  @Test func numbersAreThoseOfTheDocument() throws {
    let source = StyleSource(
      layout: "<layout prefix=\"[\" suffix=\"]\"><text variable=\"citation-number\"/></layout>",
      bibliography: """
        <bibliography second-field-align="flush"><layout><text variable="citation-number" \
        suffix=". "/><text variable="title"/></layout></bibliography>
        """
    )
    var processor = try Self.processor(source, Self.items(9, seed: 1))
    processor.prepareItems()
    let result = processor.format([
      CSLCitation(cites: [Cite(id: "i7")]), CSLCitation(cites: [Cite(id: "i2")]),
    ])
    #expect(result.citations.map { $0.plainText } == ["[1]", "[2]"])
    #expect(result.bibliography.map { $0.content.plainText } == ["1. Title 7", "2. Title 2"])
  }
}
