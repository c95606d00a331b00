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
