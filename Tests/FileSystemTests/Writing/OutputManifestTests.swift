import Diagnostics
import SiteModel
import Testing

@testable import FileSystem

struct OutputManifestTests {
  let folder: TemporaryFolder

  init() throws { folder = try TemporaryFolder() }

  @Test func manifestsAreReadAsTheyAreWritten() throws {
    let manifest = OutputManifest(
      sorted: try ["a", "b/c", "é"].map { try #require(OutputPath($0)) }
    )
    #expect(try OutputManifest(parsing: manifest.bytes, from: "m") == manifest)
  }

  struct Damage: CustomTestStringConvertible, Sendable {
    let text: String
    let summary: String
    var testDescription: String { text.debugDescription }
  }

  static let damages = [
    Damage(text: "", summary: "line 1 of \"FILE\" is not \"sitegen-manifest 1\""),
    Damage(text: "sitegen-manifest 1", summary: "\"FILE\" breaks off in line 1"),
    Damage(
      text: "sitegen-manifest 2\na\n",
      summary: "line 1 of \"FILE\" is not \"sitegen-manifest 1\""
    ),
    Damage(text: "sitegen-manifest 1\na\nb", summary: "\"FILE\" breaks off in line 3"),
    Damage(
      text: "sitegen-manifest 1\n../a\n",
      summary: "line 2 of \"FILE\" cannot be trusted: \"../a\""
    ),
    Damage(
      text: "sitegen-manifest 1\na\n/etc/passwd\n",
      summary: "line 3 of \"FILE\" cannot be trusted: \"/etc/passwd\""
    ),
    Damage(
      text: "sitegen-manifest 1\nb\na\n",
      summary: "line 3 of \"FILE\" cannot be trusted: \"a\""
    ),
    Damage(
      text: "sitegen-manifest 1\na\na\n",
      summary: "line 3 of \"FILE\" cannot be trusted: \"a\""
    ),
    Damage(
      text: "sitegen-manifest 1\n\n",
      summary: "line 2 of \"FILE\" cannot be trusted: \"\""
    ),
    Damage(
      text: "sitegen-manifest 1\na\u{1B}[2J\n",
      summary: "line 2 of \"FILE\" cannot be trusted: \"a\u{FFFD}[2J\""
    ),
    Damage(
      text: "sitegen-manifest 1\n.sitegen-manifest\n",
      summary: "line 2 of \"FILE\" cannot be trusted: \".sitegen-manifest\""
    ),
  ]

  @Test(arguments: damages)
  func damagedManifestsAreReportedAndNothingIsTouched(damage: Damage) throws {
    try folder.write(["a": "1"])
    try folder.put(damage.text, at: "site/output/.sitegen-manifest")
    let before = try folder.tree("site", isTimed: true)
    let diagnostic = try thrownDiagnostic { try folder.write(["b": "1"]) }
    #expect(diagnostic.code == FileSystemDiagnostics.damagedManifest)
    let file = folder.output.path + "/.sitegen-manifest"
    #expect(diagnostic.summary == damage.summary.replacing("FILE", with: file))
    #expect(try folder.tree("site", isTimed: true) == before)
  }

  @Test func aManifestThatIsNoFileIsReported() throws {
    try folder.put("1", at: "site/elsewhere")
    try folder.makeFolders("site/output")
    try folder.link("../elsewhere", at: "site/output/.sitegen-manifest")
    let diagnostic = try thrownDiagnostic { try folder.write(["b": "1"]) }
    #expect(diagnostic.code == FileSystemDiagnostics.damagedManifest)
  }
}
