import Diagnostics
import FileSystem
import Publishing

/// Where the texts of a site are found again, once a build has let go of them.
///
/// After they are loaded, nobody needs the texts of `Content/`, by far the most of a site, but for
/// the few lines that diagnostics point to. Whatever else is read stays here: it is little.
struct SourceShelf {
  /// Of all files of the sources, in their order.
  let digests: [[UInt8]]
  private let paths: [String]
  private let kept: SourceTree
  /// Those that are let go of, sorted by path.
  private let texts: [FoundSources.Text]

  /// - Parameters:
  ///   - sources: all texts of the site, and what is installed for it.
  ///   - digests: of its texts, in their order.
  ///   - found: where the system finds the texts.
  init(of sources: SourceTree, digests: [[UInt8]], foundIn found: FoundSources) {
    self.digests = digests
    paths = sources.files.map(\.path)
    kept = SourceTree(files: sources.files.filter { !SourceShelf.isLetGo($0.path) })
    texts = found.texts.filter { SourceShelf.isLetGo($0.path) }
      .sorted { $0.path.precedesInBytes($1.path) }
  }

  /// The files that diagnostics point into, but for those that are no longer as they were read: their
  /// lines would be others.
  func files(shownBy diagnostics: [Diagnostic]) -> [SourceFile] {
    Set(diagnostics.lazy.flatMap(\.paths)).sorted().compactMap(file)
  }

  /// The file at a path, read once more where it was let go of; nil where it is no longer as it was.
  @Sendable func file(at path: String) -> SourceFile? {
    if let file = kept.file(at: path) { return file }
    let place = texts.partitioningIndex { !$0.path.precedesInBytes(path) }
    guard place < texts.count, texts[place].path == path,
      case .file(let file) = texts[place].read(),
      let asRead = digestAsRead(at: path), digest(of: file.bytes) == asRead
    else { return nil }
    return file
  }

  private func digestAsRead(at path: String) -> [UInt8]? {
    let place = paths.partitioningIndex { !$0.precedesInBytes(path) }
    return place < paths.count && paths[place] == path ? digests[place] : nil
  }

  private static func isLetGo(_ path: String) -> Bool { path.hasPrefix("Content/") }
}
