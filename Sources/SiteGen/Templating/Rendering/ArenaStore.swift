import Synchronization

/// What renderings of each template learned, for those that follow.
///
/// A class, because all workers share it; each takes what there is, or begins anew.
final class ArenaStore: Sendable {
  private let idle = Mutex<[Int: [ArenaMemory]]>([:])

  /// Takes what nobody else uses.
  func take(_ template: Int, else make: () -> ArenaMemory) -> ArenaMemory {
    idle.withLock { $0[template]?.popLast() } ?? make()
  }

  /// Gives it back.
  func giveBack(_ memory: consuming ArenaMemory, of template: Int) {
    let memory = consume memory
    idle.withLock { $0[template, default: []].append(memory) }
  }
}
