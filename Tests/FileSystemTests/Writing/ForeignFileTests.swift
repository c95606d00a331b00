import Diagnostics
import Testing

@testable import FileSystem

/// Files in the output that the site did not make.
struct ForeignFileTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func whateverOthersMadeStaysAsItIs() throws {
    try folder.write(["a/b": "1", "stale/c": "1"])
    try folder.put("mine", at: "site/output/a/notes.txt")
    try folder.put("mine", at: "site/output/stale/deep/notes.txt")
    try folder.makeFolders("site/output/empty/folder")
    try folder.link("/nowhere", at: "site/output/link")
    try folder.makePipe("site/output/pipe")
    try makeFolder(folder.path / "site/output" / NativePath(cString: [-1, 0x61, 0]))
    try setPermissions(0o700, of: folder.path / "site/output/empty")
    let foreign = [
      "a/notes.txt", "stale/deep", "stale/deep/notes.txt", "empty", "empty/folder", "link", "pipe",
    ]
    let before = try folder.tree(isTimed: true)
    let times = try foreign.map { try folder.status("site/output/\($0)")?.modified }
    try folder.write(["a/b": "2"])
    let after = try folder.tree(isTimed: true)
    #expect(after.count == before.count - 1)
    for path in ["a/notes.txt", "stale/deep/notes.txt", "link", "pipe"] {
      #expect(after[path] == before[path])
    }
    #expect(try foreign.map { try folder.status("site/output/\($0)")?.modified } == times)
    #expect(try folder.status("site/output/empty")?.permissions == 0o700)
    #expect(after["stale/c"] == nil)
  }

  @Test func aFolderThatWasThereBeforeTheFirstBuildIsKept() throws {
    try folder.put("mine", at: "site/output/CNAME")
    try folder.write(["a": "1"])
    try folder.write([:])
    #expect(try folder.tree().keys.sorted() == [".sitegen-manifest", "CNAME"])
  }

  @Test func theSameBytesAreAdopted() throws {
    try folder.put("1", at: "site/output/a")
    let before = try folder.status("site/output/a")?.stamp
    let report = try folder.write(["a": "1"])
    #expect(report == WriteReport(written: 0, unchanged: 1, removed: 0, bytes: 0))
    #expect(try folder.status("site/output/a")?.stamp == before)
    #expect(try folder.write([:]).removed == 1)
  }

  struct Obstacle: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable (TemporaryFolder) throws -> Void
    let summary: String
  }

  static let obstacles = [
    Obstacle(
      testDescription: "file with other bytes",
      make: { try $0.put("mine", at: "site/output/a/b") },
      summary: "\"OUTPUT/a/b\" was not made by the site and differs from it"
    ),
    Obstacle(
      testDescription: "link",
      make: {
        try $0.makeFolders("site/output/a")
        try $0.link("/dev/null", at: "site/output/a/b")
      },
      summary: "\"OUTPUT/a/b\" was not made by the site and differs from it"
    ),
    Obstacle(
      testDescription: "folder in place of the file",
      make: { try $0.makeFolders("site/output/a/b/c") },
      summary: "\"a/b\" is a folder that the site did not make"
    ),
    Obstacle(
      testDescription: "file in place of the folder",
      make: { try $0.put("mine", at: "site/output/a") },
      summary: "\"a\" is a file that the site did not make, and \"a/b\" goes below it"
    ),
    Obstacle(
      testDescription: "link in place of the folder",
      make: {
        try $0.makeFolders("site/output")
        try $0.link("/tmp", at: "site/output/a")
      },
      summary: "\"a\" is a file that the site did not make, and \"a/b\" goes below it"
    ),
  ]

  @Test(arguments: obstacles)
  func nothingOfOthersIsReplaced(obstacle: Obstacle) throws {
    try obstacle.make(folder)
    let before = try folder.tree("site", isTimed: true)
    let diagnostic = try thrownDiagnostic { try folder.write(["a/b": "1", "c": "2"]) }
    #expect(diagnostic.code == FileSystemDiagnostics.foreignFileInTheWay)
    #expect(diagnostic.summary == obstacle.summary.replacing("OUTPUT", with: folder.output.path))
    #expect(try folder.tree("site", isTimed: true) == before)
  }

  @Test func allObstaclesAreNamedAtOnce() throws {
    for name in ["a", "b", "c"] { try folder.put("mine", at: "site/output/\(name)") }
    let diagnostic = try thrownDiagnostic { try folder.write(["a": "1", "b": "1", "c": "1"]) }
    #expect(diagnostic.notes.count == 2)
  }
}
