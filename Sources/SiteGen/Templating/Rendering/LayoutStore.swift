import Synchronization

/// What renderings learned of the records of each template, for those that follow.
///
/// A class, because all workers share it; each takes what there is, or begins anew.
final class LayoutStore: Sendable {
  private let idle = Mutex<[Int: [RecordLayouts]]>([:])

  /// Takes layouts that nobody else uses.
  func take(_ template: Int, else make: () -> RecordLayouts) -> RecordLayouts {
    idle.withLock { $0[template]?.popLast() } ?? make()
  }

  /// Gives them back.
  func giveBack(_ layouts: consuming RecordLayouts, of template: Int) {
    let layouts = consume layouts
    idle.withLock { $0[template, default: []].append(layouts) }
  }
}
