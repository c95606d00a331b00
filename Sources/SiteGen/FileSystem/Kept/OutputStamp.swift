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
  /// The moment from which on changes below the folder show, as the disk tells the time.
  public let moment: DiskMoment
  /// When the folder itself last changed: it gets its name after that moment.
  public let folderChanged: DiskMoment

  /// Makes a stamp from what another one held.
  public init(
    machineStart: String,
    device: UInt64,
    inode: UInt64,
    moment: DiskMoment,
    folderChanged: DiskMoment
  ) {
    self.machineStart = machineStart
    self.device = device
    self.inode = inode
    self.moment = moment
    self.folderChanged = folderChanged
  }
}

extension ClaimedOutput {
  /// Stamps the output as it is now; nil where there is none, or where the system tells too little.
  public func stamp() -> OutputStamp? {
    readOutput().flatMap { stamp($0, at: now()) }
  }

  /// Stamps the output, whose folder was looked at before, as it was at a moment.
  func stamp(_ folder: FileStatus, at moment: DiskMoment?) -> OutputStamp? {
    // Whatever cannot be asked, the next build makes all anew.
    guard let start = readMachineStart(), let moment else { return nil }
    return OutputStamp(
      machineStart: start,
      device: folder.identity.device,
      inode: folder.identity.inode,
      moment: moment,
      folderChanged: folder.changed
    )
  }

  /// The folder of the output; nil where there is none, or where the system does not say.
  func readOutput() -> FileStatus? { try? readStatus(at: place.target) }

  /// Whether nothing in the output was changed since a stamp was taken: no file of the site or of
  /// others, no folder, no link, not even their rights.
  ///
  /// What was changed at the same tick of the clock as the stamp counts as changed since. Not seen is
  /// what the stamps of the disk do not tell: a change after the clock was set back, unless it is
  /// still behind now; a folder mounted over one of the output; a disk that was torn out before it had
  /// everything; disks that have no `ctime` (FAT), where somebody gives a file its old times back;
  /// disks of other machines, while news from there wait.
  public func isUnchanged(since stamp: OutputStamp, _ visit: FolderVisit) async -> Bool {
    guard readMachineStart() == stamp.machineStart, let moment, stamp.moment <= moment,
      let folder = readOutput(), folder.changed == stamp.folderChanged,
      folder.identity == FileIdentity(device: stamp.device, inode: stamp.inode)
    else { return false }
    let tree = TreeBefore(root: place.target, device: stamp.device, moment: stamp.moment)
    return await tree.isUnchanged(visit)
  }
}

extension StagedOutput {
  /// Stamps the output as `publish` left it; nil where somebody may have changed it meanwhile, or
  /// where the system tells too little.
  public func stamp(_ visit: FolderVisit) async -> OutputStamp? {
    let progress = progress.withLock { $0 }
    guard let folder = claim.readOutput() else { return nil }
    guard let completion = progress.completion else {
      // Where nothing was written, all was compared after the claim: what changed since may be wrong.
      guard let moment = claim.moment, folder.changed < moment else { return nil }
      return claim.stamp(folder, at: moment)
    }
    guard !progress.isDoubtful, let moment = completion.moment, folder.modified < moment else {
      return nil
    }
    // A new output has not changed since but for its name, so whatever others do to it shows.
    guard target != nil else { return claim.stamp(folder, at: moment) }
    // What was kept has lost a name since, with the old output. So what is changed from now on shows by
    // the stamp, and here what was changed before, since the last file was written.
    guard let stamp = claim.stamp(folder, at: claim.now()) else { return nil }
    let tree = TreeBefore(
      root: place.target,
      device: stamp.device,
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
