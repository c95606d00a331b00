import Build
import Diagnostics
import SiteModel
import Support
import Testing

/// What is remembered never shows where texts are published either: registry, kept texts, versions.
struct PublishedEditTests {
  /// Something that happens to a site with a text that is published.
  struct Step: Sendable {
    let name: String
    /// Whether it is one record's matter alone, so that no other is merged again.
    var isOfOneRecord = false
    let edit: @Sendable (inout PublishingSite) async -> Void
  }

  private static let steps = [
    Step(name: "nothing") { _ in },
    Step(name: "no more a draft") { $0.site.replace("status: draft\n", by: "", in: issue) },
    Step(name: "published") { await $0.publish() },
    Step(name: "a body beside the registry", isOfOneRecord: true) {
      $0.site.replace("Bonjour", by: "Bonjour, Ada Martin", in: page)
    },
    Step(name: "a body under seal", isOfOneRecord: true) {
      $0.site.replace("reste à dire", by: "reste à compter", in: issue)
    },
    Step(name: "another abstract under seal", isOfOneRecord: true) {
      $0.site.replace("De quoi il s'agit", by: "De qui il s'agit", in: issue)
    },
    Step(name: "both as they were published", isOfOneRecord: true) {
      $0.site.replace("De qui il s'agit", by: "De quoi il s'agit", in: issue)
      $0.site.replace("reste à compter", by: "reste à dire", in: issue)
    },
    Step(name: "a body under seal again", isOfOneRecord: true) {
      $0.site.replace("reste à dire", by: "reste à compter", in: issue)
    },
    Step(name: "an erratum of it") { $0.declare() },
    Step(name: "another word of the erratum") {
      $0.site.replace("Un mot du passage", by: "Deux mots du passage", in: issue)
    },
    Step(name: "the words that were to be changed, as they were") {
      $0.site.replace("reste à compter", by: "reste à dire", in: issue)
    },
    Step(name: "other words again") {
      $0.site.replace("reste à dire", by: "reste à compter", in: issue)
    },
    Step(name: "the erratum published") { await $0.publish() },
    Step(name: "a body with two versions", isOfOneRecord: true) {
      $0.site.replace("Un second passage", by: "Un autre passage", in: issue)
    },
    Step(name: "another name of the author", isOfOneRecord: true) {
      $0.site.replace("name: Ada Martin", by: "name: Adèle Martin", in: person)
    },
    Step(name: "another title of a work that both versions cite") {
      $0.site.replace("Une lettre", by: "La lettre", in: work)
    },
    Step(name: "a text that names the author") {
      $0.site.put("---\ntitle: Lieu\n---\n\nAdèle Martin.\n", at: "Content/pages/lieu.md")
    },
    Step(name: "a work less") { $0.site.put(nil, at: work) },
    Step(name: "the work again") {
      $0.site.put("---\ntype: book\ntitle: Lettre\nissued: 1943\n---\n", at: work)
    },
    Step(name: "a kept text less") { $0.site.put(nil, at: PublishingSite.kept) },
    Step(name: "a draft again, which is hidden") {
      $0.site.replace("title: Le premier", by: "status: draft\ntitle: Le premier", in: issue)
    },
    Step(name: "a body that is published and hidden", isOfOneRecord: true) {
      $0.site.replace("Un autre passage", by: "Encore un passage", in: issue)
    },
    Step(name: "shown again") { $0.site.replace("status: draft\n", by: "", in: issue) },
    Step(name: "no registry") { $0.site.put(nil, at: PublishingSite.registry) },
  ]
  private static let issue = PublishingSite.issue
  private static let page = "Content/pages/a-propos.md"
  private static let person = "Content/people/ada-martin.md"
  private static let work = "Content/references/lettre1843.md"

  @Test func everyStepGivesTheSiteOfACleanBuild() async throws {
    var site = try PublishingSite()
    let builder = SiteBuilder(settings: site.settings())
    var pages = 0
    for step in Self.steps {
      await step.edit(&site)
      let build = await builder.build(site.site.sources)
      let built = build.site
      if step.isOfOneRecord { #expect(build.work.recordsMerged == 1, "\(step.name)") }
      let clean = await site.build()
      #expect(differences(built, clean) == [], "\(step.name)")
      #expect(built.diagnostics == clean.diagnostics, "\(step.name)")
      pages = max(pages, clean.files.count { $0.path.text.contains("numeros/1/v1/") })
    }
    #expect(pages == 1, "an earlier version had a page of its own")
  }
}
