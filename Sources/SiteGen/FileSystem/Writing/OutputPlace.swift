/// Where the output stands, links resolved, and what stands beside it while it is made.
struct OutputPlace: Hashable, Sendable {
  /// The output folder itself; need not exist.
  let target: NativePath

  /// Where the new output is made, and where the old one is removed after they changed places.
  var staging: NativePath { sibling("staging") }
  /// Where the old output waits, on disks that cannot exchange two folders at once.
  var previous: NativePath { sibling("previous") }
  /// What says that a build is at work.
  var lock: NativePath { sibling("lock") }

  /// What the last build that wrote the output was made from and found.
  var record: NativePath { sibling("built") }
  /// The same in the making.
  var newRecord: NativePath { sibling("built-new") }

  private func sibling(_ role: String) -> NativePath {
    var name = NativePath(".").bytes + target.name.bytes
    name += NativePath(".\(role)").cString
    return target.parent / NativePath(cString: Array(name))
  }

  /// Finds the place an output folder names, following links even to what does not exist yet.
  ///
  /// - Throws: `OUT007` when the folder above cannot be found, or the path is no name for one.
  init(of directory: OutputDirectory) throws(FileSystemError) {
    target = try reporting(FileSystemDiagnostics.outputUnreachable) {
      () throws(SystemFailure) in
      try resolveOutput(NativePath(directory.path), linksLeft: 8)
    }
  }
}

/// The real path of what need not exist but for the folder above it.
private func resolveOutput(_ path: NativePath, linksLeft: Int) throws(SystemFailure) -> NativePath {
  do throws(SystemFailure) {
    return try resolvePath(path)
  } catch {
    let path = path.withoutTrailingSlashes
    guard error.isMissing, ![".", "..", ""].contains(path.name.text) else { throw error }
    if try readStatus(at: path)?.kind == .symbolicLink, linksLeft > 0 {
      let link = try readSymbolicLink(path)
      let isAbsolute = link.bytes.first == NativePath.slash
      let next = isAbsolute ? link : path.parent / link
      return try resolveOutput(next, linksLeft: linksLeft - 1)
    }
    return try resolvePath(path.parent) / path.name
  }
}

extension NativePath {
  fileprivate var withoutTrailingSlashes: NativePath {
    guard let end = bytes.lastIndex(where: { $0 != NativePath.slash }) else { return self }
    return NativePath(cString: cString[...end] + [0])
  }
}
