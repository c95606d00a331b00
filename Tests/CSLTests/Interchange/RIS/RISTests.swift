import Testing

@testable import CSL

@Suite struct RISTests {
  static let sample = """
    TY  - JOUR
    ID  - pasteur1857
    AU  - Pasteur, Louis
    AU  - Académie X
    A1  - Gogh, Vincent van
    T1  - Mémoire sur
      la fermentation
    JO  - Comptes rendus
    PY  - 1857///
    DA  - 1857/11/30/
    VL  - 45
    IS  - 22
    SP  - 913
    EP  - 916
    SN  - 1234-5678
    KW  - chimie
    KW  - levure
    AB  - First line
    second line
    L1  - file.pdf
    ER  - 

    TY  - BOOK
    TI  - Essays
    A2  - Gournay, Marie de
    PY  - s.d.
    SP  - 300
    SN  - 978-2-00-000000-0
    ER  -
    """

  @Test func recordsAreRead() {
    let reading = RIS.readItems(Array(Self.sample.utf8))
    #expect(reading.diagnostics == [])
    let names = reading.items[0].names("author")
    #expect(names.map(\.family) == ["Pasteur", "", "Gogh"])
    #expect(names.map(\.literal) == ["", "Académie X", ""])
    #expect(names.map(\.droppingParticle) == ["", "", "van"])
    #expect(
      InterchangeSamples.describe(reading.items[0], without: ["author"]) == [
        "id: pasteur1857", "type: article-journal", "ISSN: text(\"1234-5678\")",
        "abstract: text(\"First line\\nsecond line\")",
        "container-title: text(\"Comptes rendus\")",
        "issue: text(\"22\")",
        "issued: \(CSLValue.date(CSLDate(start: .init(year: 1857, month: 11, day: 30))))",
        "keyword: text(\"chimie, levure\")", "page: text(\"913-916\")",
        "title: text(\"Mémoire sur la fermentation\")", "volume: text(\"45\")",
      ]
    )
    #expect(
      InterchangeSamples.describe(reading.items[1], without: ["editor"]) == [
        "id: ris-2", "type: book", "ISBN: text(\"978-2-00-000000-0\")",
        "issued: \(CSLValue.date(CSLDate(literal: "s.d.")))",
        "number-of-pages: text(\"300\")", "title: text(\"Essays\")",
      ]
    )
  }

  @Test(arguments: [
    ("TY  - BOOK\nTI  - T\n", ["unclosed 1"]),
    ("TY  - BOOK\nTI  - T\nTY  - BOOK\nTI  - T\nER  - ", ["unclosed 1"]),
    ("TY  - BOOK\nER  - ", ["missingTitle 1"]),
    ("TY  - TOME\nTI  - T\nER  - ", ["unknownType 1"]),
    ("TI  - T\nER  - ", ["missingType 1"]),
    (
      "words\nTY  - BOOK\nTI  - T\nTI  - U\nX9  - v\nER  - \nER  - ",
      [
        "unexpected 1", "duplicateField 4", "unknownField 5", "unexpected 7",
      ]
    ),
    (
      "TY  - BOOK\nID  - a\nTI  - T\nER  - \nTY  - BOOK\nTI  - T\nID  - a\nER  - ",
      [
        "duplicateKey 7 (2)"
      ]
    ),
  ])
  func troubleIsReportedWhereItIs(_ source: String, _ found: [String]) {
    let notes = RIS.readItems(Array(source.utf8)).diagnostics
    #expect(
      notes.map { note in
        "\(note.kind) \(note.position.line)" + (note.related.map { " (\($0.line))" } ?? "")
      } == found
    )
  }

  @Test func itemsComeBack() throws {
    let items = try InterchangeSamples.items()
    let writing = RIS.writeItems(items)
    #expect(
      writing.losses.map { "\($0.id) \($0.variable) \($0.extent)" } == [
        "tocqueville1835 illustrator dropped", "tocqueville1835 original-date dropped",
        "tocqueville1835 volume-title dropped", "web custom dropped",
        "loi event-place dropped",
      ]
    )
    let reading = RIS.readItems(writing.bytes)
    #expect(reading.diagnostics == [])
    try #require(reading.items.count == items.count)
    for (item, copy) in zip(items, reading.items) {
      let lost = Set(writing.losses.filter { $0.id == item.id }.map(\.variable))
      #expect(
        InterchangeSamples.describe(item, without: lost)
          == InterchangeSamples.describe(copy, without: lost)
      )
    }
  }

  @Test func aRecordIsWrittenTagByTag() throws {
    let items = try InterchangeSamples.items()
    let text = String(decoding: RIS.writeItems([items[5]]).bytes, as: UTF8.self)
    #expect(
      text == """
        TY  - NEWS
        ID  - journal1789
        TI  - Nouvelles du 14 juillet
        T2  - Gazette
        PY  - 1789
        DA  - 1789/07//1789-07/1789-08
        ER  - 

        """
    )
  }
}
