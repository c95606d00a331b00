import Build
import ContentTypes
import Diagnostics
import FileSystem
import SiteModel
import Support
import Testing

/// Drafts and texts of a later date stay out of the whole site.
struct DraftTests {
  private static let today = PartialDate(year: 2027, month: 3, day: 14)

  private func site(issue: String, page: String = "") throws -> ImportSite {
    try ImportSite([
      "Content/people/ada-martin.md": "---\nname: Ada Martin\ngiven: Ada\nfamily: Martin\n---\n",
      "Content/issues/1.md": "---\ntitle: Le premier\n---\n\nUn texte.\n",
      "Content/issues/2.md":
        "---\ntitle: Le second\n\(issue)\nauthors: [ada-martin]\n---\n\n## Suite\n\nUn texte de [[ada-martin]].\n",
      "Content/pages/projet.md":
        "---\ntitle: Le projet\n\(page)\n---\n\nVoir [[issue:2|le prochain]], [[2]], [celui-ci](/numeros/2/#suite) et [[issue:1]].\n",
    ])
  }

  private func build(_ site: ImportSite, showsDrafts: Bool = false) async -> BuiltSite {
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      date: Self.today,
      showsDrafts: showsDrafts,
      jobs: 2
    )
    return await buildSite(from: site.sources, settings) { _, _ in }
  }

  private func text(_ path: String, of built: BuiltSite) -> String? {
    built.files.first { $0.path.text == path }.flatMap { file in
      guard case .bytes(let bytes) = file.contents else { return nil }
      return String(decoding: bytes, as: UTF8.self)
    }
  }

  @Test(arguments: [("status: draft", 1), ("status: published", 0)])
  func listsOfAPreviewMarkDrafts(field: String, marks: Int) async throws {
    let built = await build(try site(issue: field), showsDrafts: true)
    let list = try #require(text("numeros/index.html", of: built))
    #expect(list.matches(of: /class="draft-mark"/).count == marks)
  }

  @Test(arguments: [
    "status: draft", "date: 2027-03-15", "date: 2027-04", "date: 2028",
    "status: published\ndate: 2027-03-15", "status: draft\ndate: 2020",
  ])
  func whatIsNotOutStandsNowhere(field: String) async throws {
    let built = await build(try site(issue: field))
    #expect(!built.diagnostics.containsError)
    #expect(text("numeros/2/index.html", of: built) == nil)
    for file in built.files
    where file.path.text.hasSuffix(".html") || file.path.text == "sitemap.xml" {
      let page = text(file.path.text, of: built) ?? ""
      #expect(!page.contains("numeros/2/") && !page.contains("Le second"), "\(file.path.text)")
    }
  }

  @Test(arguments: ["", "status: published", "date: 2027-03-14", "date: 2027-03", "date: 2027"])
  func whatIsOutStandsThere(field: String) async throws {
    let built = await build(try site(issue: field))
    let page = try #require(text("numeros/2/index.html", of: built))
    #expect(!page.contains("noindex"))
    #expect(text("sitemap.xml", of: built)?.contains("/numeros/2/") == true)
    #expect(built.diagnostics.isEmpty)
  }

  @Test func wordsThatLeadToADraftStayWithoutALink() async throws {
    let site = try site(issue: "status: draft")
    let built = await build(site)
    #expect(
      printed(built.diagnostics, sources: site.sources) == [
        "Content/pages/projet.md:6:8 PUB002 issue:2 is a draft, so these words stay without a link",
        "Content/pages/projet.md:6:33 PUB002 issue:2 is a draft, so these words stay without a link",
        "Content/pages/projet.md:6:49 PUB002 issue:2 is a draft, so these words stay without a link",
      ]
    )
    #expect(
      text("projet/index.html", of: built)?.contains(
        "<p>Voir le prochain, 2, celui-ci et <a class=\"mention\" id=\"mention-3\" href=\"../numeros/1/\">Le premier</a>.</p>"
      ) == true
    )
  }

  @Test func draftsAreShownAndMarkedWhenAskedFor() async throws {
    let site = try site(issue: "date: 2027-04-02")
    let built = await build(site, showsDrafts: true)
    #expect(built.diagnostics.isEmpty)
    let page = try #require(text("numeros/2/index.html", of: built))
    #expect(page.contains("<meta name=\"robots\" content=\"noindex\">"))
    #expect(
      page.contains(
        "<strong>Brouillon.</strong> Cette page paraîtra à sa date (2\u{A0}avril 2027)."
      )
    )
    #expect(text("projet/index.html", of: built)?.contains("href=\"../numeros/2/\"") == true)
    #expect(text("sitemap.xml", of: built)?.contains("/numeros/2/") == false)
  }

  @Test func pagesMayBeDraftsToo() async throws {
    let built = await build(try site(issue: "", page: "status: draft"))
    #expect(text("projet/index.html", of: built) == nil)
    #expect(text("index.html", of: built)?.contains("Le projet") == false)
  }

  @Test func gatheringsAreAnnounced() async throws {
    var site = try site(issue: "")
    site.put(
      "---\ntitle: Une rencontre\ndate: 2027-09-01\n---\n",
      at: "Content/events/rencontre.md"
    )
    let built = await build(site)
    #expect(text("evenements/rencontre/index.html", of: built) != nil)
  }

  @Test func anUnknownStatusIsReported() async throws {
    let site = try site(issue: "status: finished")
    #expect(
      printed(await build(site).diagnostics, sources: site.sources) == [
        "Content/issues/2.md:3:9 FLD003 \"status\" of this issue must be `draft` or `published`"
      ]
    )
  }
}
