import Diagnostics
import Testing

@testable import FileSystem

/// Symbolic links among the sources.
struct SourceLinkTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func linksInsideTheSiteAreFollowed() throws {
    try folder.put("text", at: "site/shared/a.md")
    try folder.link("../shared", at: "site/Content/folder")
    try folder.link("../shared/a.md", at: "site/Content/other.md")
    try folder.link("a.md", at: "site/shared/b.md")
    let read = try readSources(folder.site)
    #expect(read.diagnostics.isEmpty)
    #expect(
      read.value.files.map(\.path) == [
        "Content/folder/a.md", "Content/folder/b.md", "Content/other.md",
      ]
    )
    #expect(read.value.files.allSatisfy { $0.bytes == Array("text".utf8) })
  }

  @Test func theSiteItselfMayStandBehindALink() throws {
    try folder.put("text", at: "site/Content/a.md")
    try folder.link("site", at: "alias")
    try folder.link("../Content/a.md", at: "site/seeds/a.txt")
    let read = try readSources(SiteDirectory(path: "\(folder.path.text)/alias/"))
    #expect(read.diagnostics.isEmpty)
    #expect(read.value.files.map(\.path) == ["Content/a.md", "seeds/a.txt"])
  }

  struct BadLink: CustomTestStringConvertible, Sendable {
    let target: String
    let expected: String
    var testDescription: String { target }
  }

  static let badLinks = [
    BadLink(
      target: "../../secret",
      expected: "SRC006: \"Content/link\" is a link to \"../../secret\", outside the site"
    ),
    BadLink(
      target: "/dev/zero",
      expected: "SRC006: \"Content/link\" is a link to \"/dev/zero\", outside the site"
    ),
    BadLink(
      target: "../../site-too",
      expected: "SRC006: \"Content/link\" is a link to \"../../site-too\", outside the site"
    ),
    BadLink(
      target: "none",
      expected: "SRC008: \"Content/link\" is a link to \"none\", which does not exist"
    ),
    BadLink(
      target: "link",
      expected: "SRC007: \"Content/link\" is a link to \"link\", which leads in a circle"
    ),
    BadLink(
      target: ".",
      expected: "SRC007: \"Content/link\" leads back to a folder it stands in"
    ),
    BadLink(
      target: "..",
      expected: "SRC007: \"Content/link/Content\" leads back to a folder it stands in"
    ),
  ]

  @Test(arguments: badLinks)
  func badLinksAreReportedAndNotFollowed(link: BadLink) throws {
    try folder.put("secret", at: "secret/a.md")
    try folder.put("secret", at: "site-too/a.md")
    try folder.link(link.target, at: "site/Content/link")
    let read = try readSources(folder.site)
    #expect(read.diagnostics.map { "\($0.code.id): \($0.summary)" } == [link.expected])
    #expect(read.value.files.isEmpty)
    #expect(read.diagnostics.first?.span?.path.hasPrefix("Content/link") == true)
  }

  @Test func linksThroughLinksComeToAnEnd() throws {
    for depth in 0..<12 {
      try folder.makeFolders("site/chain/\(depth)")
      for name in ["a", "b"] {
        try folder.link("../\(depth + 1)", at: "site/chain/\(depth)/\(name)")
      }
    }
    try folder.makeFolders("site/chain/12")
    try folder.link("../chain/0", at: "site/Content/start")
    let diagnostics = try readSources(folder.site).diagnostics
    #expect(diagnostics.count == 256)
    #expect(diagnostics.allSatisfy { $0.code == FileSystemDiagnostics.linkLoop })
  }

  @Test func aSourceFolderMayBeALink() throws {
    try folder.remove("site/seeds")
    try folder.put("text", at: "site/texts/a.txt")
    try folder.link("texts", at: "site/seeds")
    #expect(try readSources(folder.site).value.files.map(\.path) == ["seeds/a.txt"])
  }

  @Test func aLinkToAFileIsNoSourceFolder() throws {
    try folder.remove("site/seeds")
    try folder.put("text", at: "site/file")
    try folder.link("file", at: "site/seeds")
    let read = try readSources(folder.site)
    #expect(read.diagnostics.map(\.code) == [FileSystemDiagnostics.missingSeedsFolder])
    #expect(read.value.assets.isEmpty)
  }
}
