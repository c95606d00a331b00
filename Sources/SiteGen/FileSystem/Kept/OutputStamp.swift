import Synchronization

/// What tells later whether an output folder is still as it was when the stamp was taken.
public struct OutputStamp: Hashable, Sendable {
  /// Which start of the machine it was.
  ///
  /// A build does not wait for the disk, so a power cut may take bytes of files that it leaves with
  /// the times they had. What an earlier start of the machine wrote is not believed.
  public let machineStart: String
  /// The disk that the folder stands on.
  public let device: UInt64
  /// The number of the folder on it: a folder that takes its place is another one.
  public let inode: UInt64
  /// When it was taken, as the disk tells the time: seconds since 1970.
  public let seconds: Int
  /// And nanoseconds.
  public let nanoseconds: Int

  /// Makes a stamp from what another one held.
  public init(
    machineStart: String,
    device: UInt64,
    inode: UInt64,
    seconds: Int,
    nanoseconds: Int
  ) {
    self.machineStart = machineStart
    self.device = device
    self.inode = inode
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }
}

extension OutputStamp {
  var identity: FileIdentity { FileIdentity(device: device, inode: inode) }
  var moment: FileStatus.Moment {
    FileStatus.Moment(seconds: seconds, nanoseconds: nanoseconds)
  }
}

extension ClaimedOutput {
  /// Stamps the output as it is now; nil where there is none, or where the system tells too little.
  public func stamp() -> OutputStamp? { stamp(at: now()) }

  /// Stamps the output as it was at a moment.
  func stamp(at moment: FileStatus.Moment?) -> OutputStamp? {
    // Whatever cannot be asked, the next build makes all anew.
    guard let start = readMachineStart(), let moment,
      let identity = try? readStatus(at: place.target)?.identity
    else { return nil }
    return OutputStamp(
      machineStart: start,
      device: identity.device,
      inode: identity.inode,
      seconds: moment.seconds,
      nanoseconds: moment.nanoseconds
    )
  }

  /// Whether nothing in the output was changed since a stamp was taken: no file of the site or of
  /// others, no folder, no link, not even their rights.
  ///
  /// What was changed at the same tick of the clock as the stamp counts as changed since. Not seen is
  /// what the stamps of the disk do not tell: a change after the clock was set back, unless it is
  /// still behind now; a folder mounted over one of the output; a disk that was torn out before it had
  /// everything; disks that have no `ctime` (FAT), where somebody gives a file its old times back;
  /// disks of other machines, while news from there wait.
  public func isUnchanged(since stamp: OutputStamp, _ visit: FolderVisit) async -> Bool {
    guard readMachineStart() == stamp.machineStart, let moment, stamp.moment <= moment else {
      return false
    }
    let tree = TreeBefore(root: place.target, identity: stamp.identity, moment: stamp.moment)
    return await tree.isUnchanged(visit)
  }
}

extension StagedOutput {
  /// Stamps the output as `publish` left it; nil where somebody may have changed it meanwhile, or
  /// where the system tells too little.
  public func stamp(_ visit: FolderVisit) async -> OutputStamp? {
    let progress = progress.withLock { $0 }
    // Where nothing was written, all was compared after the claim: what changed since may be wrong.
    guard let completion = progress.completion else { return claim.stamp(at: claim.moment) }
    guard !progress.isDoubtful, let moment = completion.moment, let stamp = claim.stamp() else {
      return nil
    }
    // What is changed from now on shows by the stamp; what was changed since the last file was
    // written shows here.
    let tree = TreeBefore(
      root: place.target,
      identity: stamp.identity,
      moment: moment,
      time: \.modified
    )
    return await tree.isUnchanged(visit) ? stamp : nil
  }
}

/// What is another text after each start of the machine; nil where the system does not say.
private func readMachineStart() -> String? {
  let path = NativePath("/proc/sys/kernel/random/boot_id")  // Linux
  guard let bytes = try? OpenFile(readingThroughLinks: path).readAll(), !bytes.isEmpty else {
    return nil  // Elsewhere nothing is remembered.
  }
  return String(validating: bytes, as: UTF8.self)
}
