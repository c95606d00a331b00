#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// What a path names.
enum FileKind: Hashable, Sendable {
  case regular
  case folder
  case symbolicLink
  /// A pipe, a socket, a device: never opened, for opening may wait for ever.
  case special
}

/// What makes a file or folder itself, whatever path leads to it.
struct FileIdentity: Hashable, Sendable {
  let device: UInt64
  let inode: UInt64
}

/// A moment as a disk tells the time, in its precision.
public struct DiskMoment: Hashable, Sendable, Comparable {
  /// Seconds since 1970.
  public let seconds: Int
  /// And nanoseconds.
  public let nanoseconds: Int

  /// Makes a moment from what another one held.
  public init(seconds: Int, nanoseconds: Int) {
    self.seconds = seconds
    self.nanoseconds = nanoseconds
  }

  /// Whether one moment comes before another.
  public static func < (left: DiskMoment, right: DiskMoment) -> Bool {
    (left.seconds, left.nanoseconds) < (right.seconds, right.nanoseconds)
  }
}

/// What the system knows of a file.
struct FileStatus: Sendable {
  let kind: FileKind
  let identity: FileIdentity
  /// In bytes.
  let size: Int
  /// The twelve bits of `chmod`.
  let permissions: UInt32
  let owner: UInt32
  let group: UInt32
  let accessed: DiskMoment
  let modified: DiskMoment
  /// When the file or what is known of it last changed (`ctime`); nobody can set it.
  let changed: DiskMoment
}

/// The status of what stands at a path, links not followed; nil when nothing does.
func readStatus(at path: NativePath) throws(SystemFailure) -> FileStatus? {
  var status = stat()
  if lstat(path.cString, &status) == 0 { return FileStatus(status) }
  let failure = SystemFailure("examine", path)
  guard failure.isMissing else { throw failure }
  return nil
}

/// The status of what stands in an open folder, links not followed.
func readStatus(
  of name: UnsafePointer<CChar>,
  in folder: Int32,
  _ path: @autoclosure () -> NativePath
) throws(SystemFailure) -> FileStatus {
  var status = stat()
  guard fstatat(folder, name, &status, AT_SYMLINK_NOFOLLOW) == 0 else {
    throw SystemFailure("examine", path())
  }
  return FileStatus(status)
}

/// The status of what a path leads to, links followed.
func readStatus(behind path: NativePath) throws(SystemFailure) -> FileStatus {
  var status = stat()
  guard stat(path.cString, &status) == 0 else { throw SystemFailure("examine", path) }
  return FileStatus(status)
}

/// The status of an open file.
func readStatus(ofDescriptor descriptor: Int32, _ path: NativePath) throws(SystemFailure)
  -> FileStatus
{
  var status = stat()
  guard fstat(descriptor, &status) == 0 else { throw SystemFailure("examine", path) }
  return FileStatus(status)
}

extension FileStatus {
  fileprivate init(_ status: stat) {
    switch status.st_mode & S_IFMT {
    case S_IFREG: kind = .regular
    case S_IFDIR: kind = .folder
    case S_IFLNK: kind = .symbolicLink
    default: kind = .special
    }
    identity = FileIdentity(
      device: UInt64(truncatingIfNeeded: status.st_dev),
      inode: UInt64(status.st_ino)
    )
    size = Int(status.st_size)
    permissions = UInt32(status.st_mode & 0o7777)
    owner = status.st_uid
    group = status.st_gid
    #if canImport(Darwin)
      accessed = DiskMoment(status.st_atimespec)
      modified = DiskMoment(status.st_mtimespec)
      changed = DiskMoment(status.st_ctimespec)
    #else
      accessed = DiskMoment(status.st_atim)
      modified = DiskMoment(status.st_mtim)
      changed = DiskMoment(status.st_ctim)
    #endif
  }
}

extension DiskMoment {
  fileprivate init(_ time: timespec) {
    seconds = Int(time.tv_sec)
    nanoseconds = Int(time.tv_nsec)
  }

  var timespec: timespec { .init(tv_sec: time_t(seconds), tv_nsec: nanoseconds) }
}
