import Build
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Testing

/// From a draft to a published issue.
struct PublishTextTests {
  @Test func aDraftIsPublishedAndTheSiteIsClean() async throws {
    var site = try PublishingSite()
    #expect(await site.page("numeros/1/index.html") == nil)
    let answer = await site.publish()
    #expect(answer.plan?.outcome == .published(version: 1, date: site.today))
    #expect(
      answer.plan?.edits.map(\.path) == [
        PublishingSite.kept, PublishingSite.issue, PublishingSite.registry,
      ]
    )
    #expect(
      answer.plan?.tasks == [.identifier(file: PublishingSite.issue), .serialNumber, .deposit]
    )
    #expect(await site.found(isStrict: true) == [])
    #expect(await site.page("numeros/1/index.html") != nil)
  }

  @Test func onlyStatusDateAndNumberAreWritten() async throws {
    var site = try PublishingSite()
    await site.publish()
    let expected = PublishingSite.readyIssue
      .replacingOccurrences(of: "status: draft", with: "status: published")
      .replacingOccurrences(
        of: "license: CC-BY-4.0\n",
        with: "license: CC-BY-4.0\nnumber: 1\ndate: 2027-03-14\n"
      )
    #expect(site.site.text(PublishingSite.issue) == expected)
  }

  @Test func theRegistryTellsWhatWasPublished() async throws {
    var site = try PublishingSite()
    await site.publish()
    let registry = try #require(site.site.text(PublishingSite.registry))
    // Digits alone stand between quotes.
    let seal = try #require(registry.firstMatch(of: /sha256: ("?[0-9a-f]{64}"?)/)?.1)
    #expect(
      registry == """
        # What was published, with the seal of each text. Written by `sitegen publish` alone.
        issues:
          - slug: 1
            title: Le premier numéro
            number: 1
            date: 2027-03-14
            language: fr
            license: CC-BY-4.0
            abstract: De quoi il s'agit.
            authors:
              - person: ada-martin
                name: Ada Martin
                affiliations:
                  - Un laboratoire
            keywords:
              - mesure
            references:
              - key: lettre1843
                text: Weil, 1943. Une lettre
            versions:
              - version: 1
                date: 2027-03-14
                sha256: \(seal)

        """
    )
  }

  @Test func aSecondTimeNothingIsWritten() async throws {
    var site = try PublishingSite()
    await site.publish()
    let before = site.site.sources
    let answer = await site.publish()
    #expect(answer.plan?.outcome == .standing(version: 1, date: site.today))
    #expect(site.site.sources == before)
  }

  @Test(arguments: [
    ("title: Le premier numéro\n", "FLD001"), ("abstract: De quoi il s'agit.\n", "PUB003"),
    ("license: CC-BY-4.0\n", "PUB003"),
    ("authors:\n  - person: ada-martin\n    affiliations: [Un laboratoire]\n", "PUB003"),
  ])
  func whatIsMissingIsAskedFor(field: String, code: String) async throws {
    var site = try PublishingSite()
    site.site.replace(field, by: "", in: PublishingSite.issue)
    let answer = await site.plan()
    #expect(answer.plan == nil)
    #expect(answer.diagnostics.map(\.code.id) == [code])
    #expect(answer.diagnostics.first?.span?.path == PublishingSite.issue)
    #expect(answer.diagnostics.first?.help.isEmpty == false)
  }

  @Test func aWarningOfTheTextKeepsItFromBeingPublished() async throws {
    var site = try PublishingSite()
    site.site.replace("Il reste", by: "Il reste [[?combien]]", in: PublishingSite.issue)
    let answer = await site.plan()
    #expect(answer.plan == nil)
    #expect(answer.diagnostics.map(\.code.id) == ["MET001"])
    // The editors' weight is final.
    site.site.replace(
      "language: fr",
      by: "language: fr\nseverities: {MET001: warning}",
      in: "Content/site.yaml"
    )
    #expect(await site.plan().plan != nil)
  }

  @Test func aWarningElsewhereDoesNot() async throws {
    var site = try PublishingSite([
      "Content/pages/b.md": "---\ntitle: Une page\n---\n\nOn en sait [[?combien]].\n"
    ])
    #expect(await site.publish().plan != nil)
    site = try PublishingSite([
      "Content/pages/b.md": "---\ntitle: Une page\n---\n\nVoir [[personne]].\n"
    ])
    #expect(await site.publish().diagnostics.map(\.code.id) == ["MEN001"])
  }

  @Test func aTextMayBePublishedForALaterDay() async throws {
    var site = try PublishingSite()
    site.site.replace("abstract:", by: "date: 2027-09-01\nabstract:", in: PublishingSite.issue)
    #expect(await site.publish().plan != nil)
    #expect(await site.found(isStrict: true) == [])
    #expect(await site.page("numeros/1/index.html") == nil)
  }

  /// Files are placed one after the other; whichever is the last, publishing again ends the work.
  @Test(arguments: [0, 1, 2])
  func aPublicationThatIsCutOffLosesNothing(written: Int) async throws {
    var whole = try PublishingSite()
    await whole.publish()
    var site = try PublishingSite()
    await site.publish(writing: written)
    #expect(await site.found(isStrict: true) == [])
    await site.publish()
    #expect(site.site.sources == whole.site.sources)
  }

  @Test func anUnknownNameIsAnsweredWithTheKnownOnes() async throws {
    let answer = await (try PublishingSite()).plan("7")
    #expect(!answer.isKnown && answer.names == ["1"])
  }

  @Test func aTextWithoutANumberGetsTheNext() async throws {
    var site = try PublishingSite([
      "Content/issues/soin.md": PublishingSite.readyIssue.replacingOccurrences(
        of: "Le premier numéro",
        with: "Le soin"
      )
    ])
    await site.publish()
    await site.publish("soin")
    #expect(site.site.text("Content/issues/soin.md")?.contains("\nnumber: 2\n") == true)
    #expect(await site.found(isStrict: true) == [])
    let registry = try #require(site.site.text(PublishingSite.registry))
    #expect(registry.matches(of: /slug: (\w+)/).map { String($0.1) } == ["1", "soin"])
  }

  @Test func fieldsInAFormThatCannotBeEditedAreReported() async throws {
    let site = try PublishingSite([
      PublishingSite.issue:
        "---\n{title: Un, authors: [ada-martin], abstract: De quoi, license: CC-BY-4.0}\n---\n"
    ])
    #expect(await site.plan().diagnostics.map(\.code.id) == ["PUB011"])
  }

  /// The text of a seed is the canonical text: the seed stays as it was received.
  @Test func aSeedIsRegisteredAsItStands() async throws {
    var site = try PublishingSite()
    site.site = try ImportSite(ofThisProject: ())
    let refused = await site.plan("0")
    #expect(Set(refused.diagnostics.map(\.code.id)) == ["PUB003"])
    site.site.put(
      "---\nlicense: CC-BY-4.0\nabstract: De quoi il s'agit.\n---\n",
      at: "Content/issues/0.md"
    )
    let seeds = site.site.sources.files(under: "seeds")
    let before = await site.found()
    #expect(await site.publish("0").diagnostics == [])
    #expect(site.site.sources.files(under: "seeds") == seeds)
    #expect(await site.found() == before)
    // An import changes no word, hence no seal.
    let seed = try #require(seeds.first { $0.path.hasPrefix("seeds/000") }).path
    site.site.importSeed(seed)
    #expect(await site.found().filter { $0.contains("PUB") } == [])
  }
}
