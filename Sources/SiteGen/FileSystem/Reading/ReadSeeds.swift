public import Diagnostics

/// Reads `seeds/` below the root of a site, and nothing else.
///
/// - Throws: `SRC012` when the root itself is no folder that can be read.
public func readSeeds(
  _ directory: SiteDirectory
) throws(FileSystemError) -> Diagnosed<SourceTree> {
  let root = try directory.locate()
  var walk = SourceWalk(root: root)
  walk.visitSourceFolder(.seeds)
  return walk.found.read()
}
