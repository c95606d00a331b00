import Build
import Diagnostics

/// Builds the same site again and again.
struct RepeatedBuild: Sendable {
  private let settings: BuildSettings

  init(_ settings: BuildSettings) {
    self.settings = settings
  }

  /// The site of these sources.
  func build(_ sources: SourceTree) async -> BuiltSite {
    await buildSite(from: sources, settings, observe: { _, _ in })
  }
}
