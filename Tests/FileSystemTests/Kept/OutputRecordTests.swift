import Testing

@testable import FileSystem

struct OutputRecordTests {
  let folder: TemporaryFolder

  init() throws {
    folder = try TemporaryFolder()
    try folder.write(["a": "1"])
  }

  private func claim() throws -> ClaimedOutput {
    try ClaimedOutput(folder.output, for: folder.site)
  }

  @Test func whatIsLeftIsRead() throws {
    let claim = try claim()
    #expect(claim.readRecord() == nil)
    for bytes in [[1, 2, 3], []] as [[UInt8]] {
      claim.writeRecord(bytes)
      #expect(claim.readRecord() == bytes)
    }
  }

  @Test func itStandsBesideTheOutput() throws {
    try claim().writeRecord([1])
    let names = try listDirectory(folder.path / "site").map(\.name.text)
    #expect(names == [".output.built", "Content", "Templates", "output", "seeds"])
    #expect(try folder.tree().keys.sorted() == [".sitegen-manifest", "a"])
  }

  @Test func aHalfOneOfAKilledBuildIsClearedAway() throws {
    try folder.put("half", at: "site/.output.built-new")
    let claim = try claim()
    #expect(try folder.status("site/.output.built-new") == nil)
    #expect(claim.readRecord() == nil)
    claim.writeRecord([1])
    #expect(claim.readRecord() == [1])
    #expect(try folder.status("site/.output.built-new") == nil)
  }

  @Test func nobodyElseMayReadIt() throws {
    try claim().writeRecord([1])
    #expect(try folder.status("site/.output.built")?.permissions == 0o600)
  }

  @Test func whatCannotBeWrittenIsNoError() throws {
    try folder.put("mine", at: "site/.output.built/file")
    let claim = try claim()
    claim.writeRecord([1])
    #expect(claim.readRecord() == nil)
    #expect(try folder.read("site/.output.built/file") == "mine")
    #expect(try folder.status("site/.output.built-new") == nil)
  }
}
