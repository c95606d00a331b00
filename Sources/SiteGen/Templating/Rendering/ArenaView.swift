/// An arena as a rendering sees it: pointers, which nobody counts.
///
/// Valid within `ContextArena.withView` and no longer.
struct ArenaView {
  let nodes: UnsafeBufferPointer<ContextArena.Node>
  let fields: UnsafeBufferPointer<ContextArena.Field>
  let bytes: UnsafeBufferPointer<UInt8>

  /// The node of a field of a record; nil when the node is no record or has no such field.
  func field(_ name: Int32, of node: Int) -> Int? {
    guard nodes[node].kind == .record else { return nil }
    var low = Int(nodes[node].start)
    var high = Int(nodes[node].end)
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].name < name { low = middle + 1 } else { high = middle }
    }
    guard low < Int(nodes[node].end), fields[low].name == name else { return nil }
    return Int(fields[low].node)
  }

  /// The bytes of a text.
  func text(of node: ContextArena.Node) -> UnsafeBufferPointer<UInt8> {
    UnsafeBufferPointer(rebasing: bytes[Int(node.start)..<Int(node.end)])
  }
}
