import Diagnostics
import SiteModel

/// What is left to do for a new output, decided once all its files are there.
struct WritePlan: Sendable {
  /// Every file of the site, in order.
  let files: [OutputPath]
  /// Those that the old output holds already, in order.
  let kept: [OutputPath]
  /// Files of others, which stay; relative to the output, in order.
  let carriedFiles: [NativePath]
  /// Folders that stay because others made them or keep something in them.
  let carriedFolders: Set<NativePath>
  /// The list of what this build makes.
  let manifest: OutputManifest
  /// How many files of the last build vanish.
  let removed: Int
  /// Whether the new output differs from the old one at all.
  let changesOutput: Bool

  /// The folders that the files of this build need.
  var neededFolders: Set<NativePath> {
    Set(files.flatMap(\.folders)).reduce(into: []) { $0.insert(NativePath($1)) }
  }

  /// Holds what was added against what is there.
  ///
  /// - Throws: `OUT001` to `OUT004` for paths that cannot stand together, `OUT010` for every file
  ///   that would replace one of somebody else, in one error; what failed when files were added.
  init(
    _ progress: StagedOutput.Progress,
    over old: OldOutput,
    at target: NativePath
  ) throws(FileSystemError) {
    files = (progress.files.map(\.path) + progress.obstacles).sorted()
    try checkOutputPaths(files)
    let foreign = old.foreignFiles
    let new = foreign.isEmpty ? [] : Set(files.map { NativePath($0.text) })
    carriedFiles = foreign.filter { !new.contains($0) }
    carriedFolders = withFoldersAbove(old.foreignFolders, carriedFiles)
    let differing = Set(progress.obstacles)
    let carriedSet = Set(carriedFiles)
    var obstacles: [String] = []
    if !differing.isEmpty || !carriedSet.isEmpty || !carriedFolders.isEmpty {
      for path in files {
        if let found = obstacle(to: path, carriedFiles: carriedSet, carriedFolders: carriedFolders)
        {
          obstacles.append(found)
        } else if differing.contains(path) {
          let place = (target / path.text).text
          obstacles.append("\"\(place)\" was not made by the site and differs from it")
        }
      }
    }
    try throwFirst(of: obstacles.map { (FileSystemDiagnostics.foreignFileInTheWay, $0) })
    if let failure = progress.failures.min(by: { $0.path < $1.path }) { throw failure.error }
    kept = progress.files.filter(\.isKept).map(\.path).sorted()
    manifest = OutputManifest(sorted: files)
    removed = old.countFiles(notIn: files)
    changesOutput = manifest != old.manifest || kept.count < files.count
  }
}

/// What of somebody else stands where a file of the site, or a folder above it, must go.
private func obstacle(
  to path: OutputPath,
  carriedFiles: Set<NativePath>,
  carriedFolders: Set<NativePath>
) -> String? {
  if carriedFolders.contains(NativePath(path.text)) {
    return "\"\(path.text)\" is a folder that the site did not make"
  }
  for folder in path.folders where carriedFiles.contains(NativePath(folder)) {
    return "\"\(folder)\" is a file that the site did not make, and \"\(path.text)\" goes below it"
  }
  return nil
}

/// The folders themselves and all folders above them and above the files.
private func withFoldersAbove(_ folders: [NativePath], _ files: [NativePath]) -> Set<NativePath> {
  var all = Set(folders)
  for path in folders + files {
    var folder = path
    while folder.bytes.contains(NativePath.slash) {
      folder = folder.parent
      all.insert(folder)
    }
  }
  return all
}
