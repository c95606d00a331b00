public import Diagnostics
public import SiteModel

/// Builds a site again and again, remembering between builds what did not change.
///
/// An actor, since the memory is an identity that whoever watches files and whoever answers readers
/// share. Builds that overlap are correct: one of them does without the memory.
public actor SiteBuilder {
  private let settings: BuildSettings
  private var memory: BuildMemory?

  /// Begins without memory; the first build does everything.
  public init(settings: BuildSettings) {
    self.settings = settings
  }

  /// Builds the site of these sources.
  ///
  /// The result is that of `buildSite`, byte for byte and diagnostic for diagnostic, whatever was
  /// built before.
  ///
  /// - Parameters:
  ///   - sources: every source of the site; those that did not change cost least when they share
  ///     the storage of those given before.
  ///   - urgent: pages to be made first.
  ///   - ready: called with every page that was rendered anew, the urgent first, before the whole
  ///     is known to be right; from any thread.
  /// - Returns: the whole site and which files changed since the last build that made files.
  public func build(
    _ sources: SourceTree,
    urgent: [OutputPath] = [],
    ready: @escaping @Sendable (OutputFile) -> Void = { _ in }
  ) async -> IncrementalBuild {
    // Taken out while it is at work: a build that comes between finds none.
    var memory = memory ?? BuildMemory()
    self.memory = nil
    let built = await buildSite(from: sources, settings) { _, _ in }
    var work = BuildWork()
    work.pagesRendered = built.files.count
    built.files.forEach(ready)
    let difference = memory.compareFiles(with: built)
    self.memory = memory
    return IncrementalBuild(
      site: built,
      changed: difference.changed,
      removed: difference.removed,
      work: work
    )
  }
}
