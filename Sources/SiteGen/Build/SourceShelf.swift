import Diagnostics
import FileSystem
import Publishing

/// Where the texts of a site are found again, once a build has let go of them.
///
/// After names are linked, nobody needs the texts of `Content/`, by far the most of a site, but for
/// the few lines that diagnostics show. Whatever else is read stays here: it is little.
struct SourceShelf {
  /// Of all files of the sources, in their order.
  let digests: [[UInt8]]
  private let paths: [String]
  private let kept: [SourceFile]
  private let texts: [FoundSources.Text]

  /// - Parameters:
  ///   - sources: all texts of the site, and what is installed for it.
  ///   - digests: of its texts, in their order.
  ///   - found: where the system finds the texts.
  init(of sources: SourceTree, digests: [[UInt8]], foundIn found: FoundSources) {
    self.digests = digests
    paths = sources.files.map(\.path)
    kept = sources.files.filter { !SourceShelf.isLetGo($0.path) }
    texts = found.texts.filter { SourceShelf.isLetGo($0.path) }
  }

  /// The files that diagnostics point into; one that is no longer as it was read is left out, for
  /// its lines would be others.
  func files(shownBy diagnostics: [Diagnostic]) -> [SourceFile] {
    let wanted = Set(diagnostics.lazy.flatMap(\.paths))
    guard !wanted.isEmpty else { return [] }
    let digests = Dictionary(zip(paths, self.digests)) { first, _ in first }
    let read = texts.lazy.filter { wanted.contains($0.path) }.compactMap { text -> SourceFile? in
      guard case .file(let file) = text.read() else { return nil }
      return digest(of: file.bytes) == digests[file.path] ? file : nil
    }
    return kept.filter { wanted.contains($0.path) } + read
  }

  private static func isLetGo(_ path: String) -> Bool { path.hasPrefix("Content/") }
}
