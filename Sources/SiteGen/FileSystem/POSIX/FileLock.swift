#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// A lock held through a file, given back when dropped or when the process ends, however it ends.
struct FileLock: ~Copyable, Sendable {
  private let path: NativePath
  private let descriptor: Int32

  /// Takes the lock without waiting; `isHeldByAnother` says of the failure that it is taken.
  init(at path: NativePath) throws(SystemFailure) {
    self.path = path
    while true {
      let flags = O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW | O_NONBLOCK
      let descriptor = open(path.cString, flags, mode_t(0o644))
      guard descriptor >= 0 else { throw SystemFailure("lock", path) }
      do throws(SystemFailure) {
        if try FileLock.takes(descriptor, path) {
          self.descriptor = descriptor
          return
        }
      } catch {
        _ = close(descriptor)
        throw error
      }
      _ = close(descriptor)
    }
  }

  deinit {
    // Removed before it is released: whoever opens the path later makes a file of their own.
    _ = unlink(path.cString)
    _ = close(descriptor)
  }

  /// The present moment as the disk tells the time, which is not before any change that it has
  /// stamped.
  ///
  /// Most systems stamp with the last tick of their clock, so what changed since that tick bears the
  /// same moment. Linux 6.13 and newer tell two changes of one tick apart where somebody looked in
  /// between: hence the second round, which there makes the moment later than any stamp.
  func moment() throws(SystemFailure) -> DiskMoment {
    _ = try touch()
    return try touch()
  }

  /// Changes nothing of the file but its `changed`, and looks at it.
  private func touch() throws(SystemFailure) -> DiskMoment {
    let permissions = try readStatus(ofDescriptor: descriptor, path).permissions
    guard fchmod(descriptor, mode_t(permissions)) == 0 else {
      throw SystemFailure("set the permissions of", path)
    }
    return try readStatus(ofDescriptor: descriptor, path).changed
  }

  /// False when the file was removed by its last holder between opening and locking.
  private static func takes(_ descriptor: Int32, _ path: NativePath) throws(SystemFailure) -> Bool {
    guard flock(descriptor, LOCK_EX | LOCK_NB) == 0 else { throw SystemFailure("lock", path) }
    let held = try readStatus(ofDescriptor: descriptor, path).identity
    return try readStatus(at: path)?.identity == held
  }
}
