import Build
import Diagnostics
import SiteModel
import Support
import Testing

/// A published text stays as it is, or says what was changed.
struct PublishedChangeTests {
  private func published() async throws -> PublishingSite {
    var site = try PublishingSite()
    await site.publish()
    return site
  }

  @Test func aChangedWordIsAnErrorThatSaysWhatToDo() async throws {
    var site = try await published()
    site.site.replace("Le compte est", by: "Le conte est", in: PublishingSite.issue)
    let built = await site.build(isStrict: true)
    #expect(built.files.isEmpty)
    #expect(
      printed(built.diagnostics, sources: site.site.sources) == [
        "Content/issues/1.md:17:4 PUB001 \"compte\" became \"conte\" since version 1 of issue:1 was published"
      ]
    )
    let diagnostic = try #require(built.diagnostics.first)
    #expect(diagnostic.severity == .error)
    #expect(
      diagnostic.help
        == "Take the change back, or declare it in the front matter under `erratum:` or `revision:` (date, what, why) and run `sitegen publish 1`; `sitegen explain PUB001` shows how."
    )
    let relaxed = await site.build()
    #expect(relaxed.diagnostics.map(\.severity) == [.warning])
    #expect(!relaxed.files.isEmpty)
  }

  @Test(arguments: [
    ("title: Le premier numéro", "title: Un premier numéro", "`title`: \"Le\" became \"Un\""),
    ("keywords: [mesure]", "keywords: [mesure, soin]", "`keywords`: \"- soin\" was added"),
    ("Un second passage.", "Un passage.", "\"second\" was removed"),
    ("pourquoi.", "pourquoi, enfin.", "\"pourquoi.\" became \"pourquoi, enfin.\""),
    ("[@lettre1843]", "[@lettre1843, p. 2]", "\"[@lettre1843].\" became \"[@lettre1843, p. 2].\""),
    (
      "\n\n## Compter", "\n\n### Compter",
      "\"##\" became \"###\""
    ),
    (
      "aussi [@lettre1843].\nIl", "aussi [@lettre1843].\n\nIl",
      "paragraphs or marks around the same words changed"
    ),
    ("CC-BY-4.0", "CC-BY-NC-4.0", "`license`: \"CC-BY-4.0\" became \"CC-BY-NC-4.0\""),
  ])
  func whateverReadersWouldCallAChangeIsSeen(old: String, new: String, said: String) async throws {
    var site = try await published()
    site.site.replace(old, by: new, in: PublishingSite.issue)
    let built = await site.build()
    #expect(
      built.diagnostics.map(\.summary) == [
        "\(said) since version 1 of issue:1 was published"
      ]
    )
  }

  @Test(arguments: [
    ("license: CC-BY-4.0", "license: CC-BY-4.0\ndoi: 10.1234/abcd"),
    ("\n", "\r\n"), ("aussi [@lettre1843].\nIl", "aussi\n[@lettre1843]. Il"),
    ("numéro", "nume\u{301}ro"), ("keywords: [mesure]", "keywords: mesure"),
    ("# Une remarque de la rédaction.\n", ""), ("passage.\n", "passage.  \n\n\n"),
    ("license: CC-BY-4.0\n", "license: CC-BY-4.0\nformer-addresses: [/un/]\n"),
    ("abstract: De quoi il s'agit.", "abstract: >-\n  De quoi\n  il s'agit."),
  ])
  func whateverTheyWouldNotIsNot(old: String, new: String) async throws {
    var site = try await published()
    site.site.replace(old, by: new, in: PublishingSite.issue)
    #expect(await site.found(isStrict: true) == [])
  }

  @Test(arguments: ["erratum", "revision"])
  func aDeclaredChangeIsRecordedAsAVersion(kind: String) async throws {
    var site = try await published()
    site.declare(kind)
    #expect(
      await site.found() == [
        "Content/issues/1.md:1:1 PUB006 \(kind) of 2027-04-02 is declared, but the text is as published"
      ]
    )
    #expect(await site.plan().diagnostics.map(\.code.id) == ["PUB006"])
    site.site.replace("Le compte est", by: "Le conte est", in: PublishingSite.issue)
    let strict = await site.build(isStrict: true)
    #expect(strict.diagnostics.map(\.code.id) == ["PUB008"])
    #expect(!strict.files.isEmpty)
    let answer = await site.publish()
    let day = try #require(PartialDate("2027-04-02"))
    #expect(answer.plan?.outcome == .published(version: 2, date: day))
    #expect(await site.found(isStrict: true) == [])
    // From then on the new text is the one that stays.
    site.site.replace("Le conte est", by: "Le compte est", in: PublishingSite.issue)
    #expect(
      await site.build().diagnostics.map(\.summary) == [
        "\"conte\" became \"compte\" since version 2 of issue:1 was published"
      ]
    )
  }

  @Test func aDeclarationIsKept() async throws {
    var site = try await published()
    site.declare()
    site.site.replace("Le compte est", by: "Le conte est", in: PublishingSite.issue)
    await site.publish()
    site.site.replace("what: Un mot", by: "what: Deux mots", in: PublishingSite.issue)
    #expect(
      await site.build().diagnostics.map(\.code.id) == ["PUB006", "PUB009"]
    )
  }

  @Test(arguments: [
    (PublishingSite.kept, "juste", "faux", ["PUB005"]),
    (PublishingSite.registry, "version: 1", "version: 2", ["PUB004"]),
    (PublishingSite.issue, "status: published", "status: draft", ["PUB007"]),
  ])
  func whatPublishingWroteIsNotTouched(
    path: String,
    old: String,
    new: String,
    codes: [String]
  ) async throws {
    var site = try await published()
    site.site.replace(old, by: new, in: path)
    #expect(await site.build().diagnostics.map(\.code.id) == codes)
  }

  @Test(arguments: [(PublishingSite.kept, "PUB005"), (PublishingSite.issue, "PUB007")])
  func whatIsGoneIsMissed(path: String, code: String) async throws {
    var site = try await published()
    site.site.put(nil, at: path)
    #expect(await site.build().diagnostics.map(\.code.id) == [code])
  }
}
