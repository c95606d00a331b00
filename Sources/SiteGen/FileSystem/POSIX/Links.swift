#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Gives a file, or a symbolic link itself, a second name.
func makeHardLink(to existing: NativePath, at path: NativePath) throws(SystemFailure) {
  // Without AT_SYMLINK_FOLLOW, so that a symbolic link stays one on every system.
  guard linkat(AT_FDCWD, existing.cString, AT_FDCWD, path.cString, 0) == 0 else {
    throw SystemFailure("link", path)
  }
}

/// Makes a symbolic link; the target need not exist.
func makeSymbolicLink(to target: NativePath, at path: NativePath) throws(SystemFailure) {
  guard symlink(target.cString, path.cString) == 0 else { throw SystemFailure("link", path) }
}

/// What a symbolic link says.
func readSymbolicLink(_ path: NativePath) throws(SystemFailure) -> NativePath {
  var buffer = [CChar](repeating: 0, count: Int(PATH_MAX) + 1)
  let count = readlink(path.cString, &buffer, buffer.count - 1)
  guard count >= 0 else { throw SystemFailure("read the link", path) }
  return NativePath(cString: buffer[..<count] + [0])
}

/// The absolute path without links, `.` and `..`; everything on it must exist.
func resolvePath(_ path: NativePath) throws(SystemFailure) -> NativePath {
  guard let resolved = realpath(path.cString, nil) else { throw SystemFailure("find", path) }
  defer { free(resolved) }
  return NativePath(copying: resolved)
}
