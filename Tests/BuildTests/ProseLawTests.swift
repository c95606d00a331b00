import Build
import Diagnostics
import Foundation
import Markdown
import SiteModel
import Support
import Testing

/// What holds of the names on every page of this site.
struct ProseLawTests {
  private func pages(of built: BuiltSite) -> [(path: String, text: String)] {
    built.files.compactMap { file in
      guard case .bytes(let bytes) = file.contents, file.path.text.hasSuffix(".html") else {
        return nil
      }
      return (file.path.text, String(decoding: bytes, as: UTF8.self))
    }
  }

  private func mentions(in html: some StringProtocol) -> [Substring] {
    html.components(separatedBy: "<a class=\"mention\" ").dropFirst().compactMap { link in
      link.range(of: "href=\"").map { link[$0.upperBound...].prefix { $0 != "\"" } }
    }
  }

  @Test func aSectionLinksANameOnceAndNoPageItself() async throws {
    let built = await (try ImportSite(ofThisProject: ())).build()
    var count = 0
    for (path, text) in pages(of: built) {
      let folder = path.split(separator: "/").dropLast().last ?? ""
      for section in text.split(separator: /<h[1-6]/) {
        // Sessions and lists print several texts under one heading; a text has its own sections.
        let links = mentions(in: section)
        count += links.count
        #expect(Set(links).count == links.count, "\(path)")
        #expect(!links.contains { $0.hasSuffix("/\(folder)/") }, "\(path)")
      }
    }
    #expect(count > 200)
  }

  /// An edge for each mention of a page, and a mention for each edge: no naming is lost.
  @Test func whatPagesLinkIsInTheGraph() async throws {
    let built = await (try ImportSite(ofThisProject: ())).build()
    let site = try #require(built.site)
    for type in site.contentTypes {
      for entity in site.graph.entities(of: type.kind) {
        let mentioned = entity.texts.flatMap { text in
          site.text(text.name, of: entity.id)?.mentions.map(\.target.value) ?? []
        }
        let edges = site.graph.relations(from: entity.id, .mentions).map(\.target.description)
        let known = Set(edges + edges.map { String($0.split(separator: ":")[1]) })
        #expect(mentioned.allSatisfy { known.contains($0) }, "\(entity.id)")
        #expect(Set(mentioned).count >= edges.count, "\(entity.id)")
      }
    }
  }
}
