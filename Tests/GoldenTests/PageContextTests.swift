import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Rendering
import SiteModel
import Support
import Templating
import Testing

/// What pages offer is what `PageShapes` promises templates: else the check of names would lie.
struct PageContextTests {
  private func builtSite(_ sources: SourceTree) async throws -> Site {
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    )
    let built = await buildSite(from: sources, settings) { _, _ in }
    return try #require(built.site)
  }

  @Test func contextsHaveTheShapesThatTemplatesAreCheckedAgainst() async throws {
    let site = try await builtSite(try readSources(SiteDirectory(path: packageRoot.path())).value)
    let shapes = Dictionary(
      uniqueKeysWithValues: PageShapes.all(site.contentTypes).map { ($0.template, $0.shape) }
    )
    let words = NoteWords(TemplateSet.compile([], root: "Templates").value)
    let parts = PageParts(of: site, words: words)
    for request in planPages(site) {
      let page = fillPage(request, of: site, parts)
      let shape = try #require(shapes[page.template])
      #expect(shape.violations(in: .record(page.context), at: page.route.text) == [])
    }
  }

  /// What a template does not ask for may be left out of its context, and nothing else.
  @Test func pagesThatOfferWhatIsAskedForAreThoseThatOfferAll() async throws {
    let sources = try readSources(SiteDirectory(path: packageRoot.path())).value
    let site = try await builtSite(sources)
    let templates = TemplateSet.compile(sources.files(under: "Templates"), root: "Templates").value
    let asked = PageParts(of: site, for: templates)
    let all = PageParts(of: site, words: NoteWords(templates))
    for request in planPages(site) {
      #expect(
        renderPage(request, of: site, with: templates, asked)
          == renderPage(request, of: site, with: templates, all)
      )
    }
  }
}
