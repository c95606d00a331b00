import Build
import Diagnostics
import SiteModel

/// Builds the same site again and again.
struct RepeatedBuild: Sendable {
  private let builder: SiteBuilder

  init(_ settings: BuildSettings) {
    builder = SiteBuilder(settings: settings)
  }

  /// The site of these sources.
  ///
  /// The urgent pages are made first; `ready` is told of every page that is made anew, from any
  /// thread, before the whole is known to be right.
  func build(
    _ sources: SourceTree,
    urgent: [OutputPath],
    ready: @escaping @Sendable (OutputFile) -> Void
  ) async -> BuiltSite {
    await builder.build(sources, urgent: urgent, ready: ready).site
  }
}
