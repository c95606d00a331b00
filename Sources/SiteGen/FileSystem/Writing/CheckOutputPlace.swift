/// Makes sure that the output folder neither is, holds nor stands in the sources of the site.
///
/// Folders are compared by identity, not by name, so that links, mounts and disks that ignore
/// case deceive nobody.
///
/// - Throws: `OUT005`, or `OUT006` when something other than a folder stands there.
func checkOutputPlace(_ place: OutputPlace, site: NativePath) throws(FileSystemError) {
  let code = FileSystemDiagnostics.outputHoldsSources
  let unreachable = FileSystemDiagnostics.outputUnreachable
  let finding = try reporting(unreachable) { () throws(SystemFailure) -> String? in
    let target = try readStatus(at: place.target)
    if let target, target.kind == .folder {
      if target.identity == (try readStatus(at: site)?.identity) {
        return "\"\(place.target.text)\" is the root of the site itself"
      }
      for source in try [site] + sourceFolders(of: site)
      where try ancestry(of: source).contains(target.identity) {
        return "\"\(place.target.text)\" holds \"\(source.text)\", of which the site is made"
      }
    }
    let above = try ancestry(of: place.target)
    for source in try sourceFolders(of: site) {
      guard let identity = try readStatus(at: source)?.identity else { continue }
      if above.contains(identity) {
        return
          "\"\(place.target.text)\" stands inside \"\(source.text)\", of which the site is made"
      }
    }
    return nil
  }
  if let finding { throw FileSystemError(code, finding) }
  let status = try reporting(unreachable) {
    () throws(SystemFailure) in try readStatus(at: place.target)
  }
  if let status, status.kind != .folder {
    let summary = "\"\(place.target.text)\" is a file, not a folder"
    throw FileSystemError(FileSystemDiagnostics.outputNotAFolder, summary)
  }
}

/// The folders of the sources that exist, links resolved.
private func sourceFolders(of site: NativePath) throws(SystemFailure) -> [NativePath] {
  var folders: [NativePath] = []
  for folder in SourceFolder.allCases {
    do throws(SystemFailure) {
      folders.append(try resolvePath(site / folder.rawValue))
    } catch  where error.isMissing {
      continue
    }
  }
  return folders
}

/// The identities of what stands at a real path and of all folders above it.
private func ancestry(of path: NativePath) throws(SystemFailure) -> Set<FileIdentity> {
  var identities: Set<FileIdentity> = []
  var current = path
  while true {
    if let status = try readStatus(at: current) { identities.insert(status.identity) }
    let parent = current.parent
    if parent == current { return identities }
    current = parent
  }
}
