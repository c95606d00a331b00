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

  /// Imports texts one after the other and looks at the pages from the given one on.
  @discardableResult
  private func expectSamePages(
    as before: BuiltSite,
    _ site: ImportSite,
    importing seeds: [String],
    builtFrom first: Int = 0
  ) async -> ImportSite {
    #expect(before.files.count > 10)
    var site = site
    for (index, seed) in seeds.enumerated() {
      let plan = site.importSeed(seed)
      #expect(!plan.diagnostics.containsError, "\(seed)")
      #expect(!plan.value.records.isEmpty, "\(seed)")
      guard index >= first else { continue }
      #expect(differences(before, await site.build()) == [], "after \(seed)")
    }
    for seed in seeds {
      let again = site.importSeed(seed)
      #expect(again.value.edits == [], "\(seed) a second time")
    }
    return site
  }

  private func expectSamePages(_ site: ImportSite, _ seeds: [String]) async {
    let before = await site.build()
    for seed in seeds { await expectSamePages(as: before, site, importing: [seed]) }
    let forth = await expectSamePages(as: before, site, importing: seeds, builtFrom: 1)
    var back = site
    for seed in seeds.reversed() { back.importSeed(seed) }
    // The same files make the same pages.
    #expect(
      back.sources.files.sorted { $0.path < $1.path }
        == forth.sources.files.sorted { $0.path < $1.path }
    )
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
    await expectSamePages(as: before, site, importing: seeds, builtFrom: seeds.count - 1)
  }
}
