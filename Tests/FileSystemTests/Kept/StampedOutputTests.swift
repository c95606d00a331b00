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

  /// Where moments of one tick look alike, an output may have no stamp: so it is made again.
  @Test func aNewOutputIsStampedWithoutALook() async throws {
    var stamps = 0
    for _ in 0..<200 where stamps == 0 {
      try folder.remove("site/output")
      let published = try await publish(Self.files)
      #expect(published.looks == 0)
      if published.stamp != nil { stamps += 1 }
    }
    #expect(stamps == 1)
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

  /// A stamp is believed where all that is there is older, as the disk tells the time.
  @Test(arguments: [true, false])
  func anOutputStaysAsItWasStamped(isNew: Bool) async throws {
    var believed = 0
    for round in 0..<200 where believed < 2 {
      if isNew { try folder.remove("site/output") }
      let files = ["index.html": "\(round)", "a/b/c.html": "page"]
      guard let stamp = try await publish(files).stamp else { continue }
      let changes = try folder.tree().keys.map {
        try #require(try folder.status("site/output/\($0)")).changed
      }
      let isOlder = changes.allSatisfy { $0 < stamp.moment }
      #expect(try await isUnchanged(since: stamp) == isOlder)
      if isOlder { believed += 1 }
    }
    #expect(believed == 2)
  }
}
