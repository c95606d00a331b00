import SiteModel

/// What an output folder held before a build; paths are relative to it.
struct OldOutput: Sendable {
  /// Everything in it but the manifest, folders before what they hold.
  let entries: [DirectoryEntry]
  /// The same by path.
  let kinds: [NativePath: FileKind]
  /// What the last build made, by its manifest.
  let made: Set<NativePath>
  /// The folders that the last build needed.
  let madeFolders: Set<NativePath>
  /// The manifest; nil without one.
  let manifest: OutputManifest?

  /// The state before the first build.
  init() {
    entries = []
    kinds = [:]
    made = []
    madeFolders = []
    manifest = nil
  }

  /// Looks at an output folder; links in it are not followed.
  ///
  /// - Throws: `OUT009` for a damaged manifest, `OUT013` when a folder cannot be listed.
  init(at folder: NativePath) throws(FileSystemError) {
    manifest = try OutputManifest(in: folder)
    entries = try reporting(FileSystemDiagnostics.outputNotWritten) {
      () throws(SystemFailure) in try listTree(folder)
    }
    kinds = Dictionary(entries.map { ($0.name, $0.kind) }) { first, _ in first }
    let paths = manifest?.paths ?? []
    made = Set(paths.map { NativePath($0.text) })
    madeFolders = Set(paths.flatMap(\.folders).map { NativePath($0) })
  }

  /// What stands at a path; nil for nothing.
  func kind(of path: OutputPath) -> FileKind? {
    kinds.isEmpty ? nil : kinds[NativePath(path.text)]
  }

  /// Whether the last build made a file of this path.
  func hasMade(_ path: OutputPath) -> Bool { made.contains(NativePath(path.text)) }

  /// How many files of the last build are not among these.
  func countFiles(notIn files: [OutputPath]) -> Int {
    guard !made.isEmpty else { return 0 }
    let gone = made.subtracting(files.lazy.map { NativePath($0.text) })
    return gone.count { kinds[$0] != nil && kinds[$0] != .folder }
  }

  /// Files, links and the like that no build made, in order.
  var foreignFiles: [NativePath] {
    entries.filter { $0.kind != .folder && !made.contains($0.name) }.map(\.name)
  }

  /// Folders that no build needed, in order.
  var foreignFolders: [NativePath] {
    entries.filter { $0.kind == .folder && !madeFolders.contains($0.name) }.map(\.name)
  }
}

/// Everything below a folder but the manifest, by relative path, folders before what they hold.
private func listTree(_ root: NativePath) throws(SystemFailure) -> [DirectoryEntry] {
  var found: [DirectoryEntry] = []
  var waiting = [NativePath("")]
  let manifest = NativePath(OutputManifest.fileName)
  while let folder = waiting.popLast() {
    for entry in try listDirectory(root / folder) {
      let path = folder / entry.name
      if path == manifest { continue }
      found.append(DirectoryEntry(name: path, kind: entry.kind))
      if entry.kind == .folder { waiting.append(path) }
    }
  }
  return found
}
