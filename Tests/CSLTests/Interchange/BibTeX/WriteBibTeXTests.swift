import Testing

@testable import CSL

@Suite struct WriteBibTeXTests {
  @Test func itemsComeBackFromBibLaTeX() throws {
    let items = try InterchangeSamples.items()
    let writing = BibTeX.writeItems(items, dialect: .bibLaTeX)
    #expect(
      writing.losses.map { "\($0.id) \($0.variable) \($0.extent)" } == [
        "web archive dropped", "web custom dropped",
      ]
    )
    try expectRoundTrip(items, writing)
  }

  @Test func classicBibTeXReportsWhatItCannotHold() throws {
    let items = try InterchangeSamples.items()
    let writing = BibTeX.writeItems(items, dialect: .bibTeX)
    try expectRoundTrip(items, writing)
    let lost = Set(writing.losses.map { "\($0.id) \($0.variable) \($0.extent)" })
    #expect(lost.isSuperset(of: ["web accessed dropped", "journal1789 type altered"]))
    #expect(!lost.contains { $0.hasPrefix("descartes1637 title") })
  }

  /// Everything that is not reported as lost must come back, compared without the writer's help.
  private func expectRoundTrip(_ items: [CSLItem], _ writing: InterchangeWriting) throws {
    let reading = BibTeX.readItems(writing.bytes)
    #expect(reading.diagnostics == [])
    try #require(reading.items.count == items.count)
    for (item, copy) in zip(items, reading.items) {
      let lost = Set(writing.losses.filter { $0.id == item.id }.map(\.variable))
      var copy = copy
      if lost.contains("type") {
        // Another type gives some fields another meaning.
        copy.type = item.type
        copy.fields = copy.fields.filter { item.fields[$0.key] != nil }
      }
      #expect(
        InterchangeSamples.describe(item, without: lost)
          == InterchangeSamples.describe(copy, without: lost)
      )
    }
  }

  @Test func writingTwiceGivesTheSameBytes() throws {
    let items = try InterchangeSamples.items()
    let first = BibTeX.writeItems(items, dialect: .bibLaTeX)
    let copies = BibTeX.readItems(first.bytes).items
    #expect(BibTeX.writeItems(copies, dialect: .bibLaTeX).bytes == first.bytes)
  }

  @Test func anEntryIsWrittenFieldByField() throws {
    let items = try InterchangeSamples.items()
    let text = String(
      decoding: BibTeX.writeItems([items[1], items[3]], dialect: .bibLaTeX).bytes,
      as: UTF8.self
    )
    #expect(text == Self.expected)
  }

  @Test(arguments: [
    "a < b > c <i>", "<i>a</i> <b>b</i>", "x <\u{338} y <i\u{301}>z>\u{338}",
    "<sup>2</sup><span>q</span>",
    "<span style=\"font-variant:small-caps;\">Sc</span>",
    "<span class=\"nocase\">a <i>b</i></span>",
    "<span class=\"nocase\"><i>b</i></span>", "  two  spaces ", "-- --- – — ``x'' 'y'", "\\emph{x}",
    "<i>unclosed", "</i>", "100 % & #1 _ $x$ ~", "e\u{301} \u{A0} n", "{", "}", "a\n\nb\n",
  ])
  func textComesBack(_ text: String) {
    let item = CSLItem(id: "a", type: "book", fields: ["title": .text(text)])
    let writing = BibTeX.writeItems([item], dialect: .bibLaTeX)
    let copy = BibTeX.readItems(writing.bytes)
    #expect(copy.diagnostics == [])
    // A span without meaning is the one thing that goes.
    let expected = text.replacing("<span>q</span>", with: "q")
    #expect(copy.items.map { $0.text("title") } == [expected])
    #expect(writing.losses.isEmpty == (expected == text))
  }

  @Test func keysThatBibTeXCannotHoldStayDifferent() {
    let items = ["a b", "a,b", "", "", "a-b"].map {
      CSLItem(id: $0, type: "book", fields: ["title": .text("T")])
    }
    let writing = BibTeX.writeItems(items, dialect: .bibLaTeX)
    let keys = BibTeX.readItems(writing.bytes).items.map(\.id)
    #expect(keys == ["a-b-2", "a-b-3", "item", "item-2", "a-b"])
    #expect(writing.losses.map(\.variable) == ["id", "id", "id", "id"])
  }

  static let expected = ##"""
    @article{leibniz1684,
      author = {Leibniz, Gottfried Wilhelm},
      title = {Nova methodus pro \emph{maximis} et {Minimis}},
      journaltitle = {Acta Eruditorum},
      shortjournal = {Acta Erud.},
      date = {1684-10},
      volume = {3},
      number = {10},
      pages = {467--473},
      langid = {latin},
      issn = {1234-5678},
      doi = {10.1000/xyz_(1684)},
      abstract = {First.\newline{}Second -{}- 100 \% \textbraceleft{}sic\textbraceright{} \##
    \textbackslash{} \textasciicircum{} \textasciigrave{} \textasciitilde{} \$5 \#1 '{}' “x” \##
    \textbf{y} < z},
    }

    @incollection{tocqueville1835,
      author = {family=Tocqueville, given=Alexis, prefix=de, useprefix=false and van Gogh, \##
    Vincent and Dumas, fils, Alexandre and Aristote},
      translator = {Reeve, Henry},
      title = {De la souveraineté},
      maintitle = {De la démocratie},
      booktitle = {Première partie},
      series = {Œuvres},
      date = {1835~},
      origdate = {1834},
      number = {2},
      urldate = {2020-01-31},
      editora = {Doré, Gustave},
      editoratype = {illustrator},
    }

    """##
}
