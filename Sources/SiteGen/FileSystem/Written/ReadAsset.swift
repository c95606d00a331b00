/// The bytes of a file that the site copies.
///
/// `source` is relative to the root of the site.
///
/// - Throws: `OUT011` when it is gone or cannot be read, `OUT012` when it stands outside the site.
public func readAsset(
  _ source: String,
  of site: SiteDirectory
) throws(FileSystemError) -> [UInt8] {
  let file = try openAsset(source, site: try site.locate())
  return try reporting(FileSystemDiagnostics.unreadableAsset) { () throws(SystemFailure) in
    try file.readAll()
  }
}
