#if canImport(Glibc)
  import Glibc
#elseif canImport(Musl)
  import Musl
#elseif canImport(Darwin)
  import Darwin
#endif

/// Removes a file or a link; nothing when there is none.
func removeFile(_ path: NativePath) throws(SystemFailure) {
  if unlink(path.cString) == 0 { return }
  let failure = SystemFailure("remove", path)
  guard failure.isMissing else { throw failure }
}

/// Removes whatever stands at a path, links not followed; nothing when nothing does.
func removeTree(_ path: NativePath) throws(SystemFailure) {
  guard let status = try readStatus(at: path) else { return }
  guard status.kind == .folder else { return try removeFile(path) }
  try removeFolder(path)
}

private func removeFolder(_ folder: NativePath) throws(SystemFailure) {
  for entry in try listForRemoval(folder) {
    let path = folder / entry.name
    if entry.kind == .folder { try removeFolder(path) } else { try removeFile(path) }
  }
  guard rmdir(folder.cString) == 0 else { throw SystemFailure("remove", folder) }
}

/// A folder may forbid its own emptying to its owner, who may lift that.
private func listForRemoval(_ folder: NativePath) throws(SystemFailure) -> [DirectoryEntry] {
  if let status = try readStatus(at: folder), status.permissions & 0o700 != 0o700 {
    try setPermissions(0o700, of: folder)
  }
  return try listDirectory(folder)
}
