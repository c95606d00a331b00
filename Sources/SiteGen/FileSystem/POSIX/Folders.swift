#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Makes a folder where nothing is; the mask of the process is taken from the permissions.
func makeFolder(_ path: NativePath, permissions: UInt32 = 0o755) throws(SystemFailure) {
  guard mkdir(path.cString, mode_t(permissions)) == 0 else {
    throw SystemFailure("make the folder", path)
  }
}

/// Waits until the disk has the names in a folder.
func synchroniseFolder(_ path: NativePath) throws(SystemFailure) {
  let descriptor = open(path.cString, O_RDONLY | O_CLOEXEC | O_DIRECTORY)
  guard descriptor >= 0 else { throw SystemFailure("save", path) }
  defer { _ = close(descriptor) }
  // Some disks cannot do this for folders; they have nothing to wait for.
  guard fsync(descriptor) == 0 || errno == EINVAL else { throw SystemFailure("save", path) }
}
