public import Diagnostics
public import SiteModel

/// Builds a site again and again, remembering between builds what did not change.
///
/// An actor, since the memory is an identity that whoever watches files and whoever answers readers
/// share. Builds that overlap are correct: one of them does without the memory.
public actor SiteBuilder {
  private let settings: BuildSettings
  private var memory: BuildMemory?
  private var shown = ShownFiles()

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
    var kept = memory
    memory = nil
    await kept?.update(sources, settings)
    var memory: BuildMemory
    if let updated = consume kept {
      memory = updated
    } else {
      memory = await BuildMemory(sources, settings)
    }
    let finished = await memory.finish(sources, settings, urgent: urgent, ready: ready)
    // A build that came between has shown other files than this memory knows.
    let isNext = memory.shownBuild == shown.number
    let difference = shown.compare(
      with: finished.built.files,
      isNext ? finished.changes : FileChanges()
    )
    memory.shownBuild = shown.number
    self.memory = memory
    return IncrementalBuild(
      site: finished.built,
      changed: difference.changed,
      removed: difference.removed,
      work: memory.work
    )
  }
}

/// The files of the last build that made any.
private struct ShownFiles {
  /// Counts the builds.
  private(set) var number = 0
  private var files: [OutputFile] = []
  /// Whether the last build made them.
  private var areLatest = false

  /// Keeps the files of a build and tells what became of those before.
  mutating func compare(
    with new: [OutputFile],
    _ changes: FileChanges
  ) -> (changed: [OutputPath], removed: [OutputPath]) {
    number += 1
    guard !new.isEmpty else {
      areLatest = false
      return ([], [])
    }
    let old = files
    let isSameList = areLatest && changes.isSameList && old.count == new.count
    (files, areLatest) = (new, true)
    guard !isSameList else {
      return (changes.rendered.filter { old[$0] != new[$0] }.map { new[$0].path }, [])
    }
    let known = Dictionary(old.map { ($0.path, $0.contents) }) { first, _ in first }
    let paths = Set(new.map(\.path))
    return (
      new.filter { known[$0.path] != $0.contents }.map(\.path),
      old.map(\.path).filter { !paths.contains($0) }.sorted()
    )
  }
}
