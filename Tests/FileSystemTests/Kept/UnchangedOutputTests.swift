import SiteModel
import Testing

@testable import FileSystem

/// Whether an output is still as it was when a stamp was taken.
struct UnchangedOutputTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["index.html": "start", "a/b/c.html": "page", "feed.xml": "news"])
    try folder.put("mine", at: "site/output/a/notes.txt")
    try folder.put("mine", at: "site/output/deep/er/notes.txt")
    try folder.makeFolders("site/output/empty")
    try folder.link("/nowhere", at: "site/output/link")
    try folder.makePipe("site/output/pipe")
  }

  /// The latest change in the output.
  private func latestChange() throws -> DiskMoment {
    let names = try folder.tree().keys.map { "site/output/\($0)" }
    return try names.map { try #require(try folder.status($0)).changed }.max()
      ?? DiskMoment(seconds: 0, nanoseconds: 0)
  }

  /// A stamp of a later tick of the clock than all that is there.
  private func stamp() throws -> OutputStamp {
    let claim = try ClaimedOutput(folder.output, for: folder.site)
    while true {
      let stamp = try #require(claim.stamp())
      if try latestChange() < stamp.moment { return stamp }
    }
  }

  private func isUnchanged(since stamp: OutputStamp) async throws -> Bool {
    let claim = try ClaimedOutput(folder.output, for: folder.site)
    return await claim.isUnchanged(since: stamp) { folders, look in folders.map(look) }
  }

  @Test func anOutputThatNobodyTouchedIsUnchanged() async throws {
    let stamp = try stamp()
    #expect(try await isUnchanged(since: stamp))
    _ = try folder.tree()  // Reading is no change.
    #expect(try await isUnchanged(since: stamp))
  }

  struct Change: CustomTestStringConvertible, Sendable {
    let testDescription: String
    let make: @Sendable (TemporaryFolder) throws -> Void

    init(_ name: String, _ make: @escaping @Sendable (TemporaryFolder) throws -> Void) {
      testDescription = name
      self.make = make
    }
  }

  static let changes = [
    Change("a file of the same size and with its old times") { folder in
      let place = folder.path / "site/output/a/b/c.html"
      let status = try #require(try readStatus(at: place))
      try folder.overwrite("site/output/a/b/c.html", with: "PAGE")
      try copyTimes(of: status, to: place)
    },
    Change("a file touched") { folder in
      let place = folder.path / "site/output/index.html"
      try copyTimes(of: #require(try readStatus(at: place)), to: place)
    },
    Change("other rights") { try setPermissions(0o600, of: $0.path / "site/output/feed.xml") },
    Change("other rights of a folder") { try setPermissions(0o700, of: $0.path / "site/output/a") },
    Change("a file gone") { try $0.remove("site/output/a/b/c.html") },
    Change("other rights of the output") { try setPermissions(0o700, of: $0.path / "site/output") },
    Change("a file gone, and the times of its folder as before") { folder in
      let place = folder.path / "site/output"
      let status = try #require(try readStatus(at: place))
      try folder.remove("site/output/index.html")
      try copyTimes(of: status, to: place)
    },
    Change("a file more") { try $0.put("new", at: "site/output/a/b/d.html") },
    Change("a folder more") { try $0.makeFolders("site/output/empty/other") },
    Change("a folder gone") { try $0.remove("site/output/empty") },
    Change("the manifest gone") { try $0.remove("site/output/.sitegen-manifest") },
    Change("a file replaced by one made before") { folder in
      try renamePath(
        folder.path / "site/output/index.html",
        to: folder.path / "site/output/feed.xml"
      )
    },
    Change("a link in the place of a file") { folder in
      try renamePath(folder.path / "site/output/feed.xml", to: folder.path / "site/feed.xml")
      try folder.link("../feed.xml", at: "site/output/feed.xml")
    },
    Change("a folder renamed") { folder in
      try renamePath(folder.path / "site/output/a/b", to: folder.path / "site/output/a/z")
    },
    Change("a second name for a file") { folder in
      try makeHardLink(to: folder.path / "site/output/feed.xml", at: folder.path / "site/copy.xml")
    },
    Change("a file of somebody else") { try $0.overwrite("site/output/a/notes.txt", with: "MINE") },
    Change("another link of somebody else") { folder in
      try folder.remove("site/output/link")
      try folder.link("/elsewhere", at: "site/output/link")
    },
    Change("another folder in its place") { folder in
      try renamePath(folder.path / "site/output", to: folder.path / "site/moved")
      try folder.write(["index.html": "start", "a/b/c.html": "page", "feed.xml": "news"])
    },
    Change("moved away and back") { folder in
      try renamePath(folder.path / "site/output", to: folder.path / "site/moved")
      try renamePath(folder.path / "site/moved", to: folder.path / "site/output")
    },
    Change("the output gone") { try $0.remove("site/output") },
  ]

  @Test(arguments: changes)
  func everyChangeIsSeen(change: Change) async throws {
    let stamp = try stamp()
    try change.make(folder)
    #expect(try await !isUnchanged(since: stamp))
  }

  /// Where stamps are coarse, what bears the same one may have changed after it was taken.
  @Test func aChangeAtTheSameMomentIsSeen() async throws {
    let latest = try latestChange()
    for (nanosecond, expected) in [(0, false), (1, true)] {
      let stamp = try stamp().at(
        DiskMoment(seconds: latest.seconds, nanoseconds: latest.nanoseconds + nanosecond)
      )
      #expect(try await isUnchanged(since: stamp) == expected)
    }
  }

  @Test func anotherStartOfTheMachineIsNotBelieved() async throws {
    let stamp = try stamp()
    let other = OutputStamp(
      machineStart: stamp.machineStart + "x",
      device: stamp.device,
      inode: stamp.inode,
      moment: stamp.moment,
      folderChanged: stamp.folderChanged
    )
    #expect(try await !isUnchanged(since: other))
  }

  @Test func aClockThatWentBackIsSeenWhileItIsBehind() async throws {
    let stamp = try stamp()
    let later = DiskMoment(seconds: stamp.moment.seconds + 3600, nanoseconds: 0)
    #expect(try await !isUnchanged(since: stamp.at(later)))
  }

  @Test func anOutputThatIsNotThereHasNoStamp() throws {
    let claim = try ClaimedOutput(
      OutputDirectory(path: (folder.path / "site/other").text),
      for: folder.site
    )
    #expect(claim.stamp() == nil)
  }
}

extension OutputStamp {
  /// The same at another moment.
  fileprivate func at(_ moment: DiskMoment) -> OutputStamp {
    OutputStamp(
      machineStart: machineStart,
      device: device,
      inode: inode,
      moment: moment,
      folderChanged: folderChanged
    )
  }
}
