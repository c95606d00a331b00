/// An arena as a rendering sees it: pointers, which nobody counts.
///
/// Valid within `ContextArena.withView` and no longer.
struct ArenaView {
  let nodes: UnsafeBufferPointer<ContextArena.Node>
  let fields: UnsafeBufferPointer<Int32>
  let slots: UnsafeBufferPointer<Int32>
  let bytes: UnsafeBufferPointer<UInt8>

  /// The node of a field of a record; nil when the node is no record or has no such field.
  @inline(__always)
  func field(_ name: Int32, of node: Int) -> Int? {
    let record = nodes[node]
    guard record.kind == .record else { return nil }
    let slot = slots[Int(record.end &+ name)]
    return slot < 0 ? nil : Int(fields[Int(record.start &+ slot)])
  }

  /// The bytes of a text.
  func text(of node: ContextArena.Node) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
  }
}
