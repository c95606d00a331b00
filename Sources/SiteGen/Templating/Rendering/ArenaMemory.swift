/// What pages of a template leave to those that follow.
struct ArenaMemory: Sendable {
  /// Where the fields of records go.
  let layouts: RecordLayouts
  /// What the last of them began with.
  let opening: ArenaOpening?
}

/// Shared fields of a page as they lie at the beginning of its arena: the pages of a kind have the
/// same around them, which is laid out once and copied whole.
final class ArenaOpening: Sendable {
  let shared: SharedFields
  /// By the place of a field, its node.
  let places: [Int32]
  let nodes: [ContextArena.Node]
  let fields: [Int32]
  let bytes: [UInt8]

  init(
    _ shared: SharedFields,
    _ places: [Int32],
    nodes: [ContextArena.Node],
    fields: [Int32],
    bytes: [UInt8]
  ) {
    self.shared = shared
    self.places = places
    self.nodes = nodes
    self.fields = fields
    self.bytes = bytes
  }
}
