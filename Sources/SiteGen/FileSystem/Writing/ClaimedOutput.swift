/// An output folder that no other build may touch for as long as this value lives.
///
/// A class, since it is one place on the disk, held by a lock.
public final class ClaimedOutput: Sendable {
  let place: OutputPlace
  /// The root of the site, from which assets are copied.
  let site: NativePath
  /// The moment of the claim, as the disk of the output tells the time; nil where it does not.
  let moment: DiskMoment?
  private let lock: FileLock

  /// Claims an output folder, and clears away what a killed build left beside it.
  ///
  /// - Parameters:
  ///   - directory: where the output goes; made when it is missing, but not the folder above it.
  ///   - site: the root of the site.
  /// - Throws: `SRC012` for the site, `OUT005` to `OUT008`, `OUT013`, `OUT014`.
  public init(
    _ directory: OutputDirectory,
    for site: SiteDirectory
  ) throws(FileSystemError) {
    let root = try site.locate()
    let place = try OutputPlace(of: directory)
    try checkOutputPlace(place, site: root)
    let lock = try lockOutput(place)
    try recoverInterruptedSwap(place)
    try? removeFile(place.newRecord)  // of a build that was killed; a build can do with it
    moment = try? lock.moment()  // a build can do without
    self.lock = lock
    self.place = place
    self.site = root
  }

  /// The present moment, as the disk of the output tells the time; nil where it does not.
  func now() -> DiskMoment? { try? lock.moment() }
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
