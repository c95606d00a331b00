import SiteModel
import Synchronization
import Testing

@testable import FileSystem

/// What a build says of its output when it has published it, and what the next one makes of that.
struct StampedOutputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Publishes files, and stamps them after somebody did something; counts the folders looked at.
  private func publish(
    _ files: [String: String],
    then touch: (TemporaryFolder) throws -> Void = { _ in }
  ) async throws -> (stamp: OutputStamp?, looks: Int) {
    let staged = try StagedOutput(in: ClaimedOutput(folder.output, for: folder.site))
    for file in try outputFiles(files) { staged.add(file) }
    _ = try staged.publish()
    try touch(folder)
    let looks = Mutex(0)
    let stamp = await staged.stamp { folders, look in
      looks.withLock { $0 += folders.count }
      return folders.map(look)
    }
    return (stamp, looks.withLock { $0 })
  }

  private func isUnchanged(since stamp: OutputStamp) async throws -> Bool {
    let claim = try ClaimedOutput(folder.output, for: folder.site)
    return await claim.isUnchanged(since: stamp) { folders, look in folders.map(look) }
  }

  private static let files = ["index.html": "start", "a/b/c.html": "page"]

  @Test func aNewOutputIsStampedWithoutALook() async throws {
    let published = try await publish(Self.files)
    #expect(published.looks == 0)
    #expect(published.stamp != nil)
  }

  static let touches: [@Sendable (TemporaryFolder) throws -> Void] = [
    { try $0.overwrite("site/output/a/b/c.html", with: "PAGE") },
    { try $0.put("new", at: "site/output/a/d.html") },
    { try $0.put("new", at: "site/output/d.html") },
    { try $0.remove("site/output/index.html") },
    { try $0.remove("site/output/a") },
  ]

  /// Between the last file and the stamp.
  @Test(arguments: touches.indices, [true, false])
  func whatSomebodyDoesBeforeTheStampIsSeen(touch: Int, isNew: Bool) async throws {
    if !isNew { try folder.write(["index.html": "old", "a/b/c.html": "page"]) }
    let stamp = try await publish(Self.files, then: Self.touches[touch]).stamp
    if let stamp { #expect(try await !isUnchanged(since: stamp)) }
  }

  /// Where the disk tells moments of one tick apart, the stamp is believed at once.
  @Test func anOutputStaysAsItWasStamped() async throws {
    for text in ["start", "other"] {
      let stamp = try #require(try await publish(["index.html": text, "a/b/c.html": "page"]).stamp)
      let latest = try folder.tree().keys.map {
        try #require(try folder.status("site/output/\($0)")).changed
      }.max()
      let isTold = try #require(latest) < stamp.moment
      #expect(try await isUnchanged(since: stamp) == isTold)
    }
  }
}
