import SiteModel

/// Makes the whole new output in the staging folder; gives the number of bytes written.
///
/// The old output is only read, and linked to. Nothing waits for the disk but the manifest and
/// the folder: a site is made from its sources, and a file that a power cut left empty differs
/// from what the next build compares it with.
///
/// - Throws: `OUT011`, `OUT012`, `OUT013`; the staging folder is then as far as it came.
func stageOutput(
  _ plan: WritePlan,
  over old: OldOutput,
  at place: OutputPlace,
  site: NativePath
) throws(FileSystemError) -> Int {
  let code = FileSystemDiagnostics.outputNotWritten
  let needed = plan.neededFolders
  let folders = needed.union(plan.carriedFolders).sorted()
  try reporting(code) { () throws(SystemFailure) in
    try makeFolder(place.staging)
    for folder in folders { try makeFolder(place.staging / folder) }
  }
  var bytes = 0
  for (file, isKept) in plan.files {
    bytes += try placeFile(
      file,
      isKept: isKept,
      from: place.target,
      in: place.staging,
      site: site
    )
  }
  try reporting(code) { () throws(SystemFailure) in
    for path in plan.carriedFiles {
      try carryFile(place.target / path, to: place.staging / path)
    }
    let manifest = place.staging / OutputManifest.fileName
    try writeFile(plan.manifest.bytes, at: manifest, synchronised: true)
    // Inner folders first: an outer one may be closed once it has its permissions.
    for folder in folders.reversed() where old.kinds[folder] == .folder {
      let isForeign = !needed.contains(folder) && !old.madeFolders.contains(folder)
      try carryAttributes(of: folder, isForeign: isForeign, at: place)
    }
    try carryAttributes(of: NativePath(""), isForeign: false, at: place)
    try synchroniseFolder(place.staging)
  }
  return bytes
}

/// Gives a folder the permissions it had in the old output, and its times where it holds nothing
/// of the site.
private func carryAttributes(
  of folder: NativePath,
  isForeign: Bool,
  at place: OutputPlace
) throws(SystemFailure) {
  guard let status = try readStatus(at: place.target / folder) else { return }
  try copyPermissions(of: status, to: place.staging / folder)
  if isForeign { try copyTimes(of: status, to: place.staging / folder) }
}
