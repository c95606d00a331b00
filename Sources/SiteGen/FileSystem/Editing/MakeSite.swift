import SiteModel

/// Writes the first files of a site into a folder that is empty or not there yet.
///
/// Hidden files, such as those of git, may be there already and stay. When a file cannot be written, none is,
/// and a folder that was made is removed again.
///
/// - Throws: `SRC014` where the folder holds something, `SED038` where it cannot be made or written.
public func makeSite(_ edits: [SourceEdit], in site: SiteDirectory) throws(FileSystemError) {
  let folder = NativePath(site.path)
  let isNew = try reporting(FileSystemDiagnostics.sourceNotWritten) { () throws(SystemFailure) in
    guard try readStatus(at: folder) == nil else { return false }
    try makeFolder(folder)
    return true
  }
  let held = try reporting(FileSystemDiagnostics.sourceNotWritten) { () throws(SystemFailure) in
    try listDirectory(folder).map(\.name)
  }
  if let first = held.first(where: { !isPassedOver($0) }) {
    let summary = "\"\(site.path)\" is not empty: it holds \"\(printable(first.text))\""
    throw FileSystemError(FileSystemDiagnostics.folderNotEmpty, summary)
  }
  do throws(FileSystemError) {
    try writeSources(edits.filter { !held.contains(NativePath($0.path)) }, to: site)
  } catch {
    if isNew { try? removeTree(folder) }  // the failure that led here is the one to tell
    throw error
  }
}
