/// Gives a file, a link or the like a second name, or where the disk cannot, makes one like it.
func carryFile(_ existing: NativePath, to path: NativePath) throws(SystemFailure) {
  do throws(SystemFailure) {
    try makeHardLink(to: existing, at: path)
  } catch  where error.isLinkRefusal {
    try copyLike(existing, at: path, after: error)
  }
}

/// Makes a copy with the times, permissions and, where allowed, the owner of the original.
func copyLike(
  _ existing: NativePath,
  at path: NativePath,
  after refusal: SystemFailure
) throws(SystemFailure) {
  guard let status = try readStatus(at: existing) else { throw refusal }
  switch status.kind {
  case .regular:
    _ = try writeCopy(of: OpenFile(reading: existing), at: path)
    try copyPermissions(of: status, to: path)
  case .symbolicLink:
    try makeSymbolicLink(to: readSymbolicLink(existing), at: path)
  case .folder, .special:
    throw refusal
  }
  try copyTimes(of: status, to: path)
}

/// Makes a file, as those of the output readable by all as the mask of the process allows.
func writeFile(
  _ bytes: [UInt8],
  at path: NativePath,
  permissions: UInt32 = 0o644,
  synchronised: Bool = false
) throws(SystemFailure) {
  let file = try OpenFile(creating: path, permissions: permissions)
  try file.write(bytes)
  if synchronised { try file.synchronise() }
  try file.finish()
}

private func writeCopy(
  of source: borrowing OpenFile,
  at path: NativePath
) throws(SystemFailure) -> Int {
  let file = try OpenFile(creating: path, permissions: 0o644)
  let count = try file.writeAll(of: source)
  try file.finish()
  return count
}
