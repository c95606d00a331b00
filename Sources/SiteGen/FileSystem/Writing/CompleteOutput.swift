import SiteModel
import Synchronization

extension StagedOutput {
  /// Puts into the new output what stays of the old one, and the manifest.
  ///
  /// What is kept becomes a second name of the file in the old output, so that its times and
  /// permissions stay. Only the manifest and the folder wait for the disk.
  ///
  /// - Throws: `OUT013`; the new output is then as far as it came.
  func complete(_ plan: WritePlan) throws(FileSystemError) {
    try reporting(FileSystemDiagnostics.outputNotWritten) { () throws(SystemFailure) in
      for path in plan.kept { try carry(path.text) }
      for folder in plan.carriedFolders.sorted() {
        if try readStatus(at: place.staging / folder) == nil {
          try makeFolder(place.staging / folder)
        }
      }
      for path in plan.carriedFiles {
        try carryFile(place.target / path, to: place.staging / path)
      }
      let manifest = place.staging / OutputManifest.fileName
      try writeFile(plan.manifest.bytes, at: manifest, synchronised: true)
      if target != nil { try carryAttributes(plan) }
      try synchroniseFolder(place.staging)
    }
  }

  /// Gives a file of the old output a second name in the new one.
  private func carry(_ path: String) throws(SystemFailure) {
    let isOld = try isOlderThanClaim(path)
    if !isOld { progress.withLock { $0.isDoubtful = true } }
    do throws(SystemFailure) {
      try target?.link(path, into: staging)
    } catch  where error.isLinkRefusal {
      try copyLike(place.target / path, at: place.staging / path, after: error)
    }
  }

  /// Whether nobody has changed a file of the old output since this build began to compare.
  private func isOlderThanClaim(_ path: String) throws(SystemFailure) -> Bool {
    guard let moment = claim.moment, let status = try readStatus(at: place.target / path) else {
      return false
    }
    return status.changed < moment
  }

  /// Gives folders the permissions they had in the old output, and their times where they hold
  /// nothing of the site.
  private func carryAttributes(_ plan: WritePlan) throws(SystemFailure) {
    let needed = plan.neededFolders
    let folders = needed.union(plan.carriedFolders)
    // Inner folders first: an outer one may be closed once it has its permissions.
    for folder in folders.sorted().reversed() where old.kinds[folder] == .folder {
      let isForeign = !needed.contains(folder) && !old.madeFolders.contains(folder)
      try carryAttributes(of: folder, isForeign: isForeign)
    }
    try carryAttributes(of: NativePath(""), isForeign: false)
  }

  private func carryAttributes(of folder: NativePath, isForeign: Bool) throws(SystemFailure) {
    guard let status = try readStatus(at: place.target / folder) else { return }
    try copyPermissions(of: status, to: place.staging / folder)
    if isForeign { try copyTimes(of: status, to: place.staging / folder) }
  }
}
