import Build
import ContentTypes
import Diagnostics
import SiteModel
import Support
import Testing

/// What is remembered never shows beside texts that readers do not get yet, and one such text makes
/// no edit dearer.
struct WithheldEditTests {
  /// An edit of a site with a draft.
  struct Step: Sendable {
    let name: String
    /// Whether it is one record's matter alone, so that no other is merged again.
    var isOfOneRecord = true
    var makesSite = true
    let edit: @Sendable (inout ImportSite) -> Void
  }

  private static let steps = [
    Step(name: "a body beside the draft") { $0.replace("Une fin", by: "Une autre fin", in: last) },
    Step(name: "a title beside the draft") {
      $0.replace("title: Trois", by: "title: Le troisième", in: last)
    },
    Step(name: "a body before the draft") { $0.replace("Un début", by: "Un essai", in: first) },
    Step(name: "the body of the draft") { $0.replace("Rien", by: "Ada Martin, rien", in: draft) },
    Step(name: "the title of the draft") {
      $0.replace("title: Deux", by: "title: Le deuxième", in: draft)
    },
    Step(name: "a field of the draft that nobody reads", makesSite: false) {
      $0.replace("date: 1851", by: "date: 1851\ncouleur: bleue", in: draft)
    },
    Step(name: "another body while no site can be made", makesSite: false) {
      $0.replace("Un essai", by: "Une esquisse", in: first)
    },
    Step(name: "the draft without it") { $0.replace("couleur: bleue\n", by: "", in: draft) },
    Step(name: "a place of its own for what waits in the draft") {
      $0.replace("rien encore", by: "[[?rien]] encore", in: draft)
    },
    Step(name: "a link to the draft") {
      $0.replace("Une esquisse", by: "Une esquisse, puis [[issue:i2]]", in: first)
    },
    Step(name: "a name that the draft uses too") {
      $0.replace("name: Ada Martin", by: "name: Adèle Martin", in: person)
    },
    Step(name: "two bodies at once", isOfOneRecord: false) {
      $0.replace("rien]] encore", by: "rien]] toujours", in: draft)
      $0.replace("Une autre fin", by: "La fin", in: last)
    },
    Step(name: "no more a draft", isOfOneRecord: false) {
      $0.replace("status: draft\n", by: "", in: draft)
    },
    Step(name: "a body where nothing is held back") { $0.replace("La fin", by: "Fin", in: last) },
    Step(name: "a draft again", isOfOneRecord: false) {
      $0.replace("title: Le deuxième", by: "status: draft\ntitle: Le deuxième", in: draft)
    },
    Step(name: "the last text to come later", isOfOneRecord: false) {
      $0.replace("date: 1852", by: "date: 1999", in: last)
    },
    Step(name: "still later", isOfOneRecord: false) {
      $0.replace("date: 1999", by: "date: 1998", in: last)
    },
    Step(name: "the body of what is to come") { $0.replace("Fin", by: "Encore", in: last) },
    Step(name: "no link to the draft") { $0.replace(" [[issue:i2]]", by: "", in: first) },
    Step(name: "no draft at all", isOfOneRecord: false) { $0.put(nil, at: draft) },
  ]
  private static let first = "Content/issues/i1.md"
  private static let draft = "Content/issues/i2.md"
  private static let last = "Content/issues/i3.md"
  private static let person = "Content/people/ada-martin.md"

  private static let texts = [
    first: "---\ntitle: Un\ndate: 1850\n---\n\nUn début avec Ada Martin.\n",
    draft: "---\ntitle: Deux\nstatus: draft\ndate: 1851\n---\n\nRien encore.\n",
    last: "---\ntitle: Trois\ndate: 1852\nauthors: [ada-martin]\n---\n\nUne fin, dit Martin.\n",
    person: "---\nname: Ada Martin\nfamily: Martin\n---\n\nDe l’atelier.\n",
  ]

  private static func settings(showsDrafts: Bool) -> BuildSettings {
    BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      rules: .all,
      date: PartialDate("1900-01-01"),
      showsDrafts: showsDrafts,
      jobs: 2
    )
  }

  @Test(arguments: [false, true])
  func everyStepGivesTheSiteOfACleanBuild(showsDrafts: Bool) async throws {
    var site = try ImportSite(Self.texts)
    let settings = Self.settings(showsDrafts: showsDrafts)
    let builder = SiteBuilder(settings: settings)
    _ = await builder.build(site.sources)
    for step in Self.steps {
      let before = site.sources
      step.edit(&site)
      #expect(site.sources != before, "\(step.name) edits nothing")
      let built = await builder.build(site.sources)
      let clean = await buildSite(from: site.sources, settings) { _, _ in }
      #expect(
        clean.files.isEmpty != step.makesSite,
        "\(step.name): \(clean.diagnostics.map(\.summary))"
      )
      #expect(differences(built.site, clean) == [], "\(step.name)")
      #expect(built.site.diagnostics == clean.diagnostics, "\(step.name)")
      if step.isOfOneRecord { #expect(built.work.recordsMerged == 1, "\(step.name)") }
    }
  }
}
