import Diagnostics
import Testing

@testable import FileSystem

struct ReadSourcesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func textsAreReadAndTheRestIsListedInOrder() throws {
    let texts = [
      "Content/a.md", "Content/a/b.YAML", "Content/site.yaml", "Templates/page.mustache",
      "Templates/styles/x.csl", "seeds/000.txt", "seeds/README.md",
    ]
    let assets = [
      "Content/a.d/plain", "Content/photo.jpg", "Templates/assets/site.css", "Templates/x.svg",
    ]
    for path in texts + assets { try folder.put("text of \(path)", at: "site/\(path)") }
    for ignored in ["Content/.hidden.md", "Content/.git/x.md", "Content/a.md~", "other/x.md"] {
      try folder.put([], at: "site/\(ignored)")
    }
    let read = try readSources(folder.site)
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.value
        == SourceTree(
          files: texts.map { SourceFile(path: $0, text: "text of \($0)") },
          assets: assets
        )
    )
    #expect(read.value.files.map(\.path) == texts)
    #expect(read.value.assets == assets)
  }

  @Test(arguments: [
    ("Content", "SRC001", "no folder \"Content\" in \"SITE\""),
    ("seeds", "SRC002", "no folder \"seeds\" in \"SITE\""),
    ("Templates", "SRC003", "no folder \"Templates\" in \"SITE\""),
  ])
  func missingFoldersAreNamed(name: String, code: String, summary: String) throws {
    try folder.remove("site/\(name)")
    let expected = summary.replacing("SITE", with: folder.site.path)
    #expect(try diagnosed() == ["\(code): \(expected)"])
    try folder.put("a file is no folder", at: "site/\(name)")
    #expect(try diagnosed() == ["\(code): \(expected)"])
  }

  @Test func aFolderInAnotherCaseIsSuggested() throws {
    try folder.remove("site/Content")
    try folder.makeFolders("site/content")
    let summary = "no folder \"Content\" in \"\(folder.site.path)\"; did you mean \"content\"?"
    #expect(try diagnosed() == ["SRC001: \(summary)"])
  }

  @Test(arguments: ["site/none", "site/file"])
  func aSiteThatIsNoFolderIsAnError(path: String) throws {
    try folder.put("text", at: "site/file")
    let diagnostic = try thrownDiagnostic {
      _ = try readSources(SiteDirectory(path: "\(folder.path.text)/\(path)"))
    }
    #expect(diagnostic.code == FileSystemDiagnostics.missingSiteFolder)
  }

  @Test(arguments: [
    (Array("ab\ncd".utf8) + [0xE9, 0x20], 5, "invalid byte 0xE9 at offset 5, line 2"),
    (Array("ab".utf8) + [0xE2, 0x82], 2, "invalid byte 0xE2 at offset 2, line 1"),
    ([0xFF, 0xFE, 0x61, 0], 0, "invalid byte 0xFF at offset 0, line 1"),
  ])
  func otherEncodingsAreReportedAtTheirFirstByte(bytes: [UInt8], offset: Int, summary: String)
    throws
  {
    try folder.put(bytes, at: "site/seeds/a.txt")
    try folder.put("text", at: "site/seeds/b.txt")
    let read = try readSources(folder.site)
    let diagnostic = try #require(read.diagnostics.first)
    #expect(diagnostic.code == FileSystemDiagnostics.invalidUTF8)
    #expect(diagnostic.summary == summary + ": the text is not UTF-8")
    #expect(diagnostic.span == SourceSpan(path: "seeds/a.txt", range: offset..<offset + 1))
    #expect(diagnostic.help.contains("UTF-16") == (bytes[0] == 0xFF))
    #expect(read.value.files.map(\.path) == ["seeds/b.txt"])
  }

  @Test func emptyTextsAreReportedAndEmptyAssetsAreNot() throws {
    try folder.put("", at: "site/Content/a.md")
    try folder.put("", at: "site/Content/a.css")
    #expect(try diagnosed() == ["SRC005: \"Content/a.md\" is empty"])
    #expect(try readSources(folder.site).value == SourceTree(files: [], assets: ["Content/a.css"]))
  }

  @Test(arguments: ["Content/pipe.md", "Content/pipe"])
  func pipesAreNeverOpened(path: String) throws {
    try folder.makePipe("site/\(path)")
    #expect(
      try diagnosed() == ["SRC010: \"\(path)\" is a pipe, a socket or a device, not a file"]
    )
  }

  @Test(
    arguments: [
      ([0x61, -1, 0], "SRC011: \"Content/a\u{FFFD}\" is no fit name for a file"),
      ([0x61, 0x0A, 0x62, 0], "SRC011: \"Content/a\u{FFFD}b\" is no fit name for a file"),
      ([0x61, 0x5C, 0], "SRC011: \"Content/a\\\" is no fit name for a file"),
    ] as [([CChar], String)]
  )
  func unfitNamesAreReported(name: [CChar], expected: String) throws {
    try writeFile([1], at: folder.path / "site/Content" / NativePath(cString: name))
    #expect(try diagnosed() == [expected])
  }

  @Test(.enabled(if: !TemporaryFolder.isAdministrator, "an administrator may read everything"))
  func whatMayNotBeReadIsNamedWithTheReason() throws {
    try folder.put("text", at: "site/Content/a.md")
    try folder.put("text", at: "site/seeds/closed/a.txt")
    try setPermissions(0, of: folder.path / "site/Content/a.md")
    try setPermissions(0, of: folder.path / "site/seeds/closed")
    #expect(
      try diagnosed() == [
        "SRC009: cannot read \"\(folder.site.path)/Content/a.md\": Permission denied",
        "SRC009: cannot list \"\(folder.site.path)/seeds/closed\": Permission denied",
      ]
    )
  }

  /// Code and summary of every diagnostic.
  private func diagnosed() throws -> [String] {
    try readSources(folder.site).diagnostics.map { "\($0.code.id): \($0.summary)" }
  }
}
