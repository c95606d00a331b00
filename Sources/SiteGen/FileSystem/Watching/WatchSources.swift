/// Watches the sources of a site for changes, and settles them into saves.
///
/// Through the system where it has a way (Linux), else by looking at every file again and again. A
/// site that goes away is waited for.
public struct SourceWatch: ~Copyable {
  /// How to watch.
  public enum Method: Hashable, Sendable {
    /// By the system, or by looking where the system cannot.
    case best
    /// By looking at every file again and again.
    case polling
  }

  /// What became of waiting.
  public enum Outcome: Hashable, Sendable {
    /// Somebody saved something.
    case changed(WatchedChanges)
    /// The root of the site is gone; said once, and `changed` follows when it is back.
    case lost(FileSystemError)
    /// The system cannot watch (any more): from now on every file is looked at. Said once.
    case slowed(FileSystemError)
    /// Nothing happened.
    case nothing
  }

  private let directory: SiteDirectory
  private var method: Method
  #if os(Linux)
    private var inotify: InotifyWatch?
  #endif
  private var polling: PollingWatch?
  private var identity: FileIdentity?
  private var settling = SettlingChanges()
  private var waiting: [Outcome] = []
  private var isLost = false
  private let clock = ContinuousClock()
  private let start: ContinuousClock.Instant

  /// Begins to watch; what is read after this call misses no change.
  public init(_ directory: SiteDirectory, _ method: Method) {
    self.directory = directory
    self.method = method
    start = clock.now
    look()
  }

  /// Waits until something was saved, at most so many milliseconds.
  public mutating func wait(milliseconds: Int) -> Outcome {
    let end = now + milliseconds
    while true {
      if !waiting.isEmpty { return waiting.removeFirst() }
      if let due = settling.dueTime, due <= now {
        let paths = settling.take()
        return .changed(pathsTellEnough ? .paths(paths) : .anything)
      }
      if now >= end { return .nothing }
      take(nextNews(atMost: min(end, settling.dueTime ?? end) - now))
    }
  }

  private var pathsTellEnough: Bool {
    #if os(Linux)
      switch inotify {
      case .some(let watch): return !watch.metLinks
      case .none: break
      }
    #endif
    return polling.map { !$0.metLinks } ?? true
  }

  private var now: Int {
    let (seconds, attoseconds) = start.duration(to: clock.now).components
    return Int(seconds) * 1000 + Int(attoseconds / 1_000_000_000_000_000)
  }

  private mutating func take(_ news: WatchNews) {
    switch news {
    case .steps(let steps):
      // Whoever looks at all files takes a site that is gone for one that lost all its files.
      if polling != nil || steps.isEmpty && settling.isEmpty, !isRootInPlace { return lookAgain() }
      for step in steps { settling.add(step, at: now) }
    case .lostSteps, .lostRoot:
      lookAgain()
    }
  }

  private mutating func nextNews(atMost milliseconds: Int) -> WatchNews {
    // Rounded up, so that a wait of less than a millisecond does not spin.
    let time = max(1, milliseconds)
    do throws(SystemFailure) {
      #if os(Linux)
        if let news = try inotify?.next(atMost: time) { return news }
      #endif
    } catch {
      slowDown(error)
      return .lostSteps
    }
    if let news = polling?.next(atMost: time) { return news }
    pauseThread(milliseconds: min(time, 200))
    return .steps([])
  }

  /// Finds the site and begins to watch it anew.
  private mutating func look() {
    #if os(Linux)
      inotify = nil
    #endif
    polling = nil
    identity = nil
    do throws(FileSystemError) {
      let root = try directory.locate()
      identity = (try? readStatus(at: root))?.identity
      isLost = false
      beginWatching(root)
    } catch {
      if !isLost { waiting.append(.lost(error)) }
      isLost = true
    }
  }

  private mutating func beginWatching(_ root: NativePath) {
    #if os(Linux)
      if method == .best {
        do throws(SystemFailure) {
          inotify = try InotifyWatch(root)
          return
        } catch {
          slowDown(error)
        }
      }
    #endif
    polling = PollingWatch(root)
  }

  private mutating func slowDown(_ failure: SystemFailure) {
    method = .polling
    waiting.append(.slowed(FileSystemError(FileSystemDiagnostics.systemCannotWatch, failure)))
  }

  private mutating func lookAgain() {
    // Whoever still writes will be heard again by the new watch.
    _ = settling.take()
    look()
    if !isLost { waiting.append(.changed(.anything)) }
  }

  /// A folder above the site may be renamed without the system telling.
  private var isRootInPlace: Bool {
    let root = try? directory.locate()  // nil is what is asked for
    let found = root.flatMap { try? readStatus(at: $0)?.identity }
    return found != nil && found == identity
  }
}
