import Build
import SiteModel
import Testing

/// What would grow with the square of a site.
struct LargeSiteTests {
  /// A site of fifty free pages, whose addresses begin with the same letters.
  private func build() async throws -> BuiltSite {
    let texts = (0..<50).map { ("Content/pages/libre-\($0).md", "---\ntitle: Page \($0)\n---\n") }
    return try await ImportSite(Dictionary(uniqueKeysWithValues: texts)).build()
  }

  private func text(of path: String, in built: BuiltSite) throws -> String {
    let file = try #require(built.files.first { $0.path.text == path })
    guard case .bytes(let bytes) = file.contents else { return "" }
    return String(decoding: bytes, as: UTF8.self)
  }

  private func countFreePages(in html: Substring) -> Int {
    html.matches(of: /<a href="[.\/]*libre-\d+\/"/).count
  }

  @Test func notEveryPageLeadsToEveryFreePage() async throws {
    let home = try text(of: "index.html", in: try await build())
    let footer = try #require(home.split(separator: "<footer").last)
    #expect((1...30).contains(countFreePages(in: footer)))
  }

  @Test func onePageLeadsToAllOfThem() async throws {
    let plan = try text(of: "plan-du-site/index.html", in: try await build())
    let main = try #require(plan.split(separator: "<footer").first)
    #expect(countFreePages(in: main) == 50)
  }
}
