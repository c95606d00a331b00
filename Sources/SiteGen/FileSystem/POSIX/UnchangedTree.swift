#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Whether a folder is still the same one, and nothing in it or below was changed, added, removed,
/// renamed or replaced at a moment or after it.
///
/// The system stamps a file whenever its bytes, rights or names change and a folder whenever its
/// names do, and nobody can set that stamp (`ctime`; POSIX.1-2017, Base Definitions, 4.9). So one
/// look at each is enough, whatever the names are. Where a build itself gives files new names, their
/// other time (`modified`) tells of what others do to their bytes. Links are not followed. What stands on another
/// disk, whose clock may be another one, counts as changed.
func isUnchangedTree(
  _ root: NativePath,
  being identity: FileIdentity,
  since moment: FileStatus.Moment,
  by time: (FileStatus) -> FileStatus.Moment = { $0.changed }
) throws(SystemFailure) -> Bool {
  guard try readStatus(at: root)?.identity == identity else { return false }
  var waiting = [root]
  while let folder = waiting.popLast() {
    let look = try FolderLook(at: folder, on: identity.device, before: moment, by: time)
    guard look.isUnchanged else { return false }
    waiting += look.folders
  }
  return true
}

/// What one folder holds, as far as it was looked at.
private struct FolderLook {
  /// Whether the folder and all in it but what stands below its own folders are unchanged.
  private(set) var isUnchanged: Bool
  /// Its folders, which were not looked at yet.
  private(set) var folders: [NativePath] = []

  init(
    at path: NativePath,
    on device: UInt64,
    before moment: FileStatus.Moment,
    by time: (FileStatus) -> FileStatus.Moment
  ) throws(SystemFailure) {
    let flags = O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW
    let descriptor = open(path.cString, flags)
    guard descriptor >= 0 else { throw SystemFailure("list", path) }
    guard let stream = fdopendir(descriptor) else {
      _ = close(descriptor)
      throw SystemFailure("list", path)
    }
    defer { closedir(stream) }  // and with it the descriptor
    func isOld(_ status: FileStatus) -> Bool {
      status.identity.device == device && time(status) < moment
    }
    isUnchanged = isOld(try readStatus(ofDescriptor: descriptor, path))
    while isUnchanged {
      errno = 0  // Only this tells the end from a failure.
      guard let record = readdir(stream) else {
        guard errno == 0 else { throw SystemFailure("list", path) }
        break
      }
      let name = namePointer(of: record)
      if isSelfOrParent(name) { continue }
      var isFolder = Int(record.pointee.d_type) == Int(DT_DIR)
      if !isFolder {
        let status = try readStatus(of: name, in: descriptor, path / NativePath(copying: name))
        isUnchanged = isOld(status)
        isFolder = status.kind == .folder  // Some disks do not say so in the listing.
      }
      if isFolder { folders.append(path / NativePath(copying: name)) }
    }
  }
}

/// `.` or `..`.
private func isSelfOrParent(_ name: UnsafePointer<CChar>) -> Bool {
  let dot = CChar(bitPattern: UInt8(ascii: "."))
  return name[0] == dot && (name[1] == 0 || (name[1] == dot && name[2] == 0))
}
