public import Diagnostics
public import FileSystem
import SiteModel

/// What the comparison of two folders of a site came to.
public struct WorkspaceDifference: Sendable {
  /// What the two do not share; nil when one of them does not build.
  public let difference: SiteDifference?
  /// Errors of the earlier one.
  public let earlierErrors: Int
  /// Errors of the present one, with their places.
  public let errors: [Diagnostic]
  /// The sources of the present one, for printing places.
  public let sources: SourceTree
}

/// Builds two folders of a site in memory and compares them; nothing is written.
///
/// - Throws: `FileSystemError` when a folder cannot be read.
public func compareWorkspaces(
  _ earlier: SiteDirectory,
  _ present: SiteDirectory,
  _ settings: BuildSettings
) async throws(FileSystemError) -> WorkspaceDifference {
  let old = try await buildInMemory(earlier, settings)
  let new = try await buildInMemory(present, settings)
  let isWhole = old.errors.isEmpty && new.errors.isEmpty
  return WorkspaceDifference(
    difference: isWhole ? compareSites(old.built.files, new.built.files) : nil,
    earlierErrors: old.errors.count,
    errors: new.errors,
    sources: new.sources
  )
}

private func buildInMemory(
  _ directory: SiteDirectory,
  _ settings: BuildSettings
) async throws(FileSystemError) -> (sources: SourceTree, built: BuiltSite, errors: [Diagnostic]) {
  let read = try readSources(directory)
  let sources = try addInstalledStyle(to: read.value, settings)
  let built = await buildSite(from: sources, settings) { _, _ in }
  let found = read.diagnostics.sortedForPrinting() + built.diagnostics
  return (sources, built, found.filter { $0.severity == .error })
}
