import Diagnostics
import SiteModel
import Testing

@testable import FileSystem

struct CheckOutputPathsTests {
  struct Clash: CustomTestStringConvertible, Sendable {
    let paths: [String]
    let code: DiagnosticCode
    let summary: String
    var testDescription: String { paths.joined(separator: " ") }
  }

  static let clashes = [
    Clash(
      paths: ["a", "b", "a"],
      code: FileSystemDiagnostics.samePath,
      summary: "\"a\" is made twice"
    ),
    Clash(
      paths: ["a/b", "a-b", "a"],
      code: FileSystemDiagnostics.fileIsAlsoFolder,
      summary: "\"a\" is a file and the folder of \"a/b\""
    ),
    Clash(
      paths: ["A/b/c", "a/B"],
      code: FileSystemDiagnostics.fileIsAlsoFolder,
      summary: "\"a/B\" is a file and the folder of \"A/b/c\""
    ),
    Clash(
      paths: ["é.html", "É.html"],
      code: FileSystemDiagnostics.differsOnlyInCase,
      summary: "\"É.html\" and \"é.html\" are one file on some disks"
    ),
    Clash(
      paths: ["\u{E9}", "e\u{301}"],
      code: FileSystemDiagnostics.differsOnlyInCase,
      summary: "\"e\u{301}\" and \"\u{E9}\" are one file on some disks"
    ),
    Clash(
      paths: [".sitegen-manifest"],
      code: FileSystemDiagnostics.reservedPath,
      summary: "\".sitegen-manifest\" takes the place of the list of the files made"
    ),
    Clash(
      paths: [".Sitegen-Manifest/a"],
      code: FileSystemDiagnostics.reservedPath,
      summary: "\".Sitegen-Manifest/a\" takes the place of the list of the files made"
    ),
  ]

  @Test(arguments: clashes)
  func clashesAreNamed(clash: Clash) throws {
    let diagnostic = try thrownDiagnostic { try checkOutputPaths(ordered(clash.paths)) }
    #expect(diagnostic.code == clash.code)
    #expect(diagnostic.summary == clash.summary)
    #expect(diagnostic.notes.isEmpty)
  }

  @Test func allClashesComeInOneErrorWhateverTheOrder() throws {
    let paths = ["x", "y", "x", "y", "y"]
    let first = try thrownDiagnostic { try checkOutputPaths(ordered(paths)) }
    let second = try thrownDiagnostic { try checkOutputPaths(ordered(paths.reversed())) }
    #expect(first.notes.map(\.text) == ["\"y\" is made twice", "\"y\" is made twice"])
    #expect(first == second)
  }

  @Test func pathsThatDifferStandTogether() throws {
    try checkOutputPaths(ordered(["a/b", "a-b", "a.b", "b/a/b", "sitegen-manifest"]))
  }

  private func ordered(_ paths: [String]) throws -> [OutputPath] {
    try paths.map { try #require(OutputPath($0)) }.sorted()
  }
}
