import Build
import Diagnostics
import Foundation
import SiteModel
import Support
import Testing

/// A text that changed after its import, and files that editors changed.
struct SecondImportTests {
  private let seed = "seeds/programme.txt"
  private let file = "Content/sessions/histoire/1.md"

  private static let programme = """
    Séance 1 : Les machines (5 octobre 1841)

    Présentation : Un premier texte.

    Un second texte.

    Intervenants :
    - Ada Lovelace, mathématicienne
    - Charles Babbage, ingénieur

    """

  private func site() throws -> ImportSite {
    try ImportSite([
      seed: Self.programme,
      "seeds/seeds.yaml": """
      # Les textes.
      texts:
        - file: programme.txt
          kind: programme # le genre
          series: {slug: histoire, title: Histoire}

      """,
    ])
  }

  @Test func theListOfSeedsKeepsEveryOtherByte() throws {
    var site = try site()
    site.importSeed(seed)
    #expect(
      site.text("seeds/seeds.yaml") == """
        # Les textes.
        texts:
          - file: programme.txt
            kind: programme # le genre
            imported: true
            series: {slug: histoire, title: Histoire}

        """
    )
  }

  @Test func recordsInBracesAreMarkedToo() throws {
    var site = try site()
    let list = "texts: [{file: programme.txt, kind: programme, series: {slug: h, title: H}}]\r\n"
    site.put(list, at: "seeds/seeds.yaml")
    #expect(!site.importSeed(seed).diagnostics.containsError)
    #expect(
      site.text("seeds/seeds.yaml")
        == list.replacingOccurrences(
          of: "kind: programme",
          with: "kind: programme, imported: true"
        )
    )
  }

  @Test func whatOnlyTheTextChangedIsTaken() throws {
    var site = try site()
    site.importSeed(seed)
    site.replace("Les machines", by: "Les métiers", in: seed)
    let plan = site.importSeed(seed)
    #expect(plan.diagnostics == [])
    let record = try #require(plan.value.records.first { $0.path == file })
    #expect(record.outcome == .merged)
    #expect(record.differences.map(\.part) == ["title"])
    #expect(record.differences.map(\.outcome) == [.taken])
    #expect(record.differences.first?.earlier == "Les machines")
    #expect(record.differences.first?.proposed == "Les métiers")
    #expect(site.text(file)?.contains("title: Les métiers\n") == true)
  }

  @Test func whatTheEditorChangedStaysToTheByte() throws {
    var site = try site()
    site.importSeed(seed)
    site.replace("title: Les machines", by: "title:   'À moi'  # mine", in: file)
    site.replace("1841-10-05", by: "1842-10-05", in: file)
    let edited = try #require(site.text(file))
    site.replace("ingénieur", by: "inventeur", in: seed)
    let plan = site.importSeed(seed)
    #expect(plan.diagnostics == [])
    #expect(
      site.text(file) == edited.replacingOccurrences(of: "ingénieur", with: "inventeur")
    )
  }

  @Test func whereBothChangedTheEditorsWordsStayAndBothAreShown() throws {
    var site = try site()
    site.importSeed(seed)
    site.replace("title: Les machines", by: "title: À moi", in: file)
    let edited = try #require(site.text(file))
    site.replace("Les machines", by: "Les métiers", in: seed)
    let plan = site.importSeed(seed)
    #expect(site.text(file) == edited)
    #expect(
      printed(plan.diagnostics, sources: site.sources) == [
        "\(file):5:1 SED035 title stays as you wrote it, and the text has changed too"
      ]
    )
    let notes = try #require(plan.diagnostics.first).notes
    #expect(
      notes.map(\.text) == [
        "the text now says \"Les métiers\"", "the import before wrote \"Les machines\"",
      ]
    )
    #expect(notes.first?.span?.path == seed)
    #expect(site.importSeed(seed).diagnostics == [], "a conflict is told once")
  }

  @Test func paragraphsAreMergedOneByOne() throws {
    var site = try ImportSite([
      "seeds/a.txt": "",
      "seeds/seeds.yaml": "texts:\n  - {file: a.txt, kind: biography}\n",
    ])
    let text = { (first: String, last: String) in
      "Ada Lovelace\n\n\(first) est une longue phrase sur elle.\n\nElle vit à Londres, longtemps.\n\n\(last)\n"
    }
    site.put(text("Ceci", "Elle mourut jeune, hélas, à Londres."), at: "seeds/a.txt")
    let first = site.importSeed("seeds/a.txt")
    let person = try #require(first.value.records.first?.path)
    try #require(first.value.records.count == 1)
    site.replace("Elle vit à Londres, longtemps.", by: "Elle vécut à Londres.", in: person)
    let edited = try #require(site.text(person))
    site.put(text("Ceci", "Elle mourut jeune, hélas, à Marylebone."), at: "seeds/a.txt")
    let second = site.importSeed("seeds/a.txt")
    #expect(second.diagnostics == [])
    #expect(
      site.text(person)
        == edited.replacingOccurrences(of: "hélas, à Londres.", with: "hélas, à Marylebone.")
    )
  }

  @Test func aFileThatWasTakenAwayStaysAway() throws {
    var site = try site()
    site.importSeed(seed)
    site.put(nil, at: file)
    #expect(site.importSeed(seed).diagnostics == [])
    site.replace("Les machines", by: "Les métiers", in: seed)
    let plan = site.importSeed(seed)
    #expect(plan.diagnostics.map(\.code.id) == ["SED036"])
    #expect(site.text(file) == nil)
  }

  @Test func aFileThatCannotBeEditedStopsTheImport() throws {
    var site = try site()
    site.put("{title: À moi}\n", at: "Content/sessions/histoire/1.yaml")
    let before = site.sources
    let plan = site.importSeed(seed)
    #expect(
      printed(plan.diagnostics, sources: site.sources) == [
        "Content/sessions/histoire/1.yaml:1:1 SED037 what the text says cannot be written into this file"
      ]
    )
    #expect(site.sources == before)
  }

  @Test func aTextThatIsBrokenIsNotImported() throws {
    var site = try site()
    site.put("rien de tel\n", at: seed)
    let plan = site.importSeed(seed)
    #expect(plan.diagnostics.map(\.code.id) == ["SED006"])
    #expect(plan.value.edits == [])
  }
}
