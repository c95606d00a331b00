import CSL
import Diagnostics
import FrontMatter
import SiteModel
import Support
import Testing

@testable import Loading

struct UnifyWorksTests {
  /// Files of `Content/references/` by slug, bibliographic files by name, drafts by slug, unified
  /// and merged.
  private func unified(
    written: [String: String] = [:],
    files: [String: String] = [:],
    drafts: [(String, String)] = []
  ) throws -> Diagnosed<[Document]> {
    func fields(_ path: String, _ yaml: String) -> FieldMapping {
      readYAML(SourceFile(path: path, text: yaml)).value
    }
    func id(_ slug: String) throws -> EntityID { EntityID(.reference, try #require(Slug(slug))) }
    let own = try written.sorted { $0.key < $1.key }.map { slug, yaml in
      let path = "Content/references/\(slug).yaml"
      return Document(
        try id(slug),
        fields: fields(path, yaml),
        body: nil,
        sources: [SourceSpan(path: path, range: 0..<yaml.utf8.count)]
      )
    }
    let bibliography = files.sorted { $0.key < $1.key }.flatMap { name, text in
      readBibliography(SourceFile(path: "Content/bibliography/\(name)", text: text)).value
    }
    let seeds = try drafts.map { slug, yaml in
      Draft(
        try id(slug),
        fields: fields("seeds/\(slug)", yaml),
        body: nil,
        source: SourceSpan(path: "seeds/\(slug)", range: 0..<1)
      )
    }
    let works = unifyWorks(written: own, bibliography: bibliography, drafts: seeds)
    let merged = mergeDocuments(written: works.value.written, drafts: works.value.drafts)
    return Diagnosed(merged.value.documents, works.diagnostics + merged.diagnostics)
  }

  private func entry(_ key: String, _ fields: String) -> String { "@book{\(key), \(fields)}\n" }

  /// Two entries and whether they are one work.
  static let pairs: [(String, String, String, Bool)] = [
    ("one DOI", "doi={10.1/ABC}, title={A}", "doi={https://doi.org/10.1/abc}, title={B}", true),
    (
      "two DOIs", "doi={10.1/a}, title={A}, date={1900}", "doi={10.1/b}, title={A}, date={1900}",
      false
    ),
    (
      "title, year and author", "title={L'été, à É}, date={1900}, author={Zach, F.}",
      "title={L’Été à e}, date={1900}, author={Zach, Franz}", true
    ),
    (
      "another year", "title={A}, date={1900}, author={Z, F}",
      "title={A}, date={1901}, author={Z, F}", false
    ),
    (
      "another author", "title={A}, date={1900}, author={Z, F}",
      "title={A}, date={1900}, author={Y, F}", false
    ),
    ("a title alone", "title={A}", "title={A}", false),
    (
      "one with a DOI", "title={A}, date={1900}, author={Z, F}",
      "title={A}, date={1900}, author={Z, F}, doi={10.1/a}", true
    ),
    (
      "a subtitle", "title={A. Tale of B}, date={1900}, author={Z, F}",
      "title={A}, date={1900}, author={Z, F}", true
    ),
    (
      "two subtitles", "title={A: one}, date={1900}, author={Z, F}",
      "title={A: two}, date={1900}, author={Z, F}", false
    ),
    (
      "a particle", "title={A}, date={1900}, author={van der Berg, Jan}",
      "title={A}, date={1900}, author={Berg, Jan}", true
    ),
  ]

  @Test(arguments: pairs)
  func twoEntriesAreOneWork(name: String, first: String, second: String, isOne: Bool) throws {
    let text = entry("one", first) + entry("two", second)
    let works = try unified(files: ["a.bib": text])
    #expect(works.value.map(\.id.slug.text) == (isOne ? ["one"] : ["one", "two"]))
    #expect(works.diagnostics.map(\.code.id) == (isOne ? ["CIT026"] : []))
    if isOne { #expect(works.value[0].aliases == ["two"]) }
  }

  @Test func bothPlacesOfAWorkAreNamed() throws {
    let works = try unified(files: [
      "a.bib": entry("one", "title={A}, doi={10.1/a}"),
      "b.bib": entry("two", "title={A}, doi={10.1/a}, pagetotal={12}"),
    ])
    let report = try #require(works.diagnostics.first)
    #expect(report.severity == .warning)
    #expect(report.summary == "\"two\" is the same work as \"one\"")
    #expect(report.span?.path == "Content/bibliography/b.bib")
    #expect(report.notes.map(\.span?.path) == ["Content/bibliography/a.bib"])
    #expect(works.value[0].work?.text("number-of-pages") == "12")
    #expect(
      works.value[0].sources.map(\.path) == [
        "Content/bibliography/a.bib", "Content/bibliography/b.bib",
      ]
    )
  }

  @Test func threeTitlesThatBeginAlikeStayApart() throws {
    let rest = "date={1900}, author={Z, F}"
    let text =
      entry("one", "title={A: one}, \(rest)") + entry("two", "title={A: two}, \(rest)")
      + entry("three", "title={A}, \(rest)")
    #expect(try unified(files: ["a.bib": text]).value.count == 3)
  }

  @Test func aFileMovesNoPageOfASeedAndSaysMore() throws {
    let works = try unified(
      files: ["a.bib": entry("Zach_A_1900", "title={A}, date={1900}, author={Zach, Franz}")],
      drafts: [
        ("zach1900", "{title: A, issued: 1900, author: [{family: Zach, given: F.}], printed: x}")
      ]
    )
    #expect(works.value.map(\.id.slug.text) == ["zach1900"])
    #expect(works.value[0].aliases == ["Zach_A_1900", "zach-a-1900"])
    #expect(works.value[0].fields.entries.map(\.key.value) == ["printed"])
    #expect(works.value[0].work?.names("author").map(\.given) == ["Franz"])
    #expect(works.diagnostics.map(\.severity) == [.note])
  }

  @Test func frontMatterOfTheSameSlugWinsWithoutAWord() throws {
    let works = try unified(
      written: ["smith-2020": "title: B\n"],
      files: ["a.bib": entry("Smith:2020", "title={A}, date={2020}")]
    )
    #expect(works.value.map(\.id.slug.text) == ["smith-2020"])
    #expect(works.value[0].aliases == ["Smith:2020"])
    #expect(works.value[0].fields.entries.map(\.key.value) == ["title"])
    #expect(works.value[0].work?.text("title") == "A")
    #expect(works.diagnostics == [])
  }

  @Test func twoWorksAreNeverPutAtOneAddress() throws {
    let text = entry("Smith:2020", "title={A}") + entry("smith/2020", "title={B}")
    let works = try unified(files: ["a.bib": text])
    #expect(works.value.count == 1)
    #expect(
      works.diagnostics.map { "\($0.severity) \($0.code.id) \($0.summary)" } == [
        "error CIT025 key \"smith/2020\" gives the address of another work, \"smith-2020\""
      ]
    )
  }

  @Test(arguments: [(2, "twice"), (10_000, "10000 times")])
  func aKeyUsedAgainIsSaidOnceWithItsNumber(uses: Int, words: String) throws {
    let same = String(repeating: entry("a", "title={A}"), count: uses)
    let copies = try unified(files: ["a.bib": same]).diagnostics
    #expect(copies.map(\.summary) == ["key \"a\" is used \(words)"])
    #expect(copies.map(\.severity) == [.warning])
    #expect(copies.map(\.code) == [BibliographyDiagnostics.duplicateKey])
    let others = try unified(files: ["a.bib": same + entry("a", "title={B}")])
    #expect(others.diagnostics.map(\.severity) == [.error])
    #expect(others.diagnostics.first?.notes.count == 1)
    #expect(others.value.count == 1)
  }

  @Test func twoSeedsThatKeyAWorkDifferentlyAgree() throws {
    let fields = "{title: A, issued: 1900, author: [{family: Zach, given: F.}]}"
    let works = try unified(drafts: [("zach1900", fields), ("zach1900a", fields)])
    #expect(works.value.map(\.id.slug.text) == ["zach1900"])
    #expect(works.value[0].aliases == ["zach1900a"])
    #expect(works.diagnostics.map(\.code.id) == ["CIT026"])
  }

  @Test func twoFilesOfEditorsForOneSlugAreStillReported() throws {
    let path = "Content/references/a.yaml"
    let id = EntityID(.reference, try #require(Slug("a")))
    let document = Document(
      id,
      fields: readYAML(SourceFile(path: path, text: "title: A\n")).value,
      body: nil,
      sources: [SourceSpan(path: path, range: 0..<1)]
    )
    let works = unifyWorks(written: [document, document], bibliography: [], drafts: [])
    let merged = mergeDocuments(written: works.value.written, drafts: [])
    #expect(merged.diagnostics.map(\.code.id) == ["REL002"])
  }
}
