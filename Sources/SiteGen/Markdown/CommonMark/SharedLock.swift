import Synchronization

/// A lock that many threads hold together, or one alone.
///
/// Made of several locks: whoever shares it takes one of them, each time the next, so that hardly
/// anyone waits; who must be alone takes them all, in their order.
final class SharedLock: Sendable {
  private final class Part: Sendable {
    let mutex = Mutex<Void>(())
  }

  private let parts: [Part]
  private let turn = Atomic<Int>(0)

  /// - Parameter parts: how many threads may share it without waiting, at least one.
  init(parts: Int) {
    self.parts = (0..<max(parts, 1)).map { _ in Part() }
  }

  /// Does something while nobody is alone.
  func withSharedLock(_ body: () -> Void) {
    let turn = turn.wrappingAdd(1, ordering: .relaxed).oldValue
    parts[Int(UInt(bitPattern: turn) % UInt(parts.count))].mutex.withLock { _ in body() }
  }

  /// Does something while nobody else does.
  func withExclusiveLock(_ body: () -> Void) {
    hold(parts[...], body)
  }

  private func hold(_ parts: ArraySlice<Part>, _ body: () -> Void) {
    guard let first = parts.first else { return body() }
    first.mutex.withLock { _ in hold(parts.dropFirst(), body) }
  }
}
