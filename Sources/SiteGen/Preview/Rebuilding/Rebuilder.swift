import Build
import Diagnostics
import FileSystem
import SiteModel

/// Takes a site from one save to the next: reads what changed, builds, shows.
struct Rebuilder: Sendable {
  /// The sources of a build, as far as they decide its outcome.
  private struct Input: Hashable {
    let sources: SourceTree
    let diagnostics: [Diagnostic]
  }

  private let settings: BuildSettings
  private let preview: LivePreview
  private let builder: SiteBuilder
  private var reader: SourceReader
  private var last: Input?
  /// What the last sources made, when that was a good site.
  private var lastBuilt: BuiltSite?
  /// Whether what the builder made last is what is shown, so that it knows what a next build changes.
  private var showsLastFiles = false
  /// What was said since the last good site and in it.
  private var known: Set<Diagnostic> = []
  /// Why nothing could be read the last time; nil when all could.
  private var missing: Diagnostic?
  private let clock = ContinuousClock()

  init(_ directory: SiteDirectory, _ settings: BuildSettings, for preview: LivePreview) {
    self.settings = settings
    self.preview = preview
    builder = SiteBuilder(settings: settings)
    reader = SourceReader(directory)
  }

  /// Builds what became of the site; nil when nothing did that anybody could see.
  mutating func rebuild(after changes: WatchedChanges) async -> PreviewEvent? {
    let start = clock.now
    let input: Input
    do throws(FileSystemError) {
      input = try read(changes)
    } catch {
      (last, lastBuilt) = (nil, nil)
      // Said once, however often somebody looks for what is not there.
      if missing == error.diagnostic { return nil }
      missing = error.diagnostic
      return fail([error.diagnostic], [], since: start)
    }
    missing = nil
    let saved = savedPaths(changes, last, input)
    if input == last {
      guard concernsAssets(changes, input.sources) else { return nil }
      // Copied files are none of the builder's concern: the site is the same but for them.
      let nothing = ServedSite.Changes(changed: [], removed: [])
      if let lastBuilt {
        return show(lastBuilt, nothing, input, after: changes, saved, since: start)
      }
    }
    (last, lastBuilt) = (input, nil)
    if input.diagnostics.containsError {
      return fail(input.diagnostics, input.sources.files, since: start)
    }
    let urgent = preview.pagesInView
    let build = await builder.build(input.sources, urgent: urgent.sorted()) { [preview] file in
      if urgent.contains(file.path) { preview.showEarly(file) }
    }
    let built = build.site
    let diagnostics = input.diagnostics + built.diagnostics
    guard !diagnostics.containsError else {
      return fail(diagnostics, input.sources.files, since: start)
    }
    let difference =
      showsLastFiles ? ServedSite.Changes(changed: build.changed, removed: build.removed) : nil
    showsLastFiles = false
    do throws(FileSystemError) {
      if preview.meetsNewPath(among: difference?.changed ?? built.files.map(\.path)) {
        try checkOutputPaths(built.files.map(\.path).sorted())
      }
    } catch {
      return fail(diagnostics + [error.diagnostic], input.sources.files, since: start)
    }
    (lastBuilt, showsLastFiles) = (built, true)
    return show(built, difference, input, after: changes, saved, since: start)
  }

  private mutating func show(
    _ built: BuiltSite,
    _ difference: ServedSite.Changes?,
    _ input: Input,
    after changes: WatchedChanges,
    _ saved: [String],
    since start: ContinuousClock.Instant
  ) -> PreviewEvent {
    let diagnostics = input.diagnostics + built.diagnostics
    let shown = preview.show(built, difference, after: changes)
    var summary = PreviewBuild(of: built, shown, saved: saved, sources: input.sources.files)
    summary.duration = start.duration(to: clock.now)
    summary.newDiagnostics = diagnostics.filter { !known.contains($0) }
    known = Set(diagnostics)
    return .built(summary)
  }

  private mutating func read(_ changes: WatchedChanges) throws(FileSystemError) -> Input {
    let read = try reader.read(changes)
    let sources = try addInstalledStyle(to: read.value, settings)
    return Input(sources: sources, diagnostics: read.diagnostics.sortedForPrinting())
  }

  private func concernsAssets(_ changes: WatchedChanges, _ sources: SourceTree) -> Bool {
    switch changes {
    case .anything: true
    case .paths: sources.assets.contains { changes.mayConcern($0) }
    }
  }

  private mutating func fail(
    _ diagnostics: [Diagnostic],
    _ sources: [SourceFile],
    since start: ContinuousClock.Instant
  ) -> PreviewEvent {
    preview.show(ProblemReport(diagnostics, sources: sources))
    known.formUnion(diagnostics)
    let duration = start.duration(to: clock.now)
    return .failed(
      PreviewProblems(diagnostics: diagnostics, sources: sources, duration: duration)
    )
  }

  /// The files that were saved: what editors write beside them is none of anybody's concern.
  private func savedPaths(_ changes: WatchedChanges, _ old: Input?, _ new: Input) -> [String] {
    guard case .paths(let paths) = changes, let old else { return [] }
    let found = [old.sources, new.sources].flatMap { tree in
      tree.files.lazy.map(\.path).filter(paths.contains) + tree.assets.filter(paths.contains)
    }
    return Set(found).sorted()
  }
}

extension PreviewBuild {
  fileprivate init(
    of built: BuiltSite,
    _ shown: ServedSite.Changes,
    saved: [String],
    sources: [SourceFile]
  ) {
    pages = built.files.count { isPage($0.path) }
    changedPages = shown.changed.count(where: isPage)
    changedFiles = shown.changed.count - changedPages
    removed = shown.removed.count
    self.saved = saved
    self.sources = sources
  }
}

/// Whether a browser would show the file as a page.
func isPage(_ path: OutputPath) -> Bool { path.text.hasSuffix(".html") }
