import SiteModel

/// Whether a regular file holds what a file of the output is to hold, sizes compared first.
///
/// Reads nothing but its arguments and the disk: several threads may call it at once.
///
/// - Throws: `OUT011` or `OUT012` for the asset, `OUT013` for the file of the old output.
func holdsContents(
  of file: OutputFile,
  _ path: NativePath,
  site: NativePath
) throws(FileSystemError) -> Bool {
  let code = FileSystemDiagnostics.outputNotWritten
  switch file.contents {
  case .bytes(let bytes):
    return try reporting(code) { () throws(SystemFailure) in
      try OpenFile(reading: path).holds(bytes)
    }
  case .copy(let source):
    let asset = try openAsset(source, site: site)
    return try reporting(code) { () throws(SystemFailure) in
      try OpenFile(reading: path).holdsSame(as: asset)
    }
  }
}

/// Opens a file of the site that is to be copied; links are followed inside the site only.
///
/// - Throws: `OUT011` when it is missing, no regular file or unreadable, `OUT012` when it stands
///   outside the site.
func openAsset(_ source: String, site: NativePath) throws(FileSystemError) -> OpenFile {
  let code = FileSystemDiagnostics.unreadableAsset
  let path = try reporting(code) { () throws(SystemFailure) in
    try resolvePath(site / source)
  }
  guard path.isWithin(site) else {
    let summary = "\"\(source)\" leads to \"\(path.text)\", outside the site"
    throw FileSystemError(FileSystemDiagnostics.assetLeavesSite, summary)
  }
  let file = try reporting(code) { () throws(SystemFailure) in try OpenFile(reading: path) }
  let kind = try reporting(code) { () throws(SystemFailure) in try file.status().kind }
  guard kind == .regular else {
    throw FileSystemError(code, "\"\(source)\" is not a regular file")
  }
  return file
}
