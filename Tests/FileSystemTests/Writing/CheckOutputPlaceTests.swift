import Diagnostics
import Testing

@testable import FileSystem

struct CheckOutputPlaceTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test(arguments: [
    ("site", "\"SITE\" is the root of the site itself"),
    ("site/seeds/..", "\"SITE\" is the root of the site itself"),
    ("self", "\"SITE\" is the root of the site itself"),
    (".", "\"ROOT\" holds \"SITE\", of which the site is made"),
    ("/", "\"/\" holds \"SITE\", of which the site is made"),
    ("site/Content", "\"SITE/Content\" holds \"SITE/Content\", of which the site is made"),
    (
      "site/Content/output",
      "\"SITE/Content/output\" stands inside \"SITE/Content\", of which the site is made"
    ),
    (
      "site/Templates/a",
      "\"SITE/Templates/a\" stands inside \"SITE/Templates\", of which the site is made"
    ),
    ("self/seeds/a", "\"SITE/seeds/a\" stands inside \"SITE/seeds\", of which the site is made"),
  ])
  func theSourcesAreNoOutput(path: String, summary: String) throws {
    try folder.link("site", at: "self")
    try folder.put("text", at: "site/Templates/a/b")
    let before = try folder.tree(".", isTimed: true)
    let output = OutputDirectory(path: path == "/" ? "/" : "\(folder.path.text)/\(path)")
    let diagnostic = try thrownDiagnostic {
      _ = try writeOutput([], to: output, copyingFrom: folder.site)
    }
    #expect(diagnostic.code == FileSystemDiagnostics.outputHoldsSources)
    let expected = summary.replacing("SITE", with: folder.site.path)
    #expect(diagnostic.summary == expected.replacing("ROOT", with: folder.path.text))
    #expect(try folder.tree(".", isTimed: true) == before)
  }

  @Test func sourcesBehindALinkAreSourcesToo() throws {
    try folder.remove("site/seeds")
    try folder.put("text", at: "site/public/texts/a.txt")
    try folder.link("public/texts", at: "site/seeds")
    let diagnostic = try thrownDiagnostic { try folder.write([:], to: "site/public") }
    #expect(diagnostic.code == FileSystemDiagnostics.outputHoldsSources)
  }

  @Test(arguments: ["site/output", "site/Contents", "elsewhere"])
  func anyOtherFolderWillDo(path: String) throws {
    #expect(try folder.write(["a": "1"], to: path).written == 1)
  }
}
