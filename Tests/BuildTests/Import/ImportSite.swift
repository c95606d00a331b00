import ContentTypes
import Diagnostics
import FileSystem
import Foundation
import SeedParsers
import SiteModel
import Support

@testable import Build

/// A site whose texts are imported in memory.
struct ImportSite {
  var sources: SourceTree
  var earlier = SourceTree(files: [])
  /// The texts as they were read, which an import does not change.
  private var texts: [Diagnosed<SeedNamings>]?

  /// The templates of the project around the given texts.
  init(_ texts: [String: String]) throws {
    let project = try readSources(SiteDirectory(path: packageRoot.path())).value
    var all = smallestSite
    for file in project.files(under: "Templates") {
      all[file.path] = String(decoding: file.bytes, as: UTF8.self)
    }
    sources = sourceTree(all.merging(texts) { $1 }, assets: project.assets)
  }

  /// The site of this project.
  init(ofThisProject: Void) throws {
    sources = try readSources(SiteDirectory(path: packageRoot.path())).value
  }

  /// A site with the invented texts of the tests of seed parsers.
  static func invented() throws -> ImportSite {
    let folder = packageRoot.appending(path: "Tests/SeedParsersTests/Invented/Texts")
    var texts: [String: String] = [:]
    for name in try FileManager.default.contentsOfDirectory(atPath: folder.path()) {
      texts["seeds/\(name)"] = try String(
        contentsOf: folder.appending(path: name),
        encoding: .utf8
      )
    }
    return try ImportSite(texts)
  }

  func text(_ path: String) -> String? {
    sources.file(at: path).map { String(decoding: $0.bytes, as: UTF8.self) }
  }

  /// Writes a file, or takes it away.
  mutating func put(_ text: String?, at path: String) {
    if path.hasPrefix("seeds/") { texts = nil }
    let others = sources.files.filter { $0.path != path }
    let new = text.map { [SourceFile(path: path, text: $0)] } ?? []
    sources = SourceTree(files: others + new, assets: sources.assets)
  }

  mutating func replace(_ old: String, by new: String, in path: String) {
    put(text(path)?.replacingOccurrences(of: old, with: new), at: path)
  }

  /// Imports a text and does what the plan says.
  @discardableResult
  mutating func importSeed(_ path: String) -> Diagnosed<ImportPlan> {
    let texts = self.texts ?? listSeeds(sources).value.map(readSeed)
    let plan = planImport(
      of: path,
      reading: texts,
      from: sources,
      earlier: earlier,
      types: contentTypes.map { $0.contentType }
    )
    for edit in plan.value.edits {
      let file = SourceFile(path: edit.path, bytes: edit.new)
      if edit.path.hasPrefix(importedFolder) {
        earlier = SourceTree(files: earlier.files.filter { $0.path != edit.path } + [file])
      } else {
        put(String(decoding: edit.new, as: UTF8.self), at: edit.path)
      }
    }
    self.texts = texts
    return plan
  }

  func build() async -> BuiltSite {
    let settings = BuildSettings(
      entityTypes: contentTypes,
      baseURL: nil,
      linkStyle: .folder,
      isStrict: false,
      jobs: 2
    )
    return await buildSite(from: sources, settings) { _, _ in }
  }
}

/// Paths of files that two builds do not make alike.
func differences(_ first: BuiltSite, _ second: BuiltSite) -> [String] {
  let (left, right) = (Set(first.files), Set(second.files))
  return left.symmetricDifference(right).map(\.path.text).sorted()
}
