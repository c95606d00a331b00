import CSL
import Diagnostics
import Loading
import SiteModel
import Support
import Testing

struct ReadBibliographyTests {
  /// A file read alone: `key → slug`, and what was reported with its place.
  private func read(_ name: String, _ text: String) -> (documents: [Document], reports: [String]) {
    let tree = sourceTree(["Content/bibliography/\(name)": text])
    let read = tree.files.map(readBibliography)
    return (
      read.flatMap(\.value), printed(read.flatMap(\.diagnostics), sources: tree)
    )
  }

  @Test(arguments: [
    ("Smith:2020", "smith-2020"), ("Élodie_Été/2018", "elodie-ete-2018"),
    ("smith2020", "smith2020"), ("DBLP:conf/x/Lee22", "dblp-conf-x-lee22"),
  ])
  func keysAreKeptAsWrittenAndFoldToSlugs(key: String, slug: String) throws {
    let read = read("a.bib", "@book{\(key), title = {A}, author = {B, C}, date = {2020}}\n")
    #expect(read.reports == [])
    let document = try #require(read.documents.first)
    #expect(document.id.slug.text == slug)
    #expect(document.aliases == (key == slug ? [] : [key]))
    #expect(document.work?.id == key)
  }

  @Test func everyFieldIsKept() throws {
    let text = """
      [{"id": "a", "type": "book", "title": "A", "language": "fr", "abstract": "B", "DOI": "10.1/x",
        "translator": [{"family": "C", "given": "D"}], "accessed": {"date-parts": [[2020, 1, 2]]},
        "event-title": "E", "custom": {"x": [1, null]}}]
      """
    let work = try #require(read("a.json", text).documents.first?.work)
    #expect(
      CSLJSON.writeItems([work]) == CSLJSON.writeItems(try CSLJSON.readItems(Array(text.utf8)))
    )
    #expect(work.fields.count == 8)
  }

  @Test func everyWorkHasThePlaceOfItsEntry() {
    let tree = sourceTree([
      "Content/bibliography/a.bib": "@book{a, title={A}}\n\n@book{b, title={B}}\n",
      "Content/bibliography/b.json":
        "[{\"id\":\"c\",\"type\":\"book\",\"title\":\"C\"},\n{\"id\":\"d\"}]",
      "Content/bibliography/c.ris": "TY  - BOOK\nTI  - E\nID  - e\nER  - \n",
    ])
    let starts = bibliographyFiles(in: tree).flatMap { readBibliography($0).value }.map {
      "\($0.id.slug.text) \($0.sources[0].range.lowerBound)"
    }
    #expect(starts == ["a 0", "b 21", "c 1", "d 39", "e 0"])
  }

  @Test func aRecordWithoutKeyIsCalledByAuthorTitleAndYearWhereverItStands() {
    let record = "TY  - BOOK\nAU  - Ampère, A.\nTI  - De la théorie\nPY  - 1842\nER  - \n"
    let other = "TY  - BOOK\nTI  - B\nID  - b\nER  - \n"
    #expect(read("a.ris", record).documents[0].work?.id == "ampere_1842_de-la-theorie")
    #expect(read("a.ris", other + record).documents[1].work?.id == "ampere_1842_de-la-theorie")
    #expect(
      read("a.ris", record).reports == [
        "Content/bibliography/a.ris:1:1 CIT013 work without key is called \"ampere_1842_de-la-theorie\""
      ]
    )
  }

  @Test func manyRecordsWithoutKeyAreSaidOnce() {
    let records = (1...1000).map { "TY  - BOOK\nTI  - T\($0)\nER  - \n" }.joined()
    let read = read("a.ris", records)
    #expect(Set(read.documents.map(\.id)).count == 1000)
    #expect(
      read.reports == [
        "Content/bibliography/a.ris:1:1 CIT013 1000 works without key are called by author, year and title, as \"t1\""
      ]
    )
  }

  @Test func institutionsStayWhole() {
    let bib = read("a.bib", "@book{a, title={A}, author={{Bureau des poids et mesures}}}\n")
    let ris = read("a.ris", "TY  - BOOK\nID  - a\nTI  - A\nAU  - Bureau des mesures\nER  - \n")
    #expect(
      bib.documents[0].work?.names("author").map(\.literal) == ["Bureau des poids et mesures"]
    )
    #expect(ris.documents[0].work?.names("author").map(\.literal) == ["Bureau des mesures"])
    #expect(bib.reports + ris.reports == [])
  }

  /// A faulty file and what is said of it, without the folder.
  static let faults: [(String, String, [String])] = [
    (
      "a.bib", "@book{a,\n  title = {A\n",
      ["a.bib:2:11 CIT010 unclosed brace (entry \"a\")", "a.bib:1:1 CIT018 "]
    ),
    ("a.bib", "@book a\n@book{b, title={B}}\n", ["a.bib:1:1 CIT011 "]),
    ("a.bib", "@book{, title = {A}}\n", ["a.bib:1:1 CIT013 work without key is called \"a\""]),
    ("a.bib", "@book{a, title={A}, title={B}}\n", ["a.bib:1:21 CIT015 "]),
    (
      "a.json", "[{\"id\":\"a\",\"title\":\"A\"}]", ["a.json:1:2 CIT016 no type in the entry \"a\""]
    ),
    (
      "a.json", "[{\"id\":\"a\",\"type\":\"bok\",\"title\":\"A\"}]",
      ["a.json:1:2 CIT017 unknown type \"bok\" in the entry \"a\"; did you mean \"book\"?"]
    ),
    ("a.json", "[{\"type\":\"book\"}]", ["a.json:1:2 CIT018 ", "a.json:1:2 CIT028 "]),
    ("a.bib", "@boook{a, title={A}}\n", ["a.bib:1:1 CIT017 unknown entry type \"boook\""]),
    ("a.bib", "@book{a, year={1900}}\n", ["a.bib:1:1 CIT018 no title in the entry \"a\""]),
    ("a.bib", "@book{a, title={A}, foo={x}}\n", ["a.bib:1:21 CIT019 field \"foo\" is left out"]),
    ("a.bib", "@book{a, title=foo}\n", ["a.bib:1:16 CIT020 "]),
    ("a.bib", "@book{a, title={A}, crossref={b}}\n", ["a.bib:1:21 CIT021 "]),
    ("a.bib", "@book{a, title={A \\foo{x}}}\n", ["a.bib:1:19 CIT022 "]),
    ("a.bib", "@set{s, entryset={a}}\n@book{a, title={A}}\n", ["a.bib:1:1 CIT023 "]),
    ("a.json", "[{\"id\":\"a\",\n  \"title\" \"A\"}]", ["a.json:2:1 CIT024 "]),
    ("a.json", "{\"id\": \"a\"}", ["a.json:1:1 CIT024 no array of items"]),
    ("a.json", "[1]", ["a.json:1:2 CIT024 element that is no item"]),
    ("a.json", "[{\"id\": \"a\"", ["a.json:1:1 CIT024 "]),
    (
      "a.bib", "@book{a, title={A}, year={s.d.}}\n",
      ["a.bib:1:1 CIT027 no year in the date \"s.d.\" of \"a\""]
    ),
    ("a.bib", "@book{«», title={A}}\n", ["a.bib:1:1 CIT028 key \"«»\" gives no address"]),
    ("a.bib", "Notes.\n", ["a.bib:1:1 CIT029 no entry found in Content/bibliography/a.bib"]),
    ("a.json", "[]", ["a.json:1:1 CIT029 no entry found in Content/bibliography/a.json"]),
  ]

  @Test(arguments: faults)
  func faultsAreReportedAtTheirPlace(name: String, text: String, expected: [String]) {
    let reports = read(name, text).reports.map {
      $0.replacing("Content/bibliography/\(name):", with: "\(name):")
    }
    #expect(reports.count == expected.count, "\(reports)")
    for (report, start) in zip(reports, expected) { #expect(report.hasPrefix(start)) }
  }

  @Test func badBytesAreReported() {
    let bytes = Array("@book{a, title={".utf8) + [0xE9] + Array("}}\n".utf8)
    let file = SourceFile(path: "Content/bibliography/a.bib", bytes: bytes)
    #expect(
      readBibliography(file).diagnostics.map(\.code) == [BibliographyDiagnostics.wrongEncoding]
    )
  }

  @Test func whatRepeatsIsSaidOnceAFile() {
    let text = (1...1000).map { "@book{k\($0), title={T\($0)}, foo={x}}\n" }.joined()
    #expect(
      read("a.bib", text).reports == [
        "Content/bibliography/a.bib:1:23 CIT019 field \"foo\" is left out (1000 times in this file)"
      ]
    )
  }

  @Test func oneBrokenItemLeavesTheOthers() {
    let text =
      "[{\"id\":\"a\",\"type\":\"book\",\"title\":\"A\"},{\"id\" 1},{\"id\":\"b\",\"title\":\"]\"}]"
    #expect(read("a.json", text).documents.map(\.id.slug.text) == ["a", "b"])
  }
}
