import Testing

@testable import CSL

/// What reference managers write around and into their entries.
@Suite struct ExportQuirksTests {
  static let managerFile = #"""
    % Encoding: UTF-8

    @Article{Lavoisier1789,
      author       = {Lavoisier, {Antoine Laurent}},
      date         = {1789-05-01},
      journaltitle = {Annales},
      title        = {Réflexions sur l'air},
      doi          = {https://doi.org/10.1000/LAV\_1},
      file         = {:lavoisier.pdf:PDF},
      groups       = {Chimie},
      timestamp    = {2020-01-01},
      owner        = {me},
      year         = {1789},
    }

    @Comment{jabref-meta: databaseType:biblatex;}
    """#

  static let collectorFile = #"""

    @thesis{carnot_reflexions_1824,
    	address = {Paris},
    	type = {phdthesis},
    	title = {Réflexions: {De} la puissance},
    	url = {http://example.org/a\_b?c=\%20\&d},
    	urldate = {2019-05-01},
    	school = {École {\&} Académie},
    	author = {{Comité des arts} and Carnot, Sadi},
    	month = jun,
    	year = {1824},
    	langid = {french},
    	note = {Publisher: X},
    	keywords = {chaleur, feu},
    }

    @inproceedings{a, title = {{Whole Title}}, subtitle = {Sub}, eprint = {1234}, eprinttype = {arxiv},
      maintitle = {Works}, booktitle = {Volume One}, pages = {1--2, 5}, editora = {Doe, J.},
      editoratype = {director}}
    """#

  @Test func fieldsOfProgramsAreSilent() {
    let reading = BibTeX.readItems(Array(Self.managerFile.utf8))
    #expect(reading.diagnostics == [])
    #expect(
      reading.items.map { InterchangeSamples.describe($0, without: ["author", "issued"]) } == [
        [
          "id: Lavoisier1789", "type: article-journal", "DOI: text(\"10.1000/LAV_1\")",
          "container-title: text(\"Annales\")", "title: text(\"Réflexions sur l\\'air\")",
        ]
      ]
    )
    #expect(reading.items[0].names("author") == [.person("Lavoisier", "Antoine Laurent")])
    #expect(
      reading.items[0].date("issued") == CSLDate(start: .init(year: 1789, month: 5, day: 1))
    )
  }

  @Test func mixedDialectsAreRead() {
    let reading = BibTeX.readItems(Array(Self.collectorFile.utf8))
    #expect(reading.diagnostics == [])
    let thesis = reading.items[0]
    #expect(thesis.type == "thesis")
    #expect(thesis.text("genre") == "PhD thesis")
    #expect(thesis.text("publisher") == "École & Académie")
    #expect(thesis.text("publisher-place") == "Paris")
    #expect(thesis.text("URL") == "http://example.org/a_b?c=%20&d")
    #expect(thesis.text("language") == "fr")
    #expect(thesis.names("author").map(\.literal) == ["Comité des arts", ""])
    let paper = reading.items[1]
    #expect(paper.text("title") == "<span class=\"nocase\">Whole Title</span>: Sub")
    #expect(paper.text("container-title") == "Works")
    #expect(paper.text("volume-title") == "Volume One")
    #expect(paper.text("URL") == "https://arxiv.org/abs/1234")
    #expect(paper.text("page") == "1-2, 5")
    #expect(paper.names("director") == [.person("Doe", "J.")])
  }
}
