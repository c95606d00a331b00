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
  @Test func contextsHaveTheShapesThatTemplatesAreCheckedAgainst() async throws {
    let sources = try readSources(SiteDirectory(path: packageRoot.path())).value
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    )
    let built = await buildSite(from: sources, settings) { _, _ in }
    let site = try #require(built.site)
    let shapes = Dictionary(
      uniqueKeysWithValues: PageShapes.all(site.contentTypes).map { ($0.template, $0.shape) }
    )
    for request in planPages(site) {
      let page = fillPage(
        request,
        of: site,
        words: NoteWords(TemplateSet.compile([], root: "Templates").value)
      )
      let shape = try #require(shapes[page.template])
      #expect(shape.violations(in: .record(page.context), at: page.route.text) == [])
    }
  }
}
