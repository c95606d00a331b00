public import Diagnostics
public import FileSystem

/// What became of a question about a page of a site on disk.
public struct WorkspaceAnswer: Sendable {
  /// The sources, for printing places.
  public let sources: SourceTree
  /// The answer.
  public let answer: WhyAnswer
}

/// Reads a site and explains one of its pages.
///
/// - Parameters:
///   - words: as `explainPage` takes them.
///   - site: folder of the site.
///   - settings: how it is built.
///   - outputPaths: prefixes under which files of the output may be named.
/// - Returns: the answer, with the sources in which its places stand.
/// - Throws: `FileSystemError` when a folder cannot be read.
public func explainPage(
  _ words: String,
  in site: SiteDirectory,
  _ settings: BuildSettings,
  below outputPaths: [String]
) async throws(FileSystemError) -> WorkspaceAnswer {
  let sources = try addInstalledStyle(to: readSources(site).value, settings)
  let answer = await explainPage(words, of: sources, settings, below: outputPaths)
  return WorkspaceAnswer(sources: sources, answer: answer)
}
