import Build
import Diagnostics
import SiteModel
import Support
import Testing

/// What editors say of seeds, as far as the pages.
struct CorrectedSiteTests {
  private func site(_ changes: [String: String]) throws -> ImportSite {
    let texts = [
      "seeds/programme.txt": """
      Séance 1 : Les machines (5 octobre 1841)

      Intervenants :
      - Ada Lovelace, mathématicienne
      - Augusta Byron, comtesse

      """,
      "seeds/seeds.yaml": """
      texts:
        - file: programme.txt
          kind: programme
          series: {slug: histoire, title: Histoire}

      """,
      "Content/pages/voir.md": """
      ---
      title: Voir
      ---

      Avec [[augusta-byron|Mme Byron]] et [[person:ada-lovelace]].

      """,
    ]
    return try ImportSite(texts.merging(changes) { $1 })
  }

  private func page(_ path: String, _ built: BuiltSite) -> String? {
    built.files.first { $0.path.text == path }.flatMap { file in
      guard case .bytes(let bytes) = file.contents else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test func twoPersonsWhoAreOneHaveOnePage() async throws {
    let file = "Content/people/ada-lovelace.md"
    let site = try site([file: "---\nsame-as: [augusta-byron]\n---\n"])
    let built = await site.build()
    #expect(built.diagnostics == [])
    let old = try #require(page("personnes/augusta-byron/index.html", built))
    #expect(old.contains("content=\"0; url=../ada-lovelace/\""))
    #expect(page("sitemap.xml", built)?.contains("augusta-byron") == false)
    let own = try #require(page("personnes/ada-lovelace/index.html", built))
    #expect(own.contains("mathématicienne") && own.contains("comtesse"))
    let text = try #require(page("voir/index.html", built))
    #expect(
      text.contains(
        "<a class=\"mention\" id=\"mention-1\" href=\"../personnes/ada-lovelace/\">Mme Byron</a>"
      )
    )
    let session = try #require(page("seminaires/histoire/1/index.html", built))
    #expect(!session.contains("augusta-byron"))
  }

  @Test func anImportKeepsThemOne() async throws {
    let file = "Content/people/ada-lovelace.md"
    var site = try site([
      file: "---\nsame-as: [augusta-byron]\n---\n",
      "Content/pages/voir.md": "---\ntitle: Voir\n---\n",
    ])
    let before = await site.build()
    #expect(site.importSeed("seeds/programme.txt").diagnostics == [])
    let after = await site.build()
    #expect(differences(before, after) == [])
    #expect(after.diagnostics == [])
    #expect(site.text("Content/people/augusta-byron.md") == nil)
  }

  @Test func nobodyIsPlainText() async throws {
    let site = try site(["Content/people/augusta-byron.md": "---\nis: nobody\n---\n"])
    let built = await site.build()
    #expect(built.diagnostics == [])
    #expect(page("personnes/augusta-byron/index.html", built) == nil)
    let text = try #require(page("voir/index.html", built))
    #expect(text.contains("Avec Mme Byron et"))
    let session = try #require(page("seminaires/histoire/1/index.html", built))
    #expect(!session.contains("comtesse"))
  }

  @Test(arguments: [
    ("same-as: [augusta]", "2:11 REL007 no seed and no text speaks of person:augusta"),
    ("is: nobody", "2:5 REL007 no seed and no text speaks of person:charles"),
  ])
  func aCorrectionThatNothingNeedsIsUseless(field: String, expected: String) async throws {
    let file = "Content/people/charles.md"
    let site = try site([file: "---\n\(field)\nname: Charles\n---\n"])
    let built = await site.build()
    #expect(
      printed(built.diagnostics, sources: site.sources) == [
        "\(file):\(expected), so this correction changes nothing"
      ]
    )
    #expect(!built.files.isEmpty)
  }

  @Test func aCorrectedDateKeepsThePrintedWords() async throws {
    let file = "Content/sessions/histoire/1.md"
    let built = await (try site([file: "---\ndate: 1842-10-05\n---\n"])).build()
    #expect(built.diagnostics.map(\.code.id) == ["REL006"])
    let session = try #require(page("seminaires/histoire/1/index.html", built))
    #expect(session.contains("<time datetime=\"1842-10-05\">"))
    #expect(session.contains("<li>« 5 octobre 1841 » : imprimé ainsi dans la source, corrigé"))
  }

  @Test(arguments: [
    ("cancelled", "annulée"), ("postponed", "reportée"), ("announced", "annoncée"),
  ])
  func theStatusOfASessionIsShown(status: String, word: String) async throws {
    let file = "Content/sessions/histoire/1.md"
    let built = await (try site([file: "---\nstatus: \(status)\n---\n"])).build()
    for path in ["seminaires/histoire/1/index.html", "seminaires/histoire/index.html"] {
      let text = try #require(page(path, built))
      #expect(text.contains("<span class=\"tag\">\(word)</span>"), "\(path)")
    }
  }

  @Test func aStatusThatNobodyKnowsIsAnError() async throws {
    let file = "Content/sessions/histoire/1.md"
    let site = try site([file: "---\nstatus: gone\n---\n"])
    #expect(
      printed(await site.build().diagnostics, sources: site.sources) == [
        "\(file):2:9 FLD003 \"status\" of this session must be one of held, cancelled, postponed, announced"
      ]
    )
  }
}
