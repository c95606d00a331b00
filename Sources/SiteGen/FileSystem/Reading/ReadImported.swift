public import Diagnostics

/// Where imports keep a copy of what they wrote, relative to the root of a site.
public let importedFolder = "seeds/.imported"

/// Reads what earlier imports wrote: the files below `seeds/.imported`, which no build reads.
///
/// - Throws: `SRC012` when the root itself is no folder that can be read.
public func readImported(
  _ directory: SiteDirectory
) throws(FileSystemError) -> Diagnosed<SourceTree> {
  let root = try directory.locate()
  var walk = SourceWalk(root: root)
  walk.visitFolderIfPresent(importedFolder)
  return walk.found.read()
}
