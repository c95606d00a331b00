import Testing

@testable import CSL

@Suite struct ReadBibTeXTests {
  struct TextCase: Sendable, CustomTestStringConvertible {
    let name: String
    let tex: String
    let text: String
    init(_ name: String, _ tex: String, _ text: String) {
      self.name = name
      self.tex = tex
      self.text = text
    }
    var testDescription: String { name }
  }

  @Test(arguments: [
    TextCase("bare accent", #"Les mis\'erables"#, "Les misérables"),
    TextCase("accent in braces", #"{\'E}l{\'e}vation"#, "Élévation"),
    TextCase("accent over braces", #"\^{e}tre, \c{c}a, \"{o}"#, "être, ça, ö"),
    TextCase("accent over dotless i", #"\^{\i}le na\"\i{}f"#, "île naïf"),
    TextCase("two accents", #"\'{\^e}"#, "ế"),
    TextCase("accent without letter", #"a \'{} b"#, "a ' b"),
    TextCase("ligatures", #"\oe uvre, c{\oe}ur, \ss{} \aa"#, "œuvre, cœur, ß å"),
    TextCase("dashes and ties", "1--2 --- n~3", "1–2 — n\u{A0}3"),
    TextCase("escaped signs", "A \\& B, 5\\,\\%, \\#1", "A & B, 5\u{202F}%, #1"),
    TextCase("italics", #"\emph{De re} and \textit{x}"#, "<i>De re</i> and <i>x</i>"),
    TextCase("declaration", #"{\em De re} publica"#, "<i>De re</i> publica"),
    TextCase("superscript", #"XIX\textsuperscript{e} 2$^{e}$"#, "XIX<sup>e</sup> 2<sup>e</sup>"),
    TextCase("protected case", "The {DNA} of", "The <span class=\"nocase\">DNA</span> of"),
    TextCase("nested braces", "{{DNA} x}", "<span class=\"nocase\">DNA x</span>"),
    TextCase("quotes", "``a'' `b' c'd", "“a” ‘b' c'd"),
    TextCase("white space", "a\n   b\tc", "a b c"),
    TextCase("unknown command", #"a \foo b"#, #"a \foo b"#),
    TextCase("lone backslash", "a \\", "a \\"),
  ])
  func texBecomesText(_ test: TextCase) {
    #expect(decodeTeX(Array(test.tex.utf8), keepsCase: true).text == test.text)
  }

  static let names: [(String, [CSLName])] = [
    ("Honor{\\'e} de Balzac", [.person("Balzac", "Honoré", particle: "de")]),
    ("de la Cruz, Juana In{\\'e}s", [.person("Cruz", "Juana Inés", particle: "de la")]),
    ("La Fontaine, Jean de", [.person("La Fontaine", "Jean de")]),
    ("Dumas, fils, Alexandre", [.person("Dumas", "Alexandre", suffix: "fils")]),
    ("{Institut X} and Sand, George", [.init(literal: "Institut X"), .person("Sand", "George")]),
    ("{Barnes and Noble, Inc.}", [.init(literal: "Barnes and Noble, Inc.")]),
    ("Voltaire", [.person("Voltaire", "")]),
    ("d'Alembert, Jean", [.person("d'Alembert", "Jean")]),
    (
      "family=Certeau, given=Michel, prefix=de, useprefix=true",
      [
        .person("Certeau", "Michel", particle: "de")
      ]
    ),
    ("{de Gaulle}, Charles", [.person("de Gaulle", "Charles")]),
    ("E.~T.~A. Hoffmann", [.person("Hoffmann", "E. T. A.")]),
    (" and  and ", []),
  ]

  @Test(arguments: names)
  func namesAreTakenApart(_ source: String, _ names: [CSLName]) {
    #expect(BibTeXNameList(Array(source.utf8), usesPrefix: true).names == names)
  }

  @Test func andOthersIsReported() {
    let reading = BibTeX.readItems(Array("@book{a, title={T}, author={Kant, I. and others}}".utf8))
    #expect(reading.items[0].names("author") == [.person("Kant", "I.")])
    #expect(reading.diagnostics.map(\.kind) == [.unsupported])
  }

  @Test func stringsAreJoined() {
    let reading = BibTeX.readItems(
      Array(
        """
        @string{gal = "Libraire " # {Galant}}
        @book(x, title = "A {B"} c", publisher = gal # { et fils}, year = 1831, month = mar)
        """.utf8
      )
    )
    #expect(reading.diagnostics == [])
    #expect(reading.items[0].text("publisher") == "Libraire Galant et fils")
    #expect(reading.items[0].date("issued") == CSLDate(start: .init(year: 1831, month: 3)))
  }

  @Test func crossrefInherits() {
    let reading = BibTeX.readItems(
      Array(
        """
        @incollection{part, crossref = {whole}, title = {Of Cannibals}, author = {Montaigne}}
        @book{whole, title = {Essays}, publisher = {Millanges}, year = {1580}}
        @incollection{lost, crossref = {nowhere}, title = {T}}
        """.utf8
      )
    )
    let part = reading.items[0]
    #expect(part.text("title") == "Of Cannibals")
    #expect(part.text("container-title") == "Essays")
    #expect(part.text("publisher") == "Millanges")
    #expect(part.date("issued")?.start?.year == 1580)
    #expect(reading.diagnostics.map(\.kind) == [.undefinedReference])
    #expect(reading.diagnostics.map(\.position.line) == [3])
  }

  static let dates: [(String, CSLDate)] = [
    (
      "date = {2021-03/2021-05}",
      .init(start: .init(year: 2021, month: 3), end: .init(year: 2021, month: 5))
    ),
    ("date = {1850-21}", .init(start: .init(year: 1850, season: 1))),
    ("date = {199X}", .init(start: .init(year: 1990), end: .init(year: 1999))),
    ("date = {-0043}", .init(start: .init(year: -43))),
    ("year = {s.d.}", .init(literal: "s.d.")),
    ("year = 1789, month = jul, day = 14", .init(start: .init(year: 1789, month: 7, day: 14))),
    ("year = 1789, month = 14 # \"~\" # jul", .init(start: .init(year: 1789, month: 7, day: 14))),
    ("year = 1789, month = {ao{\\^u}t}", .init(start: .init(year: 1789, month: 8))),
    ("year = {1789--1799}", .init(start: .init(year: 1789), end: .init(year: 1799))),
  ]

  @Test(arguments: dates)
  func datesAreRead(_ fields: String, _ date: CSLDate) {
    let reading = BibTeX.readItems(Array("@book{a, title = {T}, \(fields)}".utf8))
    #expect(reading.items[0].date("issued") == date)
    #expect(reading.diagnostics == [])
  }

  @Test func everyTypeOfTheTableIsRead() {
    for type in BibTeXTypes.all {
      for name in [type.bibLaTeX, type.bibTeX] + type.also {
        #expect(BibTeXTypes.byName[name] != nil, "\(name)")
      }
    }
  }
}

extension CSLName {
  static func person(
    _ family: String,
    _ given: String,
    particle: String = "",
    suffix: String = ""
  ) -> CSLName {
    var name = CSLName(family: family, given: given)
    name.nonDroppingParticle = particle
    name.suffix = suffix
    return name
  }
}
