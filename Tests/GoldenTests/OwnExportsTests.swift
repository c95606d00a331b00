import Build
import CSL
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Rendering
import SiteModel
import Support
import Testing

/// The bibliography of this very project as readers may take it along.
struct OwnExportsTests {
  private func build() async throws -> (site: Site, files: [String: [UInt8]]) {
    let sources = try readSources(SiteDirectory(path: packageRoot.path())).value
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    )
    let built = await buildSite(from: sources, settings) { _, _ in }
    var files: [String: [UInt8]] = [:]
    for file in built.files {
      if case .bytes(let bytes) = file.contents { files[file.path.text] = bytes }
    }
    return (try #require(built.site), files)
  }

  private func works(of site: Site, _ set: WorkSet) -> [CSLItem] {
    set.works(in: site.graph).compactMap { site.graph.entity($0)?.work }
  }

  @Test func everySetIsGivenInEveryFormat() async throws {
    let built = try await build()
    let sets = built.site.workSets
    let owners = built.site.graph.entities(of: .reference).count
    #expect(sets.count > owners + 1)
    for set in sets {
      for format in WorkFormat.allCases {
        #expect(built.files[set.path(in: format).text] != nil, "\(set.path(in: format).text)")
      }
    }
  }

  /// CSL-JSON is lossless; the others lose what their writer says they lose, and here that is
  /// little.
  @Test func whatIsGivenReadsBackAsTheSameWorks() async throws {
    let built = try await build()
    for set in built.site.workSets {
      let items = works(of: built.site, set)
      let json = try #require(built.files[set.path(in: .json).text])
      #expect(try CSLJSON.readItems(json).map(CSLJSON.tree) == items.map(CSLJSON.tree))
      let bib = try #require(built.files[set.path(in: .bib).text])
      #expect(BibTeX.readItems(bib).diagnostics == [])
      #expect(BibTeX.readItems(bib).items.map(\.id) == items.map(\.id))
      #expect(bib == BibTeX.writeItems(items, dialect: .bibLaTeX).bytes)
      let ris = try #require(built.files[set.path(in: .ris).text])
      #expect(RIS.readItems(ris).diagnostics == [])
      #expect(RIS.readItems(ris).items.map(\.id) == items.map(\.id))
      #expect(ris == RIS.writeItems(items).bytes)
    }
  }

  @Test func bibLaTeXKeepsAllButTheLetterAfterTheYear() async throws {
    let built = try await build()
    let all = try #require(built.site.wholeWorkSet)
    let losses = BibTeX.writeItems(works(of: built.site, all), dialect: .bibLaTeX).losses
    #expect(Set(losses.map(\.variable)).subtracting(["year-suffix"]) == [])
  }
}
