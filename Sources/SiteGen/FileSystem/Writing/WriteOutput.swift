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
  try checkOutputPaths(files)
  let root = try site.locate()
  let place = try OutputPlace(of: directory)
  try checkOutputPlace(place, site: root)
  let lock = try lockOutput(place)
  defer { withExtendedLifetime(lock) {} }
  try recoverInterruptedSwap(place)
  return try replaceOutput(at: place, by: files, site: root)
}

private func replaceOutput(
  at place: OutputPlace,
  by files: [OutputFile],
  site: NativePath
) throws(FileSystemError) -> WriteReport {
  let exists = try reporting(FileSystemDiagnostics.outputUnreachable) {
    () throws(SystemFailure) in try readStatus(at: place.target) != nil
  }
  let old = exists ? try OldOutput(at: place.target) : OldOutput()
  let plan = try planWrite(files, over: old, at: place.target, site: site)
  guard plan.changesOutput || !exists else {
    return WriteReport(written: 0, unchanged: files.count, removed: 0, bytes: 0)
  }
  let bytes: Int
  do throws(FileSystemError) {
    bytes = try stageOutput(plan, over: old, at: place, site: site)
    try swapOutput(place)
  } catch {
    // What happened matters more; the next build clears the folder away.
    try? removeTree(place.staging)
    throw error
  }
  try removeOldOutput(place)
  return WriteReport(
    written: files.count - plan.unchanged,
    unchanged: plan.unchanged,
    removed: plan.removed,
    bytes: bytes
  )
}

private func lockOutput(_ place: OutputPlace) throws(FileSystemError) -> FileLock {
  do throws(SystemFailure) {
    return try FileLock(at: place.lock)
  } catch  where error.isHeldByAnother {
    let summary = "another build is writing to \"\(place.target.text)\""
    throw FileSystemError(FileSystemDiagnostics.outputLocked, summary)
  } catch {
    throw FileSystemError(FileSystemDiagnostics.outputUnreachable, error)
  }
}
