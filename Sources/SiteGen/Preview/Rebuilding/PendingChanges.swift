import FileSystem
import Synchronization

/// What the watch has seen and no build has taken up yet: several saves become one build.
final class PendingChanges: Sendable {
  private let changes = Mutex<WatchedChanges?>(nil)

  func add(_ new: WatchedChanges) {
    changes.withLock { changes in
      switch (changes, new) {
      case (nil, _): changes = new
      case (.paths(let known)?, .paths(let more)): changes = .paths(known.union(more))
      case (.anything?, _), (_, .anything): changes = .anything
      }
    }
  }

  /// Takes all of them; nil when there are none.
  func take() -> WatchedChanges? {
    changes.withLock { changes in
      defer { changes = nil }
      return changes
    }
  }
}
