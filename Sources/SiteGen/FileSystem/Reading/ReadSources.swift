public import Diagnostics

/// Reads `Content/`, `seeds/` and `Templates/` below the root of a site.
///
/// Texts (`md`, `yaml`, `yml`, `mustache`, `txt`, `bib`, `json`, `ris`, `csl`, `xml`, whatever
/// the case of the letters) are read; every other file is listed as an asset. Hidden files and
/// the backups of editors (`name~`) are passed over. What is wrong with one file leaves out that
/// file only: `SRC001` to `SRC011`, in the order of the walk.
///
/// - Throws: `SRC012` when the root itself is no folder that can be read.
public func readSources(
  _ directory: SiteDirectory
) throws(FileSystemError) -> Diagnosed<SourceTree> {
  try findSources(directory).read()
}

/// Finds what `readSources` reads, for whoever reads it on several threads.
///
/// - Throws: `SRC012` when the root itself is no folder that can be read.
public func findSources(_ directory: SiteDirectory) throws(FileSystemError) -> FoundSources {
  let root = try directory.locate()
  var walk = SourceWalk(root: root)
  for folder in SourceFolder.allCases { walk.visitSourceFolder(folder) }
  return walk.found
}
