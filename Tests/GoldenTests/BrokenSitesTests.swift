import Build
import Checking
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support
import Testing

private let brokenFolder = sitesFolder.appending(path: "broken")

/// Codes that have a site of their own.
private let brokenCodes =
  ((try? FileManager.default.contentsOfDirectory(atPath: brokenFolder.path())) ?? []).sorted()

/// A site for each rule of `sitegen check`, with one fault or two and what stands beside them, and
/// what must be said of it.
struct BrokenSitesTests {
  private var isUpdating: Bool {
    ProcessInfo.processInfo.environment["SITEGEN_UPDATE_SNAPSHOTS"] != nil
  }

  /// The smallest site and the project's templates, with the files of a broken site in their places.
  private func sources(of code: String) throws -> SourceTree {
    let project = try ownSources()
    let root = brokenFolder.appending(path: code)
    var texts = smallestSite
    for file in project.files(under: "Templates") {
      texts[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    var assets = project.assets
    for path in try FileManager.default.subpathsOfDirectory(atPath: root.path()).sorted() {
      let file = root.appending(path: path)
      guard path != "expected.txt", !file.hasDirectoryPath, let data = try? Data(contentsOf: file)
      else { continue }  // a folder
      if path.hasSuffix(".svg") {
        assets.append(path)
      } else {
        texts[path] = String(decoding: data, as: UTF8.self)
      }
    }
    return sourceTree(texts, assets: assets)
  }

  private func check(_ sources: SourceTree) async -> [Diagnostic] {
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      rules: .all,
      jobs: 2
    )
    return await buildSite(from: sources, settings) { _, _ in }.diagnostics
  }

  @Test func everyRuleHasASite() {
    let codes =
      editorialRules.map { type(of: $0).code.id } + sourceRules.map { type(of: $0).code.id }
    #expect(Set(codes).subtracting(brokenCodes) == [])
  }

  @Test func theSmallestSiteIsSilent() async throws {
    let project = try ownSources()
    var texts = smallestSite
    for file in project.files(under: "Templates") {
      texts[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    #expect(await check(sourceTree(texts, assets: project.assets)) == [])
  }

  @Test(arguments: brokenCodes)
  func theFaultIsSaidAsExpected(code: String) async throws {
    let sources = try sources(of: code)
    let found = await check(sources)
    let report = DiagnosticPrinter(format: .text, sources: sources.files, for: found).print(found)
    let file = brokenFolder.appending(path: "\(code)/expected.txt")
    if isUpdating { try Data(report.utf8).write(to: file) }
    let expected = try String(contentsOf: file, encoding: .utf8)
    #expect(report == expected)
    #expect(found.contains { $0.code.id == code })
  }
}
