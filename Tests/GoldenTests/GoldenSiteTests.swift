import Build
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support
import Testing

/// A small complete site; its output stands beside it and is reviewed like code.
struct GoldenSiteTests {
  @Test func everyPageIsAsReviewed() async throws {
    let built = await buildForReview(try goldenSources())
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
    let tree = try goldenSources()
    let built = await buildForReview(tree)
    #expect(
      printed(built.diagnostics, sources: tree) == [
        "Content/bibliography/export.bib:2:1 CIT026 \"menabrea_notions_1842\" is the same work as \"menabrea1842\"",
        "Content/bibliography/export.bib:28:1 CIT027 no year in the date \"s.d.\" of \"bureau\"",
        "Content/issues/1.md:37:55 MET001 \"une date\" is still to come",
      ]
    )
  }

  @Test func neitherWorkersNorOrderShow() async throws {
    let tree = try goldenSources()
    let first = await buildForReview(tree, jobs: 1)
    #expect(first.files == (await buildForReview(tree, jobs: 8)).files)
    for seed: UInt64 in [1, 2, 3] {
      var generator = SeededGenerator(seed: seed)
      let shuffled = SourceTree(
        files: tree.files.shuffled(using: &generator),
        assets: tree.assets.reversed()
      )
      #expect(first.files == (await buildForReview(shuffled, jobs: 3)).files, "seed \(seed)")
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
