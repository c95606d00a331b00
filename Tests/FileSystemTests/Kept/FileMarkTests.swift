import Testing

@testable import FileSystem

struct FileMarkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  /// Marks by a claim of a later tick of the clock than the assets.
  private func marks(of assets: [String]) throws -> [FileMark] {
    while true {
      if let marks = try ClaimedOutput(folder.output, for: folder.site).marks(of: assets) {
        return marks
      }
    }
  }

  @Test func marksFollowLinksAndStandInOrder() throws {
    try folder.put("pixels", at: "site/Content/a.png")
    try folder.link("a.png", at: "site/Content/b.png")
    try folder.put("sounds", at: "site/Content/c.ogg")
    let marks = try marks(of: ["Content/a.png", "Content/b.png", "Content/c.ogg"])
    #expect(marks[0] == marks[1])
    #expect(marks[0] != marks[2])
    #expect(try self.marks(of: ["Content/c.ogg"]) == [marks[2]])
  }

  @Test func otherBytesOfTheSameSizeAndTimeHaveAnotherMark() throws {
    try folder.put("pixels", at: "site/Content/a.png")
    let before = try marks(of: ["Content/a.png"])
    let place = folder.path / "site/Content/a.png"
    let status = try #require(try readStatus(at: place))
    try folder.overwrite("site/Content/a.png", with: "PIXELS")
    try copyTimes(of: status, to: place)
    #expect(try marks(of: ["Content/a.png"]) != before)
  }

  @Test func anAssetThatChangedSinceTheClaimHasNone() throws {
    let claim = try ClaimedOutput(folder.output, for: folder.site)
    try folder.put("pixels", at: "site/Content/a.png")
    #expect(claim.marks(of: ["Content/a.png"]) == nil)
  }

  @Test func anAssetThatIsGoneHasNone() throws {
    let claim = try ClaimedOutput(folder.output, for: folder.site)
    #expect(claim.marks(of: ["Content/none.png"]) == nil)
    #expect(claim.marks(of: []) == [])
  }
}
