#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A folder that nobody has looked at yet.
public struct UnseenFolder: Sendable {
  let path: NativePath
}

/// Looks at many folders, at once where whoever gives it can, and returns what each look gave, in
/// the order of the folders.
public typealias FolderVisit =
  @Sendable (
    _ folders: [UnseenFolder],
    _ look: @escaping @Sendable (UnseenFolder) -> [UnseenFolder]?
  ) async -> [[UnseenFolder]?]

/// What stands in a folder and below it, as it was at a moment.
///
/// The system stamps a file whenever its bytes, rights or names change and a folder whenever its
/// names do, and nobody can set that stamp (`ctime`; POSIX.1-2017, Base Definitions, 4.9). So one
/// look at each is enough, whatever the names are. Where a build itself gives files new names, their
/// other time (`modified`) tells of what others do to their bytes. Links are not followed. What stands on another
/// disk, whose clock may be another one, counts as changed.
struct TreeBefore: Sendable {
  let root: NativePath
  /// The disk that it stands on.
  let device: UInt64
  let moment: DiskMoment
  /// Which time of a file tells.
  var time: @Sendable (FileStatus) -> DiskMoment = { $0.changed }

  /// Whether nothing in it or below was changed, added, removed, renamed or replaced at the moment or
  /// after it; what cannot be looked at counts as changed, and what was added to the folder itself or
  /// removed from it shows by its own times, which are for the caller to compare.
  func isUnchanged(_ visit: FolderVisit) async -> Bool {
    var level = [UnseenFolder(path: root)]
    while !level.isEmpty {
      let looks = await visit(level) { try? folders(in: $0) }
      let found = looks.compactMap { $0 }
      guard found.count == level.count else { return false }
      level = found.flatMap { $0 }
    }
    return true
  }

  private func isOld(_ status: FileStatus) -> Bool {
    status.identity.device == device && time(status) < moment
  }

  /// The folders in a folder; nil where it, or what it holds beside them, was changed.
  private func folders(in folder: UnseenFolder) throws(SystemFailure) -> [UnseenFolder]? {
    let path = folder.path
    let flags = O_RDONLY | O_CLOEXEC | O_DIRECTORY | O_NOFOLLOW
    let descriptor = open(path.cString, flags)
    guard descriptor >= 0 else { throw SystemFailure("list", path) }
    guard let stream = fdopendir(descriptor) else {
      _ = close(descriptor)
      throw SystemFailure("list", path)
    }
    defer { closedir(stream) }  // and with it the descriptor
    if path != root, !isOld(try readStatus(ofDescriptor: descriptor, path)) { return nil }
    var folders: [UnseenFolder] = []
    while true {
      errno = 0  // Only this tells the end from a failure.
      guard let record = readdir(stream) else {
        guard errno == 0 else { throw SystemFailure("list", path) }
        return folders
      }
      let name = namePointer(of: record)
      if isSelfOrParent(name) { continue }
      var isFolder = Int(record.pointee.d_type) == Int(DT_DIR)
      if !isFolder {
        let status = try readStatus(of: name, in: descriptor, path / NativePath(copying: name))
        guard isOld(status) else { return nil }
        isFolder = status.kind == .folder  // Some disks do not say so in the listing.
      }
      if isFolder { folders.append(UnseenFolder(path: path / NativePath(copying: name))) }
    }
  }
}

/// `.` or `..`.
private func isSelfOrParent(_ name: UnsafePointer<CChar>) -> Bool {
  let dot = CChar(bitPattern: UInt8(ascii: "."))
  return name[0] == dot && (name[1] == 0 || (name[1] == dot && name[2] == 0))
}
