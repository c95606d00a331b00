import Build
import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SiteModel
import Support

/// Where the sites stand that tests build.
let sitesFolder = packageRoot.appending(path: "Tests/GoldenTests/Sites")

/// The content of `cahiers` with the templates of the project.
func goldenSources() throws -> SourceTree {
  let project = try ownSources()
  let root = sitesFolder.appending(path: "cahiers")
  let paths = try FileManager.default.subpathsOfDirectory(
    atPath: root.appending(path: "Content").path()
  )
  let own = try paths.filter { isText($0) }.map { path in
    let bytes = try Data(contentsOf: root.appending(path: "Content/\(path)"))
    return SourceFile(path: "Content/\(path)", bytes: Array(bytes))
  }
  let seeds = SourceFile(path: "seeds/seeds.yaml", text: "texts: []\n")
  return SourceTree(
    files: project.files(under: "Templates") + own + [seeds],
    assets: project.assets
  )
}

/// This very project.
func ownSources() throws -> SourceTree {
  try readSources(SiteDirectory(path: packageRoot.path())).value
}

/// A site as a web server would have it.
func buildForReview(_ sources: SourceTree, jobs: Int = 1) async -> BuiltSite {
  let settings = BuildSettings(
    entityTypes: contentTypes,
    baseURL: nil,
    linkStyle: .folder,
    isStrict: false,
    jobs: jobs
  )
  return await buildSite(from: sources, settings) { _, _ in }
}

private func isText(_ path: String) -> Bool {
  [".md", ".yaml", ".bib", ".ris", ".json"].contains { path.hasSuffix($0) }
}
