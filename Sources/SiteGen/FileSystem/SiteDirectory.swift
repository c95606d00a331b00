/// The root folder of a site: the one that holds `Content/`, `seeds/` and `Templates/`.
public struct SiteDirectory: Hashable, Sendable {
  /// Its path, absolute or relative to the working directory.
  public let path: String

  /// Names a folder; nothing is looked up.
  public init(path: String) {
    self.path = path
  }
}

/// The three folders a site is made from.
enum SourceFolder: String, CaseIterable {
  case content = "Content"
  case seeds = "seeds"
  case templates = "Templates"
}

extension SiteDirectory {
  /// Makes sure that there is a site to speak of.
  ///
  /// - Throws: `SRC012` when the root is no folder that can be read.
  public func check() throws(FileSystemError) { _ = try locate() }

  /// The real path of the root.
  func locate() throws(FileSystemError) -> NativePath {
    let code = FileSystemDiagnostics.missingSiteFolder
    return try reporting(code) { () throws(SystemFailure) in
      let root = try resolvePath(NativePath(path.isEmpty ? "." : path))
      // Listing tells a folder from a file and tells whether it may be read.
      _ = try listDirectory(root)
      return root
    }
  }
}
