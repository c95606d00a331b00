import Diagnostics
import SiteModel
import Testing

@testable import FileSystem

/// Styles and locales of the system, under another root.
struct ReadInstalledFilesTests {
  let folder: TemporaryFolder
  private let styles = "usr/share/citation-style-language/styles"

  init() throws { folder = try TemporaryFolder() }

  private func add(_ wanted: [InstalledFile]) throws -> SourceTree {
    let tree = SourceTree(files: [SourceFile(path: "Content/a.md", text: "a")])
    return try addInstalledFiles(wanted, to: tree, below: folder.path.text)
  }

  @Test func whatIsInstalledIsAddedUnderItsPath() throws {
    try folder.put("one", at: "\(styles)/one.csl")
    try folder.put("two", at: "\(styles)/dependent/two.csl")
    try folder.put("de", at: "usr/share/citation-style-language/locales/locales-de-DE.xml")
    let tree = try add([.style("one"), .style("two"), .locale("de-DE"), .locale("xx")])
    #expect(
      tree.files.map(\.path) == [
        "/usr/share/citation-style-language/locales/locales-de-DE.xml",
        "/\(styles)/dependent/two.csl", "/\(styles)/one.csl", "Content/a.md",
      ]
    )
    #expect(tree.installedStyles.isEmpty)
  }

  @Test func afterAStyleThatIsMissingAllNamesAreListed() throws {
    try folder.put("one", at: "\(styles)/one.csl")
    try folder.put("two", at: "\(styles)/dependent/two.csl")
    try folder.put("", at: "\(styles)/README")
    let tree = try add([.style("three")])
    #expect(tree.files.map(\.path) == ["Content/a.md"])
    #expect(tree.installedStyles == ["one", "two"])
  }

  @Test func withoutThePackageNothingIsListed() throws {
    #expect(try add([.style("../../../etc/passwd"), .style("x")]).installedStyles.isEmpty)
  }
}
