import Build
import Diagnostics
import SiteModel
import Testing

/// Whoever imports a text changes no page.
struct ImportLawTests {
  private static func invented() throws -> [String] {
    try ImportSite.invented().sources.files(under: "seeds").map(\.path).filter {
      $0.hasSuffix(".txt")
    }
  }

  /// Imports texts one after the other; `isEachBuilt` looks at the pages after every one.
  private func expectSamePages(
    as before: BuiltSite,
    _ site: ImportSite,
    importing seeds: [String],
    isEachBuilt: Bool = false
  ) async {
    #expect(before.files.count > 10)
    var site = site
    for (index, seed) in seeds.enumerated() {
      let plan = site.importSeed(seed)
      #expect(!plan.diagnostics.containsError, "\(seed)")
      #expect(!plan.value.records.isEmpty, "\(seed)")
      guard isEachBuilt || index == seeds.count - 1 else { continue }
      #expect(differences(before, await site.build()) == [], "after \(seed)")
    }
    for seed in seeds {
      let again = site.importSeed(seed)
      #expect(again.value.edits == [], "\(seed) a second time")
    }
  }

  private func expectSamePages(_ site: ImportSite, _ seeds: [String]) async {
    let before = await site.build()
    for seed in seeds { await expectSamePages(as: before, site, importing: [seed]) }
    await expectSamePages(as: before, site, importing: seeds, isEachBuilt: true)
    await expectSamePages(as: before, site, importing: seeds.reversed())
  }

  @Test func inventedTextsAloneAndInEitherOrder() async throws {
    await expectSamePages(try .invented(), try Self.invented())
  }

  @Test func textsOfThisProjectAloneAndInEitherOrder() async throws {
    let site = try ImportSite(ofThisProject: ())
    await expectSamePages(site, seedNames(in: site.sources).map { "seeds/\($0)" })
  }

  @Test func correctionsThatAnEditorMadeBefore() async throws {
    var site = try ImportSite.invented()
    let seeds = try Self.invented()
    let first = await site.build()
    let session = try #require(
      first.site?.graph.entities(of: .session).first { $0.date != nil }
    )
    let person = try #require(
      first.site?.graph.entities(of: .person).first { $0.texts.isEmpty }
    )
    site.put(
      "---\n# a remark\ndate: 1850-01-02 # true\n---\n",
      at: "Content/sessions/\(session.id.slug.text).md"
    )
    site.put("name: Autre Nom\n", at: "Content/people/\(person.id.slug.text).yaml")
    let before = await site.build()
    #expect(differences(first, before) != [])
    await expectSamePages(as: before, site, importing: seeds)
  }
}
