import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support
import Testing

/// The site of this very project, made from the real texts.
struct OwnSiteTests {
  private func build(jobs: Int, isStrict: Bool = false) async throws -> BuiltSite {
    let sources = try readSources(SiteDirectory(path: packageRoot.path())).value
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: isStrict,
      jobs: jobs
    )
    return await buildSite(from: sources, settings) { _, _ in }
  }

  @Test func everyKindHasItsPages() async throws {
    let built = try await build(jobs: 2)
    let graph = try #require(built.site).graph
    #expect(graph.entities(of: .issue).count == 1)
    #expect(graph.entities(of: .person).count >= 60)
    #expect(graph.entities(of: .axis).count == 4)
    #expect(graph.entities(of: .series).count == 1)
    #expect(graph.entities(of: .session).count == 8)
    #expect(graph.entities(of: .event).count == 1)
    #expect(graph.entities(of: .reference).count == 38)
    #expect(built.files.filter { $0.path.text.hasSuffix(".html") }.count >= 130)
  }

  /// The rules themselves are tested elsewhere with pages that break them.
  @Test func noLinkIsBroken() async throws {
    let built = try await build(jobs: 2)
    #expect(built.diagnostics.filter { $0.code.id.hasPrefix("LNK") } == [])
  }

  @Test func aStrictBuildPasses() async throws {
    let built = try await build(jobs: 2, isStrict: true)
    #expect(built.diagnostics.filter { $0.severity == .error } == [])
    #expect(!built.files.isEmpty)
  }

  @Test func workersNeverShow() async throws {
    let one = try await build(jobs: 1)
    #expect(one.files == (try await build(jobs: 8)).files)
  }

  @Test func theTextOfTheIssueIsLinkedBothWays() async throws {
    let graph = try #require(try await build(jobs: 2).site).graph
    let issue = try #require(graph.entities(of: .issue).first)
    let cited = graph.relations(from: issue.id, .cites)
    #expect(cited.count >= 30)
    for relation in cited {
      #expect(graph.relations(to: relation.target, .cites).contains(relation))
      #expect(!relation.anchors.isEmpty)
    }
    for author in graph.relations(from: issue.id, .author) {
      #expect(graph.sources(of: .author, to: author.target).map(\.id) == [issue.id])
    }
  }
}
