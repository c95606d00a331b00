import SiteModel

/// Writes source files, all of them or none.
///
/// Every file is made beside its place under a hidden name and handed to the disk; only then do
/// all take their places, one renaming each, in the given order. A failure puts back what was
/// replaced. A process that is killed between two renamings leaves the first files new and the
/// others old, each whole; hidden leftovers are passed over by every reading and replaced by the
/// next writing.
///
/// - Parameters:
///   - edits: the files, each path once; folders that are missing are made.
///   - site: the root of the site.
/// - Throws: `SRC012` for the site, `SED039` where a file is not as it was read, `SED038` for all
///   else, among it a path that leads out of the site.
public func writeSources(
  _ edits: [SourceEdit],
  to site: SiteDirectory
) throws(FileSystemError) {
  let root = try site.locate()
  let lock = try lockSources(of: root)
  defer { withExtendedLifetime(lock) {} }
  var work = SourceWriting(root: root)
  do throws(FileSystemError) {
    for edit in edits { try work.stage(edit) }
    try work.checkNothingChanged()
    try work.placeAll()
  } catch {
    work.undo()
    throw error
  }
  work.removeBackups()
}

private func lockSources(of root: NativePath) throws(FileSystemError) -> FileLock {
  let code = FileSystemDiagnostics.sourceNotWritten
  do throws(SystemFailure) {
    return try FileLock(at: root / ".sitegen-import.lock")
  } catch  where error.isHeldByAnother {
    throw FileSystemError(code, "another sitegen is writing to \"\(root.text)\"")
  } catch {
    throw FileSystemError(code, error)
  }
}

/// What has been done so far, so that it can be undone.
private struct SourceWriting {
  private struct Staged {
    let edit: SourceEdit
    let target: NativePath
    let staging: NativePath
    let backup: NativePath
    var isPlaced = false
  }

  let root: NativePath
  private var staged: [Staged] = []
  private var madeFolders: [NativePath] = []

  init(root: NativePath) { self.root = root }

  mutating func stage(_ edit: SourceEdit) throws(FileSystemError) {
    guard let path = OutputPath(edit.path) else {
      let summary = "\"\(printable(edit.path))\" is no path below the site"
      throw FileSystemError(FileSystemDiagnostics.sourceNotWritten, summary)
    }
    for folder in path.folders { try makeFolderWithin(root / folder) }
    let target = try locate(root / edit.path)
    let name = target.name.text
    let item = Staged(
      edit: edit,
      target: target,
      staging: target.parent / ".\(name).sitegen-new",
      backup: target.parent / ".\(name).sitegen-old"
    )
    staged.append(item)
    try reporting(FileSystemDiagnostics.sourceNotWritten) { () throws(SystemFailure) in
      try removeFile(item.staging)
      try removeFile(item.backup)
      try writeFile(edit.new, at: item.staging, synchronised: true)
      if let status = try readStatus(at: target) {
        try setPermissions(status.permissions, of: item.staging)
      }
    }
  }

  /// Holds every file against what was read of it.
  func checkNothingChanged() throws(FileSystemError) {
    for item in staged {
      let isSame = try reporting(FileSystemDiagnostics.sourceNotWritten) {
        () throws(SystemFailure) in
        guard try readStatus(at: item.target) != nil else { return item.edit.old == nil }
        guard let old = item.edit.old else { return false }
        return try OpenFile(reading: item.target).holds(old)
      }
      guard isSame else {
        let summary = "\"\(item.edit.path)\" changed while it was being worked on"
        throw FileSystemError(FileSystemDiagnostics.changedMeanwhile, summary)
      }
    }
  }

  mutating func placeAll() throws(FileSystemError) {
    for index in staged.indices {
      let item = staged[index]
      try reporting(FileSystemDiagnostics.sourceNotWritten) { () throws(SystemFailure) in
        guard item.edit.old != nil else { return try placeNew(item) }
        try carryFile(item.target, to: item.backup)
        try renamePath(item.staging, to: item.target)
      }
      staged[index].isPlaced = true
    }
    let folders = Set(staged.map(\.target.parent)).sorted()
    try reporting(FileSystemDiagnostics.sourceNotWritten) { () throws(SystemFailure) in
      for folder in folders { try synchroniseFolder(folder) }
    }
  }

  /// Gives a new file its name, unless somebody else has used it since it was looked for.
  private func placeNew(_ item: Staged) throws(SystemFailure) {
    do throws(SystemFailure) {
      try makeHardLink(to: item.staging, at: item.target)
    } catch  where error.isLinkRefusal {
      return try renamePath(item.staging, to: item.target)  // a disk that knows no links
    }
    try removeFile(item.staging)
  }

  /// Puts everything back; what refuses even that stays under its hidden name.
  func undo() {
    for item in staged.reversed() {
      if item.isPlaced {
        if item.edit.old == nil {
          try? removeFile(item.target)  // the failure that led here is the one to tell
        } else {
          try? renamePath(item.backup, to: item.target)  // likewise
        }
      }
      try? removeFile(item.staging)  // hidden, and replaced by the next writing
      try? removeFile(item.backup)  // likewise
    }
    for folder in madeFolders.reversed() { try? removeTree(folder) }  // an empty folder is harmless
  }

  func removeBackups() {
    for item in staged { try? removeFile(item.backup) }  // hidden, and replaced by the next writing
  }

  private mutating func makeFolderWithin(_ folder: NativePath) throws(FileSystemError) {
    let isMissing = try reporting(FileSystemDiagnostics.sourceNotWritten) {
      () throws(SystemFailure) in
      guard try readStatus(at: folder) == nil else { return false }
      try makeFolder(folder)
      return true
    }
    if isMissing { madeFolders.append(folder) }
  }

  /// The real place of a file: links are followed, but not out of the site.
  private func locate(_ path: NativePath) throws(FileSystemError) -> NativePath {
    let real = try reporting(FileSystemDiagnostics.sourceNotWritten) {
      () throws(SystemFailure) in
      if try readStatus(at: path)?.kind == .symbolicLink { return try resolvePath(path) }
      return try resolvePath(path.parent) / path.name
    }
    guard real.isWithin(root) else {
      let summary = "\"\(path.text)\" leads to \"\(real.text)\", outside the site"
      throw FileSystemError(FileSystemDiagnostics.sourceNotWritten, summary)
    }
    return real
  }
}
