public import SiteModel

/// The files of an output folder that the last build made, by its manifest.
///
/// Whatever else stands in the folder is none of the site's, and is not to be had here.
public struct WrittenOutput: Sendable {
  /// The files made.
  public let paths: Set<OutputPath>
  private let root: NativePath
  private let directory: OutputDirectory
  private let manifest: FileIdentity?

  /// Reads the manifest of an output folder.
  ///
  /// - Throws: `SRV002` where nothing was built yet, `OUT009` when the manifest is damaged.
  public init(_ directory: OutputDirectory) throws(FileSystemError) {
    self.directory = directory
    let code = FileSystemDiagnostics.nothingBuilt
    root = try reporting(code) { () throws(SystemFailure) in
      try resolvePath(NativePath(directory.path))
    }
    manifest = WrittenOutput.manifestIdentity(of: directory)
    guard let read = try OutputManifest(in: root) else {
      let summary = "\"\(directory.path)\" holds no \(OutputManifest.fileName)"
      throw FileSystemError(code, summary)
    }
    paths = Set(read.paths)
  }

  /// Whether no other build has taken its place; one call of the system.
  public var isCurrent: Bool { WrittenOutput.manifestIdentity(of: directory) == manifest }

  /// The bytes of a file; nil when no build made it, it is gone, or a link leads out of the folder.
  public func read(_ path: OutputPath) -> [UInt8]? {
    // Whoever asks gets the same answer for all three, and for a disk that refuses.
    guard paths.contains(path), let found = try? resolvePath(root / path.text),
      found.isWithin(root), let file = try? OpenFile(reading: found),
      let status = try? file.status(), status.kind == .regular
    else { return nil }
    return try? file.readAll()
  }

  private static func manifestIdentity(of directory: OutputDirectory) -> FileIdentity? {
    let path = NativePath(directory.path) / OutputManifest.fileName
    return try? readStatus(at: path)?.identity  // a manifest that is gone is another one
  }
}
