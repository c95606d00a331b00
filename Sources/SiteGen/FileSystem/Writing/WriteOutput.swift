public import SiteModel

/// Writes the finished site, whole or not at all.
///
/// The new output is made beside the old one and takes its place at once; until then every
/// failure, and the end of the process, leaves the old site as it was. Files whose bytes did not
/// change keep their times; files of the last build that are not made any more vanish; whatever
/// else stands in the folder stays. When nothing changed, nothing is touched. New files are
/// readable by all (0644, folders 0755, less the mask of the process); folders that were there
/// keep their permissions.
///
/// - Parameters:
///   - files: the whole site, in any order.
///   - directory: where it goes; made when it is missing, but not the folder above it.
///   - site: the root of the site, from which assets are copied.
/// - Returns: what changed; all zeros but `unchanged` when nothing was touched.
/// - Throws: `SRC012` for the site, `OUT001` to `OUT015`, one error that names every clash of
///   its kind. `OUT015` alone comes after the swap.
public func writeOutput(
  _ files: [OutputFile],
  to directory: OutputDirectory,
  copyingFrom site: SiteDirectory
) throws(FileSystemError) -> WriteReport {
  let staged = try StagedOutput(in: ClaimedOutput(directory, for: site))
  for file in files { staged.add(file) }
  return try staged.publish()
}
