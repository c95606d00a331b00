import Build
import FileSystem
import Synchronization

/// Watches a site and rebuilds it, until it is stopped.
///
/// The only place here that starts tasks. A thread of its own waits for the watch, since waiting must take no thread from the builds.
final class RebuildLoop: Sendable {
  private let thread = BackgroundThread()
  private let isStopped = Atomic(false)
  private let pending = PendingChanges()
  private let signals: AsyncStream<Void>.Continuation
  private let builds: Task<Void, Never>

  /// Begins with a first build; `report` is told of every build, and of what happens to the watch,
  /// from any thread.
  init(
    _ directory: SiteDirectory,
    _ method: SourceWatch.Method,
    _ settings: BuildSettings,
    for preview: LivePreview,
    report: @escaping @Sendable (PreviewEvent) -> Void
  ) {
    let (stream, signals) = AsyncStream.makeStream(
      of: Void.self,
      bufferingPolicy: .bufferingNewest(1)
    )
    self.signals = signals
    let pending = pending
    builds = Task {
      var rebuilder = Rebuilder(directory, settings, for: preview)
      for await _ in stream {
        guard let changes = pending.take() else { continue }
        if let event = await rebuilder.rebuild(after: changes) { report(event) }
      }
    }
    thread.begin { [self] in watch(directory, method, report) }
  }

  /// Lets a build that runs come to its end, and returns.
  func stop() async {
    isStopped.store(true, ordering: .relaxed)
    signals.finish()
    await thread.end()
    await builds.value
  }

  private func watch(
    _ directory: SiteDirectory,
    _ method: SourceWatch.Method,
    _ report: @Sendable (PreviewEvent) -> Void
  ) {
    // The watch stands before the first reading, so that no change falls between the two.
    var watch = SourceWatch(directory, method)
    announce(.anything)
    while !isStopped.load(ordering: .relaxed) {
      switch watch.wait(milliseconds: 100) {
      case .changed(let changes): announce(changes)
      case .lost(let error):
        report(.lost(error))
        announce(.anything)
      case .slowed(let error): report(.slowed(error))
      case .nothing: break
      }
    }
  }

  private func announce(_ changes: WatchedChanges) {
    pending.add(changes)
    signals.yield()
  }
}
