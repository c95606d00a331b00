import Build
import Diagnostics
import Foundation
import SiteModel
import Support
import Testing

/// Walks a whole built site: where the page of one entity links to that of another, the other links
/// back, so that a reader may go on in either direction.
struct LinkReturnTests {
  /// What stands in these elements is no statement about the entity of the page.
  ///
  /// Breadcrumbs, tables of contents, neighbours before and behind (`nav`), the sources of the page (`footer`) and
  /// drawings, whose links a list repeats (`svg`). What stands outside `main` is no part of a page
  /// either, and pages that only list (home, lists of a kind, orders of the bibliography, drawings of
  /// the collection) speak of no entity.
  private static let exceptions: Set<String> = ["nav", "footer", "svg"]

  enum Reviewed: CaseIterable {
    case goldenSite
    case ownSite

    func sources() throws -> SourceTree {
      switch self {
      case .goldenSite: try goldenSources()
      case .ownSite: try ownSources()
      }
    }

    /// Fewer links than this, and the walk has missed the pages.
    var leastLinks: Int {
      switch self {
      case .goldenSite: 40
      case .ownSite: 1500
      }
    }
  }

  @Test(arguments: Reviewed.allCases)
  func everyLinkBetweenEntitiesHasItsReturn(reviewed: Reviewed) async throws {
    let built = await buildForReview(try reviewed.sources(), jobs: 2)
    let site = try #require(built.site)
    let entityPages = Set(
      site.contentTypes.flatMap { type in
        site.graph.entities(of: type.kind).map { type.route(of: $0.id.slug).outputText }
      }
    )
    let links = try self.links(of: built).filter { entityPages.contains($0.key) }
    var walked = 0
    for (page, targets) in links.sorted(by: { $0.key < $1.key }) {
      for target in targets.sorted() where target != page && entityPages.contains(target) {
        walked += 1
        #expect(links[target]?.contains(page) == true, "\(target) does not lead back to \(page)")
      }
    }
    #expect(walked >= reviewed.leastLinks)
  }

  @Test func linksInTextsAndListsAreWalkedAndNavigationIsNot() throws {
    let page = """
      <head><link href="/a/"></head><a href="/b/">x</a><main><nav><a href="/c/">x</a></nav>
      <p><a class="mention" id="m" href="../d/#x">x</a> <a href="#here">x</a></p>
      <svg><a href="/e/">x</a></svg><a href="https://elsewhere.example.org/f/">x</a>
      <footer><a href="/g/">x</a></footer><ul><li><a href="/h/i/?a=1&amp;b">x</a></ul></main>
      <a href="/j/">x</a>
      """
    #expect(
      statedLinks(in: page, at: "z/index.html")
        == ["d/index.html", "z/index.html", "h/i/index.html"]
    )
  }

  /// The pages that each page links to in what it states.
  private func links(of built: BuiltSite) throws -> [String: Set<String>] {
    let pages = built.files.filter { $0.path.text.hasSuffix(".html") }
    return Dictionary(
      uniqueKeysWithValues: pages.map { file -> (String, Set<String>) in
        guard case .bytes(let bytes) = file.contents else { return (file.path.text, []) }
        let html = String(decoding: bytes, as: UTF8.self)
        return (file.path.text, statedLinks(in: html, at: file.path.text))
      }
    )
  }

  /// Paths of the pages that a page links to within `main`, exceptions left out.
  private func statedLinks(in html: String, at path: String) -> Set<String> {
    var links: Set<String> = []
    var isMain = false
    var depth = 0
    for part in html.split(separator: "<") {
      let tag = part.prefix { $0 != ">" }
      let name = tag.prefix { $0.isLetter || $0.isNumber || $0 == "/" }
      if name == "main" { isMain = true }
      if name == "/main" { isMain = false }
      if Self.exceptions.contains(String(name)) { depth += 1 }
      if name.first == "/", Self.exceptions.contains(String(name.dropFirst())) { depth -= 1 }
      guard isMain, depth == 0, name == "a", let start = tag.range(of: " href=\"") else { continue }
      let link = tag[start.upperBound...].prefix { $0 != "\"" }
      if let page = self.page(String(link), from: path) { links.insert(page) }
    }
    return links
  }

  /// The file that answers a link; nil for other sites.
  private func page(_ link: String, from path: String) -> String? {
    let base = URL(string: "https://site.invalid/\(path)")
    guard let url = URL(string: link, relativeTo: base)?.absoluteURL, url.host() == "site.invalid"
    else { return nil }
    let path = url.path(percentEncoded: false).dropFirst()
    return path.isEmpty || path.hasSuffix("/") ? "\(path)index.html" : String(path)
  }
}
