public import Diagnostics
public import SiteModel

/// Adds files that the system has to a tree, each under its absolute path.
///
/// What is not installed is left out; after a style that is not, the tree lists the names of all
/// that are, for whoever tells the author.
///
/// - Throws: `SRC013` when a file that exists cannot be read.
public func addInstalledFiles(
  _ wanted: [InstalledFile],
  to tree: SourceTree
) throws(FileSystemError) -> SourceTree {
  try addInstalledFiles(wanted, to: tree, below: "")
}

/// The same with another root of the system.
func addInstalledFiles(
  _ wanted: [InstalledFile],
  to tree: SourceTree,
  below root: String
) throws(FileSystemError) -> SourceTree {
  var files = tree.files
  var names = tree.installedStyles
  for file in wanted {
    if let found = try readFirst(of: file.paths, below: root) {
      files.append(found)
    } else if case .style = file {
      names = installedStyles(below: root)
    }
  }
  return SourceTree(files: files, assets: tree.assets, installedStyles: names)
}

private func readFirst(
  of paths: [String],
  below root: String
) throws(FileSystemError) -> SourceFile? {
  for path in paths {
    // A folder that cannot be looked into holds nothing that could be had.
    guard (try? readStatus(at: NativePath(root + path))) != nil else { continue }
    return SourceFile(path: path, bytes: try readStandaloneFile(root + path))
  }
  return nil
}

/// The names of all styles, sorted; none when the package is not installed.
private func installedStyles(below root: String) -> [String] {
  let entries = InstalledFile.styleFolders.flatMap { folder in
    (try? listDirectory(NativePath(root + folder))) ?? []  // not installed
  }
  return entries.map(\.name.text).filter { $0.hasSuffix(".csl") }.map { String($0.dropLast(4)) }
    .sorted()
}
