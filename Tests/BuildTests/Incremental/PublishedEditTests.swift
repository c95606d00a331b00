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
    let edit: @Sendable (inout PublishingSite) async -> Void
  }

  private static let steps = [
    Step(name: "nothing") { _ in },
    Step(name: "no more a draft") { $0.site.replace("status: draft\n", by: "", in: issue) },
    Step(name: "published") { await $0.publish() },
    Step(name: "a body under seal") {
      $0.site.replace("reste à dire", by: "reste à compter", in: issue)
    },
    Step(name: "an erratum of it") { $0.declare() },
    Step(name: "the erratum published") { await $0.publish() },
    Step(name: "another name of the author") {
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
    Step(name: "no registry") { $0.site.put(nil, at: PublishingSite.registry) },
  ]
  private static let issue = PublishingSite.issue
  private static let person = "Content/people/ada-martin.md"
  private static let work = "Content/references/lettre1843.md"

  @Test func everyStepGivesTheSiteOfACleanBuild() async throws {
    var site = try PublishingSite()
    let builder = SiteBuilder(settings: site.settings())
    var pages = 0
    for step in Self.steps {
      await step.edit(&site)
      let built = await builder.build(site.site.sources).site
      let clean = await site.build()
      #expect(differences(built, clean) == [], "\(step.name)")
      #expect(built.diagnostics == clean.diagnostics, "\(step.name)")
      pages = max(pages, clean.files.count { $0.path.text.contains("numeros/1/v1/") })
    }
    #expect(pages == 1, "an earlier version had a page of its own")
  }
}
