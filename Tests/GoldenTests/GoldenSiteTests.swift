import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import Rendering
import SiteModel
import Support
import Testing

private let sitesFolder = packageRoot.appending(path: "Tests/GoldenTests/Sites")

/// A small complete site; its output stands beside it and is reviewed like code.
struct GoldenSiteTests {
  /// The content of `cahiers` with the templates of the project.
  private func sources() throws -> SourceTree {
    let project = try readSources(SiteDirectory(path: packageRoot.path())).value
    let root = sitesFolder.appending(path: "cahiers")
    let paths = try FileManager.default.subpathsOfDirectory(
      atPath: root.appending(path: "Content").path()
    )
    let own = try paths.filter { isText($0) }.map { path in
      let bytes = try Data(contentsOf: root.appending(path: "Content/\(path)"))
      return SourceFile(path: "Content/\(path)", bytes: Array(bytes))
    }
    let seeds = SourceFile(path: "seeds/seeds.yaml", text: "texts: []\n")
    return SourceTree(
      files: project.files(under: "Templates") + own + [seeds],
      assets: project.assets
    )
  }

  private func isText(_ path: String) -> Bool {
    [".md", ".yaml", ".bib", ".ris", ".json"].contains { path.hasSuffix($0) }
  }

  private func build(_ sources: SourceTree, jobs: Int = 1) async -> BuiltSite {
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: jobs
    )
    return await buildSite(from: sources, settings) { _, _ in }
  }

  @Test func everyPageIsAsReviewed() async throws {
    let built = await build(try sources())
    let expected = sitesFolder.appending(path: "cahiers-expected")
    if ProcessInfo.processInfo.environment["SITEGEN_UPDATE_SNAPSHOTS"] == "1" {
      try update(expected, to: built.files)
    }
    let known = try FileManager.default.subpathsOfDirectory(atPath: expected.path()).filter {
      path in
      var isFolder: ObjCBool = false
      let path = expected.appending(path: path).path()
      return FileManager.default.fileExists(atPath: path, isDirectory: &isFolder)
        && !isFolder.boolValue
    }
    let made = built.files.filter { $0.contents.isMade }.map(\.path.text)
    #expect(made.sorted() == known.sorted())
    for file in built.files {
      guard case .bytes(let bytes) = file.contents else { continue }
      let reviewed = try Data(contentsOf: expected.appending(path: file.path.text))
      #expect(
        String(decoding: bytes, as: UTF8.self) == String(decoding: reviewed, as: UTF8.self),
        "\(file.path.text)"
      )
    }
  }

  @Test func onlyWhatIsWorthKnowingIsReported() async throws {
    let tree = try sources()
    let built = await build(tree)
    #expect(
      printed(built.diagnostics, sources: tree) == [
        "Content/bibliography/export.bib:2:1 CIT026 \"menabrea_notions_1842\" is the same work as \"menabrea1842\"",
        "Content/bibliography/export.bib:28:1 CIT027 no year in the date \"s.d.\" of \"bureau\"",
        "Content/issues/1.md:37:55 MET001 \"une date\" is still to come",
      ]
    )
  }

  @Test func neitherWorkersNorOrderShow() async throws {
    let tree = try sources()
    let first = await build(tree, jobs: 1)
    #expect(first.files == (await build(tree, jobs: 8)).files)
    for seed: UInt64 in [1, 2, 3] {
      var generator = SeededGenerator(seed: seed)
      let shuffled = SourceTree(
        files: tree.files.shuffled(using: &generator),
        assets: tree.assets.reversed()
      )
      #expect(first.files == (await build(shuffled, jobs: 3)).files, "seed \(seed)")
    }
  }

  private func update(_ folder: URL, to files: [OutputFile]) throws {
    try? FileManager.default.removeItem(at: folder)  // nothing is lost: it is generated
    for file in files {
      guard case .bytes(let bytes) = file.contents else { continue }
      let target = folder.appending(path: file.path.text)
      try FileManager.default.createDirectory(
        at: target.deletingLastPathComponent(),
        withIntermediateDirectories: true
      )
      try Data(bytes).write(to: target)
    }
  }
}

extension OutputFile.Contents {
  /// Whether the program made the bytes; assets are copies and need no review here.
  fileprivate var isMade: Bool {
    if case .bytes = self { return true }
    return false
  }
}
