import Diagnostics
import Testing

@testable import FileSystem

/// What a killed build left behind.
struct InterruptedBuildTests {
  let folder: TemporaryFolder
  let place: OutputPlace

  init() throws {
    folder = try TemporaryFolder()
    place = try OutputPlace(of: folder.output)
    try folder.write(["a": "1"])
    try folder.put("mine", at: "site/output/notes")
  }

  @Test func halfAnOutputIsClearedAway() throws {
    try folder.put("half", at: "site/.output.staging/a")
    try folder.put("half", at: "site/.output.staging/sealed/b")
    try setPermissions(0o500, of: folder.path / "site/.output.staging/sealed")
    try folder.write(["a": "2"])
    #expect(try folder.status("site/.output.staging") == nil)
    #expect(try folder.tree().keys.sorted() == [".sitegen-manifest", "a", "notes"])
  }

  @Test func halfAnOutputIsClearedAwayEvenWhenNothingChanged() throws {
    try folder.put("half", at: "site/.output.staging/a")
    #expect(try folder.write(["a": "1"]).unchanged == 1)
    #expect(try folder.status("site/.output.staging") == nil)
  }

  @Test func clearingFollowsNoLink() throws {
    try folder.put("precious", at: "elsewhere/file")
    try folder.makeFolders("site/.output.staging")
    try folder.link("../../elsewhere", at: "site/.output.staging/link")
    try folder.write(["a": "2"])
    #expect(try folder.read("elsewhere/file") == "precious")
  }

  @Test func twoStepsSwapAsWellAsOne() throws {
    try folder.put("new", at: "site/.output.staging/a")
    try renameInTurn(place)
    #expect(try folder.tree() == ["a": "\"new\""])
    #expect(try folder.tree("site/.output.previous")["notes"] == "\"mine\"")
  }

  @Test func twoStepsGoBackWhenTheSecondFails() throws {
    let before = try folder.tree(isTimed: true)
    #expect(throws: SystemFailure.self) { try renameInTurn(place) }  // Nothing is staged.
    #expect(try folder.tree(isTimed: true) == before)
  }

  @Test(arguments: [false, true])
  func anOutputLostBetweenTwoStepsIsPutBack(someoneMadeAnEmptyOne: Bool) throws {
    try renamePath(place.target, to: place.previous)
    if someoneMadeAnEmptyOne { try folder.makeFolders("site/output") }
    let report = try folder.write(["a": "1"])
    #expect(report.unchanged == 1)
    #expect(try folder.read("site/output/notes") == "mine")
    #expect(try folder.status("site/.output.previous") == nil)
  }

  @Test func anOldOutputBesideAWholeNewOneIsRemoved() throws {
    try folder.put("old", at: "site/.output.previous/a")
    try folder.write(["a": "1"])
    #expect(try folder.status("site/.output.previous") == nil)
    #expect(try folder.read("site/output/a") == "1")
  }

  @Test func nothingIsLostWhereSomeoneFilledTheGap() throws {
    try renamePath(place.target, to: place.previous)
    try folder.put("other", at: "site/output/other")
    let diagnostic = try thrownDiagnostic { try folder.write(["a": "1"]) }
    #expect(diagnostic.code == FileSystemDiagnostics.outputNotSwapped)
    #expect(try folder.read("site/output/other") == "other")
    #expect(try folder.read("site/.output.previous/notes") == "mine")
  }

  @Test func aCopyStandsInForALinkWithTimesAndPermissions() throws {
    try setPermissions(0o640, of: folder.path / "site/output/notes")
    let refusal = SystemFailure("link", place.target, number: 0)
    try copyLike(place.target / "notes", at: folder.path / "copy", after: refusal)
    let original = try #require(try folder.status("site/output/notes"))
    let copy = try #require(try folder.status("copy"))
    #expect(try folder.read("copy") == "mine")
    #expect(copy.modified == original.modified)
    #expect(copy.permissions == 0o640)
    #expect(copy.identity != original.identity)
  }

  @Test func aLinkIsMadeAnewWhereItCannotBeLinked() throws {
    try folder.link("/nowhere", at: "link")
    let refusal = SystemFailure("link", place.target, number: 0)
    try copyLike(folder.path / "link", at: folder.path / "copy", after: refusal)
    #expect(try readSymbolicLink(folder.path / "copy").text == "/nowhere")
    #expect(try folder.status("copy")?.modified == folder.status("link")?.modified)
  }
}
