import Diagnostics
import FileSystem
import SiteModel
import Support
import Testing

@testable import Build
@testable import Preview

/// The files that a preview shows, build after build.
struct ServedSiteTests {
  private static let image = OutputPath(fixed: "assets/image.png")

  private func built(_ files: [OutputPath: OutputFile.Contents]) -> BuiltSite {
    BuiltSite(
      site: nil,
      files: files.map { OutputFile(path: $0, contents: $1) }.sorted { $0.path < $1.path },
      diagnostics: []
    )
  }

  @Test("told what is other, it shows and says what it would find itself", arguments: [1, 2, 3])
  func difference(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let paths = try (0..<8).map { try #require(OutputPath("p\($0)/index.html")) }
    var files: [OutputPath: OutputFile.Contents] = [Self.image: .copy(ofSource: "image.png")]
    var (told, asked) = (ServedSite(), ServedSite())
    _ = told.take(built(files), nil, after: .anything)
    _ = asked.take(built(files), nil, after: .anything)
    for step in 0..<60 {
      let before = files
      for path in paths where Bool.random(using: &generator) {
        let contents = OutputFile.Contents.bytes([UInt8(step)])
        files[path] = Bool.random(using: &generator) ? contents : nil
      }
      files[Self.image] = .copy(ofSource: step.isMultiple(of: 7) ? "other.png" : "image.png")
      let changes = WatchedChanges.paths(step.isMultiple(of: 5) ? ["image.png"] : [])
      let now = files
      let other = now.keys.filter { before[$0] != now[$0] }.sorted()
      let gone = before.keys.filter { now[$0] == nil }.sorted()
      let difference = ServedSite.Changes(changed: other, removed: gone)
      let found = asked.take(built(files), nil, after: changes)
      #expect(told.take(built(files), difference, after: changes) == found)
      #expect(told.files == files)
      #expect(found.changed.contains(Self.image) || !step.isMultiple(of: 35))
    }
  }
}
