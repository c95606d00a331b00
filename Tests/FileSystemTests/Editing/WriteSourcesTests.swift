import Diagnostics
import SiteModel
import Testing

@testable import FileSystem

/// Sources are edited all together, or not at all.
struct WriteSourcesTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  private func edit(_ path: String, from old: String?, to new: String) -> SourceEdit {
    SourceEdit(path: path, old: old.map { Array($0.utf8) }, new: Array(new.utf8))
  }

  private func text(_ path: String) throws -> String? {
    let place = folder.path / "site" / path
    guard try readStatus(at: place) != nil else { return nil }
    return String(decoding: try OpenFile(reading: place).readAll(), as: UTF8.self)
  }

  private func names(in path: String) throws -> [String] {
    try listDirectory(folder.path / "site" / path).map(\.name.text).sorted()
  }

  @Test func filesAndFoldersAreMadeAndReplaced() throws {
    try folder.put("old", at: "site/seeds/seeds.yaml")
    try writeSources(
      [
        edit("Content/sessions/a/1.md", from: nil, to: "one"),
        edit("seeds/.imported/sessions/a/1.md", from: nil, to: "copy"),
        edit("seeds/seeds.yaml", from: "old", to: "new"),
      ],
      to: folder.site
    )
    #expect(try text("Content/sessions/a/1.md") == "one")
    #expect(try text("seeds/seeds.yaml") == "new")
    #expect(try names(in: "Content/sessions/a") == ["1.md"])
    #expect(try names(in: "seeds") == [".imported", "seeds.yaml"])
    #expect(try names(in: "") == ["Content", "Templates", "seeds"])
    let read = try readImported(folder.site)
    #expect(read.value.files.map(\.path) == ["seeds/.imported/sessions/a/1.md"])
    #expect(
      try readSources(folder.site).value.files.map(\.path).contains { $0.contains(".imp") } == false
    )
  }

  @Test func permissionsStay() throws {
    try folder.put("old", at: "site/Content/a.md")
    try setPermissions(0o640, of: folder.path / "site/Content/a.md")
    try writeSources([edit("Content/a.md", from: "old", to: "new")], to: folder.site)
    #expect(try readStatus(at: folder.path / "site/Content/a.md")?.permissions == 0o640)
  }

  struct Failure: CustomTestStringConvertible, Sendable {
    let testDescription: String
    var prepare: @Sendable (TemporaryFolder) throws -> Void = { _ in }
    let edit: SourceEdit
    let code: DiagnosticCode
  }

  @Test(arguments: [
    Failure(
      testDescription: "a file that somebody saved meanwhile",
      edit: SourceEdit(path: "seeds/seeds.yaml", old: [0x61], new: [0x62]),
      code: FileSystemDiagnostics.changedMeanwhile
    ),
    Failure(
      testDescription: "a file that somebody made meanwhile",
      prepare: { try $0.put("mine", at: "site/Content/z.md") },
      edit: SourceEdit(path: "Content/z.md", old: nil, new: [0x62]),
      code: FileSystemDiagnostics.changedMeanwhile
    ),
    Failure(
      testDescription: "a folder in the place of the file",
      prepare: { try $0.makeFolders("site/Content/z.md") },
      edit: SourceEdit(path: "Content/z.md", old: [0x61], new: [0x62]),
      code: FileSystemDiagnostics.changedMeanwhile
    ),
    Failure(
      testDescription: "a file in the place of a folder",
      prepare: { try $0.put("x", at: "site/Content/z") },
      edit: SourceEdit(path: "Content/z/a.md", old: nil, new: [0x62]),
      code: FileSystemDiagnostics.sourceNotWritten
    ),
    Failure(
      testDescription: "a path above the site",
      edit: SourceEdit(path: "../a.md", old: nil, new: [0x62]),
      code: FileSystemDiagnostics.sourceNotWritten
    ),
    Failure(
      testDescription: "a folder that is a link out of the site",
      prepare: {
        try $0.makeFolders("elsewhere")
        try $0.link("../../elsewhere", at: "site/Content/z")
      },
      edit: SourceEdit(path: "Content/z/a.md", old: nil, new: [0x62]),
      code: FileSystemDiagnostics.sourceNotWritten
    ),
  ])
  func aFailureLeavesEverythingAsItWas(failure: Failure) throws {
    try folder.put("list", at: "site/seeds/seeds.yaml")
    try folder.put("page", at: "site/Content/a.md")
    try failure.prepare(folder)
    let before = try names(in: "Content")
    let error = #expect(throws: FileSystemError.self) {
      try writeSources(
        [
          edit("Content/a.md", from: "page", to: "changed"),
          edit("Content/new/b.md", from: nil, to: "new"),
          failure.edit,
        ],
        to: folder.site
      )
    }
    #expect(error?.diagnostic.code == failure.code)
    #expect(try text("Content/a.md") == "page")
    #expect(try text("seeds/seeds.yaml") == "list")
    #expect(try names(in: "Content") == before)
    #expect(try names(in: "") == ["Content", "Templates", "seeds"])
  }
}
