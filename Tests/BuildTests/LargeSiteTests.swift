import Build
import SiteModel
import Testing

/// What would grow with the square of a site.
struct LargeSiteTests {
  @Test func notEveryPageLeadsToEveryFreePage() async throws {
    let texts = (0..<50).map { ("Content/pages/p\($0).md", "---\ntitle: Page \($0)\n---\n") }
    let built = try await ImportSite(Dictionary(uniqueKeysWithValues: texts)).build()
    let home = try #require(built.files.first { $0.path.text == "index.html" })
    guard case .bytes(let bytes) = home.contents else {
      Issue.record("a page is bytes")
      return
    }
    let footer = String(decoding: bytes, as: UTF8.self).split(separator: "<footer").last
    #expect(footer?.split(separator: "<a href").count == 31)
  }
}
