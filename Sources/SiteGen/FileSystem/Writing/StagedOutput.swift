public import SiteModel
import Synchronization

/// A new output in the making, beside the old one.
///
/// Files are put into it one by one, from any thread and in any order, so that nobody need hold a
/// whole site; until `publish` the old output stands as it was. A class, since it is one place on
/// the disk, held by a lock for as long as it lives.
public final class StagedOutput: Sendable {
  let old: OldOutput
  /// The old output; nil before the first build.
  let target: OpenFolder?
  let staging: OpenFolder
  let claim: ClaimedOutput
  let progress = Mutex(Progress())

  /// What happened to the files so far.
  struct Progress {
    /// Every file added, in the order of adding, with whether the old output holds it already.
    var files: [(path: OutputPath, isKept: Bool)] = []
    var bytes = 0
    /// Files of others that a file of the site would replace.
    var obstacles: [OutputPath] = []
    var failures: [(path: OutputPath, error: FileSystemError)] = []
    /// When all files of the new output were there; nil while the old one stands.
    var completion: Completion?
    /// Whether a file that is kept was changed after the claim, perhaps after it was compared.
    var isDoubtful = false
  }

  /// That all files of the new output are there.
  struct Completion {
    /// The moment, as the disk tells the time; nil where it does not.
    let moment: DiskMoment?
  }

  /// Makes an empty output beside the old one.
  ///
  /// - Throws: `OUT007`, `OUT009`, `OUT013`.
  public init(in claim: ClaimedOutput) throws(FileSystemError) {
    let place = claim.place
    let exists = try reporting(FileSystemDiagnostics.outputUnreachable) {
      () throws(SystemFailure) in try readStatus(at: place.target) != nil
    }
    old = exists ? try OldOutput(at: place.target) : OldOutput()
    let code = FileSystemDiagnostics.outputNotWritten
    target = try reporting(code) { () throws(SystemFailure) in
      exists ? try OpenFolder(place.target) : nil
    }
    staging = try reporting(code) { () throws(SystemFailure) in
      try makeFolder(place.staging)
      return try OpenFolder(place.staging)
    }
    self.claim = claim
  }

  var place: OutputPlace { claim.place }

  /// Adds a file; what goes wrong is thrown by `publish`.
  ///
  /// A file that the old output holds already is compared and left for the end. Nothing waits for
  /// the disk: a file that a power cut left empty differs from what the next build compares it with
  /// (`OutputStamp.machineStart` has it compare).
  public func add(_ file: OutputFile) {
    do throws(FileSystemError) {
      if try isHeld(file) { return progress.withLock { $0.files.append((file.path, true)) } }
      if let kind = old.kind(of: file.path), kind != .folder, !old.hasMade(file.path) {
        return progress.withLock { $0.obstacles.append(file.path) }
      }
      let bytes = try write(file)
      progress.withLock {
        $0.files.append((file.path, false))
        $0.bytes += bytes
      }
    } catch {
      progress.withLock {
        $0.files.append((file.path, false))
        $0.failures.append((file.path, error))
      }
    }
  }

  /// Lets the new output take the place of the old one, if every file found its place and anything
  /// changed; no file may be added any more.
  ///
  /// - Returns: what changed; all zeros but `unchanged` when nothing was touched.
  /// - Throws: `OUT001` to `OUT004` and `OUT010` to `OUT015`, one error that names every clash of
  ///   its kind; the old output then stands as it stood. `OUT015` alone comes after the swap.
  public func publish() throws(FileSystemError) -> WriteReport {
    let progress = progress.withLock { $0 }
    do throws(FileSystemError) {
      let plan = try WritePlan(progress, over: old, at: place.target)
      guard plan.changesOutput || target == nil else {
        discard()
        return WriteReport(written: 0, unchanged: plan.files.count, removed: 0, bytes: 0)
      }
      try complete(plan)
      let completion = Completion(moment: claim.now())
      self.progress.withLock { $0.completion = completion }
      try swapOutput(place)
      try removeOldOutput(place)
      return WriteReport(
        written: plan.files.count - plan.kept.count,
        unchanged: plan.kept.count,
        removed: plan.removed,
        bytes: progress.bytes
      )
    } catch {
      // After the swap the old output stands there; what happened matters more than what is left.
      discard()
      throw error
    }
  }

  /// Removes what was made; the old output stands as it stood.
  public func discard() {
    // The next build clears away what cannot be removed now.
    try? removeTree(place.staging)
  }
}

// MARK: - Files

extension StagedOutput {
  /// Whether the old output holds the file with the same bytes.
  private func isHeld(_ file: OutputFile) throws(FileSystemError) -> Bool {
    guard target != nil, old.kind(of: file.path) == .regular else { return false }
    let code = FileSystemDiagnostics.outputNotWritten
    switch file.contents {
    case .bytes(let bytes):
      return try reporting(code) { () throws(SystemFailure) in
        try target?.openFile(file.path.text).holds(bytes) ?? false
      }
    case .copy(let source):
      let asset = try openAsset(source, site: claim.site)
      return try reporting(code) { () throws(SystemFailure) in
        try target?.openFile(file.path.text).holdsSame(as: asset) ?? false
      }
    }
  }

  /// Writes a file into the new output; gives the number of bytes.
  private func write(_ file: OutputFile) throws(FileSystemError) -> Int {
    let code = FileSystemDiagnostics.outputNotWritten
    switch file.contents {
    case .bytes(let bytes):
      try reporting(code) { () throws(SystemFailure) in
        let made = try staging.makeFile(file.path.text)
        try made.write(bytes)
        try made.finish()
      }
      return bytes.count
    case .copy(let source):
      let asset = try openAsset(source, site: claim.site)
      return try reporting(code) { () throws(SystemFailure) in
        let made = try staging.makeFile(file.path.text)
        let count = try made.writeAll(of: asset)
        try made.finish()
        return count
      }
    }
  }
}
