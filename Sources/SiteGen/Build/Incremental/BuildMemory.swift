import SiteModel

/// What is kept from one build to the next.
struct BuildMemory {
  /// The files of the last build that made any.
  private var files: [OutputPath: OutputFile.Contents] = [:]

  /// Keeps the files of a build and tells what became of those before.
  mutating func compareFiles(with built: BuiltSite) -> (
    changed: [OutputPath], removed: [OutputPath]
  ) {
    guard !built.files.isEmpty else { return ([], []) }
    let changed = built.files.filter { files[$0.path] != $0.contents }.map(\.path)
    let paths = Set(built.files.map(\.path))
    let removed = files.keys.filter { !paths.contains($0) }.sorted()
    files = Dictionary(built.files.map { ($0.path, $0.contents) }) { first, _ in first }
    return (changed, removed)
  }
}
