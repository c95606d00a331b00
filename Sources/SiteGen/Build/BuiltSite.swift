public import Diagnostics
public import SiteModel
import Synchronization

/// The end of the corridor: what was found on the way.
public struct CheckedBuild: Sendable {
  /// The model that pages were made from; nil when errors ended the corridor before.
  public let site: Site?
  /// In the order of stages, within a stage by place.
  public let diagnostics: [Diagnostic]
}

/// A whole site in memory: files to write and what was found on the way.
public struct BuiltSite: Sendable {
  /// The model that pages were made from; nil when errors ended the corridor before.
  public let site: Site?
  /// Every file of the site, by path; empty when errors kept it from being made.
  public let files: [OutputFile]
  /// In the order of stages, within a stage by place.
  public let diagnostics: [Diagnostic]
}

/// Builds a site and holds all its files in memory, for whoever looks at them before or instead of
/// writing them.
public func buildSite(
  from sources: SourceTree,
  _ settings: BuildSettings,
  observe: StageObserver
) async -> BuiltSite {
  let files = CollectedFiles()
  let built = await buildSite(from: sources, settings, emit: files.take, observe: observe)
  return BuiltSite(
    site: built.site,
    files: built.diagnostics.containsError ? [] : files.sorted,
    diagnostics: built.diagnostics
  )
}

/// Files as they come; a class because workers share it.
private final class CollectedFiles: Sendable {
  private let files = Mutex<[OutputFile]>([])

  func take(_ file: OutputFile) { files.withLock { $0.append(file) } }

  var sorted: [OutputFile] { files.withLock { $0.sorted { $0.path < $1.path } } }
}
