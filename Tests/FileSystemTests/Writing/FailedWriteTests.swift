import Diagnostics
import SiteModel
import Testing

@testable import FileSystem

/// A build that cannot be done leaves the old site as it was.
struct FailedWriteTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  struct Failure: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var prepare: @Sendable (TemporaryFolder) throws -> Void = { _ in }
    let files: [String: String]
    let code: DiagnosticCode
    let summary: String
  }

  static let failures = [
    Failure(
      testDescription: "missing asset",
      files: ["a": "2", "z": "copy:Content/none.png"],
      code: FileSystemDiagnostics.unreadableAsset,
      summary: "cannot find \"SITE/Content/none.png\": No such file or directory"
    ),
    Failure(
      testDescription: "asset is a folder",
      files: ["a": "2", "z": "copy:Content"],
      code: FileSystemDiagnostics.unreadableAsset,
      summary: "\"Content\" is not a regular file"
    ),
    Failure(
      testDescription: "asset is a pipe",
      prepare: { try $0.makePipe("site/Content/pipe") },
      files: ["a": "2", "z": "copy:Content/pipe"],
      code: FileSystemDiagnostics.unreadableAsset,
      summary: "\"Content/pipe\" is not a regular file"
    ),
    Failure(
      testDescription: "asset behind a link out of the site",
      prepare: {
        try $0.put("secret", at: "secret")
        try $0.link("../../secret", at: "site/Content/link")
      },
      files: ["a": "2", "z": "copy:Content/link"],
      code: FileSystemDiagnostics.assetLeavesSite,
      summary: "\"Content/link\" leads to \"ROOT/secret\", outside the site"
    ),
    Failure(
      testDescription: "asset above the site",
      prepare: { try $0.put("secret", at: "secret") },
      files: ["a": "2", "z": "copy:../secret"],
      code: FileSystemDiagnostics.assetLeavesSite,
      summary: "\"../secret\" leads to \"ROOT/secret\", outside the site"
    ),
    Failure(
      testDescription: "asset gone that the old output holds",
      prepare: {
        try $0.put("b", at: "site/Content/b")
        try $0.write(["a": "1", "b": "copy:Content/b"])
        try $0.remove("site/Content/b")
      },
      files: ["a": "1", "b": "copy:Content/b"],
      code: FileSystemDiagnostics.unreadableAsset,
      summary: "cannot find \"SITE/Content/b\": No such file or directory"
    ),
    Failure(
      testDescription: "path too long for the system",
      files: ["a": "2", longPath: "1"],
      code: FileSystemDiagnostics.outputNotWritten,
      summary: ""
    ),
  ]

  private static let longPath = Array(repeating: String(repeating: "x", count: 250), count: 20)
    .joined(separator: "/")

  @Test(arguments: failures)
  func theOldSiteStays(failure: Failure) throws {
    try folder.write(["a": "1"])
    try folder.put("mine", at: "site/output/notes")
    try failure.prepare(folder)
    let before = try folder.tree("site", isTimed: true)
    let diagnostic = try thrownDiagnostic { try folder.write(failure.files) }
    #expect(diagnostic.code == failure.code)
    if !failure.summary.isEmpty {
      let summary = failure.summary.replacing("SITE", with: folder.site.path)
      #expect(diagnostic.summary == summary.replacing("ROOT", with: folder.path.text))
    }
    #expect(try folder.tree("site", isTimed: true) == before)
  }

  @Test func aFileInPlaceOfTheFolderAboveIsNamed() throws {
    try folder.put("", at: "file")
    let diagnostic = try thrownDiagnostic { try folder.write([:], to: "file/output") }
    #expect(diagnostic.code == FileSystemDiagnostics.outputUnreachable)
    #expect(
      diagnostic.summary == "cannot find \"\(folder.path.text)/file/output\": Not a directory"
    )
  }

  @Test func aMissingFolderAboveIsNamed() throws {
    let diagnostic = try thrownDiagnostic { try folder.write([:], to: "none/output") }
    #expect(diagnostic.code == FileSystemDiagnostics.outputUnreachable)
    #expect(
      diagnostic.summary == "cannot find \"\(folder.path.text)/none\": No such file or directory"
    )
  }

  @Test func aFolderAboveThatCannotBeWrittenIsNamed() throws {
    let output = OutputDirectory(path: "/proc/sitegen")  // Closed even to an administrator.
    let diagnostic = try thrownDiagnostic {
      _ = try writeOutput([], to: output, copyingFrom: folder.site)
    }
    #expect(diagnostic.code == FileSystemDiagnostics.outputUnreachable)
    #expect(diagnostic.summary.hasPrefix("cannot lock \"/proc/.sitegen.lock\": "))
  }

  @Test(.enabled(if: !TemporaryFolder.isAdministrator, "an administrator may write everywhere"))
  func aFolderAboveWithoutWriteRightIsNamed() throws {
    try folder.write(["a": "1"])
    try setPermissions(0o500, of: folder.path / "site")
    defer { try? setPermissions(0o700, of: folder.path / "site") }  // For the removal.
    let diagnostic = try thrownDiagnostic { try folder.write(["a": "2"]) }
    #expect(diagnostic.code == FileSystemDiagnostics.outputUnreachable)
    #expect(diagnostic.summary.hasSuffix("site/.output.lock\": Permission denied"))
    #expect(!diagnostic.help.isEmpty)
    #expect(try folder.read("site/output/a") == "1")
  }

  @Test func aFileInPlaceOfTheOutputStays() throws {
    try folder.put("mine", at: "site/output")
    let diagnostic = try thrownDiagnostic { try folder.write(["a": "1"]) }
    #expect(diagnostic.code == FileSystemDiagnostics.outputNotAFolder)
    #expect(try folder.read("site/output") == "mine")
  }

  @Test func aMissingSiteIsNamed() throws {
    let diagnostic = try thrownDiagnostic {
      _ = try writeOutput(
        [],
        to: folder.output,
        copyingFrom: SiteDirectory(path: "\(folder.path.text)/none")
      )
    }
    #expect(diagnostic.code == FileSystemDiagnostics.missingSiteFolder)
  }

  @Test func theSecondOfTwoBuildsAtOnceIsRefused() throws {
    try folder.write(["a": "1"])
    let lock = try FileLock(at: folder.path / "site/.output.lock")
    let diagnostic = try thrownDiagnostic { try folder.write(["a": "2"]) }
    withExtendedLifetime(lock) {}
    #expect(diagnostic.code == FileSystemDiagnostics.outputLocked)
    #expect(diagnostic.summary == "another build is writing to \"\(folder.output.path)\"")
    #expect(try folder.read("site/output/a") == "1")
  }

  @Test func theLockOfAKilledBuildHoldsNobody() throws {
    try folder.put("", at: "site/.output.lock")
    try folder.write(["a": "1"])
    #expect(try folder.status("site/.output.lock") == nil)
  }
}
