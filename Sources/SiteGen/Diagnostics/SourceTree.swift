/// Everything the site is made from, as the reading door found it.
public struct SourceTree: Hashable, Sendable {
  /// Texts, sorted by the bytes of their path.
  public let files: [SourceFile]
  /// Site-relative paths of files that are copied, never parsed, in the same order.
  public let assets: [String]
  /// Names of the citation styles of the system, sorted; listed only after one was not found.
  public let installedStyles: [String]

  /// Makes a tree; both lists are sorted here, so the order of reading never shows.
  public init(files: [SourceFile], assets: [String] = [], installedStyles: [String] = []) {
    self.files = files.sorted { $0.path.precedesInBytes($1.path) }
    self.assets = assets.sorted { $0.precedesInBytes($1) }
    self.installedStyles = installedStyles
  }

  /// The texts below a folder (`Content/people`), in order; linear in the number of files.
  public func files(under folder: String) -> [SourceFile] {
    let prefix = folder + "/"
    return files.filter { $0.path.hasPrefix(prefix) }
  }

  /// The text at a path, or nil; found by halves.
  public func file(at path: String) -> SourceFile? {
    let place = files.partitioningIndex { !$0.path.precedesInBytes(path) }
    return place < files.count && files[place].path == path ? files[place] : nil
  }
}
