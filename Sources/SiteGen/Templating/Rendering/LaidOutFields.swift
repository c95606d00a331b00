/// Fields as an arena holds them, made before there is a page: one that shows them copies flat
/// arrays instead of walking values that lie all over the memory.
struct LaidOutFields: Sendable {
  /// By the number of their names; nodes are numbered as in an arena that holds nothing else.
  let fields: [ContextArena.Field]
  /// Those of records within.
  let innerFields: [ContextArena.Field]
  /// Without the nodes that every arena begins with.
  let nodes: [ContextArena.Node]
  /// Without the bytes that every arena begins with.
  let bytes: [UInt8]
  /// The templates that number the names.
  private let owner: TemplateSet.Identity

  init(_ record: TemplateRecord, for templates: TemplateSet) {
    let arena = ContextArena(.record(record), names: templates.program.names)
    let own = Int(arena.nodes[0].end)
    fields = Array(arena.fields[..<own])
    innerFields = Array(arena.fields[own...])
    nodes = Array(arena.nodes[ContextArena.firstNode...])
    bytes = Array(arena.bytes[ContextArena.firstByte...])
    owner = templates.identity
  }

  /// Whether names have the numbers that some templates give them.
  func isNumbered(by identity: TemplateSet.Identity?) -> Bool { owner === identity }
}

extension ContextArena {
  /// Copies fields that were laid out before; gives how much higher their nodes are numbered here.
  mutating func copy(_ laidOut: LaidOutFields) -> Int32 {
    let byteShift = Int32(bytes.count - ContextArena.firstByte)
    let nodeShift = Int32(nodes.count - ContextArena.firstNode)
    let fieldShift = Int32(fields.count - laidOut.fields.count)
    bytes.append(contentsOf: laidOut.bytes)
    for var node in laidOut.nodes {
      switch node.kind {
      case .absent, .no, .yes: break
      case .text, .number: node.move(by: byteShift)
      case .list: node.move(by: nodeShift)
      case .record: node.move(by: fieldShift)
      }
      nodes.append(node)
    }
    for field in laidOut.innerFields {
      fields.append(Field(name: field.name, node: field.moved(by: nodeShift)))
    }
    return nodeShift
  }
}

extension ContextArena.Node {
  fileprivate mutating func move(by distance: Int32) {
    start += distance
    end += distance
  }
}

extension ContextArena.Field {
  /// Its node, where nodes are numbered higher; the first ones are those of every arena.
  func moved(by distance: Int32) -> Int32 {
    node < ContextArena.firstNode ? node : node + distance
  }
}
