#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gives a file or folder (no link) the owner and the permissions of another.
///
/// Only an administrator may give files away: where the owner differs and cannot be set, the
/// copy belongs to whoever builds, as every other new file does.
func copyPermissions(of status: FileStatus, to path: NativePath) throws(SystemFailure) {
  guard let current = try readStatus(at: path) else { return }
  let isOwned = (current.owner, current.group) == (status.owner, status.group)
  // Setting what is set already would still write to the disk.
  if isOwned, current.permissions == status.permissions { return }
  if !isOwned { _ = chown(path.cString, status.owner, status.group) }
  try setPermissions(status.permissions, of: path)  // After: a new owner takes bits away.
}

/// Sets the twelve bits of `chmod`.
func setPermissions(_ permissions: UInt32, of path: NativePath) throws(SystemFailure) {
  guard chmod(path.cString, mode_t(permissions)) == 0 else {
    throw SystemFailure("set the permissions of", path)
  }
}

/// Gives a path, or a link itself, the times of another.
func copyTimes(of status: FileStatus, to path: NativePath) throws(SystemFailure) {
  let times = [status.accessed.timespec, status.modified.timespec]
  guard utimensat(AT_FDCWD, path.cString, times, AT_SYMLINK_NOFOLLOW) == 0 else {
    throw SystemFailure("set the times of", path)
  }
}
