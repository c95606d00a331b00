import Diagnostics
import SiteModel

/// What a build will do to an output folder, decided before anything is touched.
struct WritePlan: Sendable {
  /// The files to make, in the order given, each with whether the old output holds it already.
  let files: [(file: OutputFile, isKept: Bool)]
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

  var unchanged: Int { files.count { $0.isKept } }

  /// The folders that the files of this build need.
  var neededFolders: Set<NativePath> {
    Set(files.flatMap(\.file.path.folders).map { NativePath($0) })
  }
}

/// Compares what is to be made with what is there.
///
/// - Throws: `OUT010` for every file that would replace one of somebody else, in one error;
///   `OUT011`, `OUT012` for an asset that cannot be compared; `OUT013` for an unreadable output.
func planWrite(
  _ files: [OutputFile],
  over old: OldOutput,
  at target: NativePath,
  site: NativePath
) throws(FileSystemError) -> WritePlan {
  let new = Set(files.map { NativePath($0.path.text) })
  let carried = old.foreignFiles.filter { !new.contains($0) }
  let folders = withFoldersAbove(old.foreignFolders, carried)
  let carriedSet = Set(carried)
  var decided: [(file: OutputFile, isKept: Bool)] = []
  var obstacles: [String] = []
  for file in files {
    let path = NativePath(file.path.text)
    if let found = obstacle(to: file.path, carriedFiles: carriedSet, carriedFolders: folders) {
      obstacles.append(found)
      continue
    }
    let kind = old.kinds[path]
    let isSame =
      kind == .regular ? try holdsContents(of: file, target / path, site: site) : false
    decided.append((file, isSame))
    if !isSame, let kind, kind != .folder, !old.made.contains(path) {
      obstacles.append("\"\((target / path).text)\" was not made by the site and differs from it")
    }
  }
  try throwFirst(of: obstacles.map { (FileSystemDiagnostics.foreignFileInTheWay, $0) })
  let manifest = OutputManifest(of: files)
  let removed = old.made.count { !new.contains($0) && isFile(old.kinds[$0]) }
  return WritePlan(
    files: decided,
    carriedFiles: carried,
    carriedFolders: folders,
    manifest: manifest,
    removed: removed,
    changesOutput: manifest != old.manifest || !decided.allSatisfy(\.isKept)
  )
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

private func isFile(_ kind: FileKind?) -> Bool {
  kind != nil && kind != .folder
}
