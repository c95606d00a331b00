import SiteModel
import Testing

@testable import FileSystem

struct WriteOutputTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func newOutputHoldsFilesAndManifest() throws {
    try folder.put("pixels", at: "site/Content/a.png")
    let report = try folder.write(["b/c.html": "<p>", "a.png": "copy:Content/a.png", "e": ""])
    #expect(report == WriteReport(written: 3, unchanged: 0, removed: 0, bytes: 9))
    #expect(
      try folder.tree() == [
        "b": "folder", "b/c.html": "\"<p>\"", "a.png": "\"pixels\"", "e": "\"\"",
        ".sitegen-manifest": "\"sitegen-manifest 1\na.png\nb/c.html\ne\n\"",
      ]
    )
  }

  @Test func nothingIsLeftBesideTheOutput() throws {
    for text in ["one", "two"] { try folder.write(["a": text]) }
    let names = try listDirectory(folder.path / "site").map(\.name.text)
    #expect(names == ["Content", "Templates", "output", "seeds"])
  }

  @Test func unchangedFilesKeepInodeAndTimes() throws {
    try folder.put("pixels", at: "site/Content/a.png")
    var files = ["kept.html": "same", "x/kept.html": "same", "p.png": "copy:Content/a.png"]
    try folder.write(files.merging(["other.html": "old"]) { $1 })
    let before = try folder.tree(isTimed: true)
    files["other.html"] = "new"
    let report = try folder.write(files)
    #expect(report == WriteReport(written: 1, unchanged: 3, removed: 0, bytes: 3))
    let after = try folder.tree(isTimed: true)
    for path in ["kept.html", "x/kept.html", "p.png"] { #expect(after[path] == before[path]) }
    #expect(after["other.html"] != before["other.html"])
    #expect(try folder.read("site/output/other.html") == "new")
  }

  @Test func sameSiteTouchesNothing() throws {
    try folder.write(["a": "1", "b/c": "2"])
    try folder.put("mine", at: "site/output/notes.txt")
    let before = try folder.tree("site", isTimed: true)
    let report = try folder.write(["a": "1", "b/c": "2"])
    #expect(report == WriteReport(written: 0, unchanged: 2, removed: 0, bytes: 0))
    #expect(try folder.tree("site", isTimed: true) == before)
  }

  @Test func filesNoLongerMadeVanishWithTheirFolders() throws {
    try folder.write(["a": "1", "b/c/d": "2", "b/e": "3"])
    let report = try folder.write(["a": "1", "b/e": "3"])
    #expect(report == WriteReport(written: 0, unchanged: 2, removed: 1, bytes: 0))
    #expect(try folder.tree().keys.sorted() == [".sitegen-manifest", "a", "b", "b/e"])
  }

  @Test func aFileTheUserRemovedIsMadeAgain() throws {
    try folder.write(["a": "1", "b": "2"])
    try folder.remove("site/output/a")
    #expect(try folder.write(["a": "1", "b": "2"]).written == 1)
    #expect(try folder.read("site/output/a") == "1")
  }

  @Test func aFileOfTheSiteEditedInTheOutputIsWrittenAnew() throws {
    try folder.write(["a": "1"])
    try folder.put("2", at: "site/output/a")
    #expect(try folder.write(["a": "1"]).written == 1)
    #expect(try folder.read("site/output/a") == "1")
  }

  @Test(arguments: [["a": "1"], ["a/b/c": "1"]])
  func aFileMayBecomeAFolderAndBack(first: [String: String]) throws {
    try folder.write(first)
    let second = first["a"] == nil ? ["a/b": "2"] : ["a/b/c": "2", "a/d": "2"]
    try folder.write(second)
    try folder.write(first)
    #expect(
      try folder.read("site/output/.sitegen-manifest")
        == "sitegen-manifest 1\n\(first.keys.joined())\n"
    )
    #expect(try folder.tree().values.filter { $0 == "\"1\"" }.count == 1)
  }

  @Test func newFilesAreReadableByAllAndFoldersKeepTheirPermissions() throws {
    try folder.write(["a/b": "1"])
    let mask = try #require(try folder.status("site")).permissions ^ 0o755
    #expect(try folder.status("site/output/a/b")?.permissions == 0o644 & ~mask)
    #expect(try folder.status("site/output/a")?.permissions == 0o755 & ~mask)
    try setPermissions(0o2775, of: folder.path / "site/output")
    try folder.write(["a/b": "2"])
    #expect(try folder.status("site/output")?.permissions == 0o2775)
  }

  @Test func anOutputBehindALinkIsSwappedAtItsTarget() throws {
    try folder.makeFolders("elsewhere")
    try folder.link("../elsewhere/public", at: "site/output")
    try folder.write(["a": "1"])  // The target is made.
    try folder.write(["a": "2"])
    #expect(try folder.status("site/output")?.kind == .symbolicLink)
    #expect(try folder.read("elsewhere/public/a") == "2")
    #expect(
      try folder.tree("elsewhere").keys.sorted() == [
        "public", "public/.sitegen-manifest", "public/a",
      ]
    )
  }

  @Test(arguments: ["output/", "./output/.", "seeds/../output//"])
  func pathsMayBeWrittenInManyWays(path: String) throws {
    try folder.write(["a": "1"])
    try folder.write(["a": "2"], to: "site/" + path)
    #expect(try folder.read("site/output/a") == "2")
  }

  @Test func anEmptySiteLeavesTheManifestOnly() throws {
    try folder.write(["a": "1"])
    #expect(try folder.write([:]).removed == 1)
    #expect(try folder.tree() == [".sitegen-manifest": "\"sitegen-manifest 1\n\""])
  }
}
