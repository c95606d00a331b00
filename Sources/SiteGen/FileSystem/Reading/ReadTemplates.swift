public import Diagnostics

/// Reads `Templates/` below the root of a site, and nothing else.
///
/// - Throws: `SRC012` when the root itself is no folder that can be read.
public func readTemplates(
  _ directory: SiteDirectory
) throws(FileSystemError) -> Diagnosed<[SourceFile]> {
  let root = try directory.locate()
  var walk = SourceWalk(root: root)
  walk.visitSourceFolder(.templates)
  let read = walk.found.read()
  return Diagnosed(read.value.files, read.diagnostics)
}
