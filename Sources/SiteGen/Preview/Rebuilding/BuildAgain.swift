import Build
import Diagnostics
import SiteModel

/// Builds the same site again and again.
struct RepeatedBuild: Sendable {
  private let settings: BuildSettings

  init(_ settings: BuildSettings) {
    self.settings = settings
  }

  /// The site of these sources.
  ///
  /// A builder that knows how may make the urgent pages first, and tell of pages as they are made,
  /// from any thread; this one makes all in one go.
  func build(
    _ sources: SourceTree,
    urgent: [OutputPath],
    ready: @escaping @Sendable (OutputFile) -> Void
  ) async -> BuiltSite {
    await buildSite(from: sources, settings, observe: { _, _ in })
  }
}
