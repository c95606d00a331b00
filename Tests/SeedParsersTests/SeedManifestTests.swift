import Diagnostics
import SiteModel
import Testing

@testable import SeedParsers

@Suite struct SeedManifestTests {
  struct Case: CustomTestStringConvertible, Sendable {
    let name: String
    let manifest: String
    var texts = ["seeds/a.txt"]
    let report: [String]
    var testDescription: String { name }
  }

  @Test(arguments: [
    Case(
      name: "a good record",
      manifest: "texts:\n  - file: a.txt\n    kind: biography\n",
      report: []
    ),
    Case(
      name: "an unknown kind",
      manifest: "texts:\n  - {file: a.txt, kind: biographie}\n",
      report: [
        "SED003 unknown kind of seed \"biographie\"; did you mean \"biography\"?"
      ]
    ),
    Case(
      name: "an unknown field",
      manifest: "texts:\n  - {file: a.txt, kind: biography, dates: 2020}\n",
      report: ["FLD002 unknown field \"dates\" in this seed; did you mean \"date\"?"]
    ),
    Case(
      name: "a wrong date",
      manifest: "texts:\n  - {file: a.txt, kind: biography, date: 2020-13}\n",
      report: ["FLD003 \"date\" of this seed must be a date: 2023, 2023-06 or 2023-06-15"]
    ),
    Case(
      name: "a missing file",
      manifest: "texts:\n  - {file: a.txt, kind: biography}\n  - {file: b.txt, kind: biography}\n",
      report: ["SED001 \"b.txt\" is not in seeds/; did you mean \"a.txt\"?"]
    ),
    Case(
      name: "an unlisted text",
      manifest: "texts: []\n",
      report: ["SED002 this text is not listed in seeds/seeds.yaml, so nothing is made of it"]
    ),
    Case(
      name: "a text listed twice",
      manifest: "texts:\n  - {file: a.txt, kind: biography}\n  - {file: a.txt, kind: biography}\n",
      report: ["SED004 \"a.txt\" is listed twice"]
    ),
    Case(
      name: "a programme without its title",
      manifest: "texts:\n  - {file: a.txt, kind: programme, series: {slug: x}}\n",
      report: ["FLD001 \"title\" is missing from this series"]
    ),
    Case(
      name: "a series that is no slug",
      manifest: "texts:\n  - {file: a.txt, kind: session-report, series: À Côté}\n",
      report: [
        "FLD003 \"series\" of this seed must be lower-case letters, digits and hyphens"
      ]
    ),
    Case(name: "nothing at all", manifest: "", texts: [], report: []),
  ])
  func recordsAreChecked(example: Case) {
    let files =
      [SourceFile(path: "seeds/seeds.yaml", text: example.manifest)]
      + example.texts.map { SourceFile(path: $0, text: "Anne Durand vit à Brest.") }
    let listed = listSeeds(SourceTree(files: files))
    #expect(listed.diagnostics.map { "\($0.code.id) \($0.summary)" } == example.report)
  }

  @Test func bytesThatAreNoTextAreAnErrorAtTheirPlace() throws {
    let manifest = SourceFile(
      path: "seeds/seeds.yaml",
      text: "texts:\n  - {file: a.txt, kind: biography}\n"
    )
    let text = SourceFile(path: "seeds/a.txt", bytes: Array("Anne Durand ".utf8) + [0xFF, 0x2E])
    let seed = try #require(listSeeds(SourceTree(files: [manifest, text])).value.first)
    let drafted = draftSeed(seed)
    #expect(drafted.diagnostics.map(\.code.id) == ["SED005"])
    #expect(drafted.diagnostics.first?.span?.range == 12..<13)
    #expect(drafted.value.count == 1)
  }

  @Test func theManifestOfTheCollectionIsClean() throws {
    let listed = listSeeds(try RealSeeds.tree())
    #expect(listed.diagnostics.isEmpty)
    #expect(listed.value.count == 5)
  }

  @Test func codesAreUnique() {
    #expect(Set(SeedDiagnostics.all.map(\.id)).count == SeedDiagnostics.all.count)
    #expect(Set(SeedDiagnostics.all.map(\.name)).count == SeedDiagnostics.all.count)
  }
}
