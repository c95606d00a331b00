import Markup

/// The values of one page laid out flat: trivial nodes and one byte buffer.
///
/// Fields that the template does not ask for are left out.
struct ContextArena: ~Copyable {
  struct Node: BitwiseCopyable {
    enum Kind: UInt8 {
      case absent
      /// Bytes `start..<end`.
      case text
      /// Likewise, with nothing in them that HTML would write otherwise.
      case plain
      /// Bytes `start..<end`, true even when the number is 0.
      case number
      /// Bytes `start..<end`, in words.
      case no
      /// Likewise.
      case yes
      /// Nodes `start..<end`.
      case list
      /// Fields from `start` on; by the numbers of names their slots stand in the layouts from `end`
      /// on.
      case record
    }

    var kind = Kind.absent
    var start: Int32 = 0
    var end: Int32 = 0

    /// What sections ask.
    var isTrue: Bool {
      switch kind {
      case .absent, .no: false
      case .text, .plain, .list: start < end
      case .number, .yes, .record: true
      }
    }
  }

  private var nodes = FlatList<Node>(capacity: 2048)
  /// The nodes of the fields of records.
  private var fields = FlatList<Int32>(capacity: 2048)
  private var bytes = FlatList<UInt8>(capacity: 32 * 1024)
  private var layouts: RecordLayouts
  /// The values with which it begins, where they are those of shared fields.
  private var opening: ArenaOpening?

  /// Nodes that all fields of such a value share.
  private enum Shared {
    static let absent: Int32 = 1
    static let no: Int32 = 2
    static let yes: Int32 = 3
  }

  /// Lays out a value as node 0.
  ///
  /// The value is taken to pieces on the way: moved, none of them is counted.
  ///
  /// - Parameters:
  ///   - value: what the page offers.
  ///   - memory: what earlier pages of the template left.
  init(_ value: consuming TemplateValue, _ memory: consuming ArenaMemory) {
    layouts = memory.layouts
    let shared = value.sharedFields
    if let kept = memory.opening, let shared, kept.shared.isSame(as: shared) {
      opening = kept
      nodes.append(contentsOf: kept.nodes[...])
      fields.append(contentsOf: kept.fields[...])
      bytes.append(contentsOf: kept.bytes[...])
    } else {
      opening = nil
      addCommonNodes()
      if let shared { opening = layOut(shared) }
    }
    add(consume value, at: 0)
  }

  /// The bytes of all texts.
  var byteCount: Int { bytes.count }

  /// What later pages of the template may use.
  var memory: ArenaMemory { ArenaMemory(layouts: layouts, opening: opening) }

  private mutating func addCommonNodes() {
    nodes.append(repeating: Node(), count: 4)
    addText("false", at: Int(Shared.no))
    addText("true", at: Int(Shared.yes))
    nodes[Int(Shared.no)].kind = .no
    nodes[Int(Shared.yes)].kind = .yes
  }

  /// Lays out shared fields for this page and for those that follow.
  private mutating func layOut(_ shared: SharedFields) -> ArenaOpening {
    let places = shared.names.list.enumerated().map { place, name in
      layouts.isAsked(name) ? layOut(place, of: shared) : Shared.absent
    }
    return ArenaOpening(
      shared,
      places,
      nodes: nodes.withUnsafeBufferPointer { Array($0) },
      fields: fields.withUnsafeBufferPointer { Array($0) },
      bytes: bytes.withUnsafeBufferPointer { Array($0) }
    )
  }

  /// Lets a rendering look into the arena for as long as it runs.
  borrowing func withView<Result>(_ look: (ArenaView) -> Result) -> Result {
    nodes.withUnsafeBufferPointer { nodes in
      fields.withUnsafeBufferPointer { fields in
        layouts.slotsByName.withUnsafeBufferPointer { slots in
          bytes.withUnsafeBufferPointer { bytes in
            look(ArenaView(nodes: nodes, fields: fields, slots: slots, bytes: bytes))
          }
        }
      }
    }
  }

  private mutating func add(_ value: consuming TemplateValue, at node: Int) {
    switch consume value {
    case .absent: break
    case .text(let text): addText(consume text, at: node)
    case .html(let html): html.withUnsafeBufferPointer { addBytes($0, at: node) }
    case .number(let number): addNumber(number, at: node)
    case .decimal(let number):
      addText(decimalText(number), at: node)
      nodes[node].kind = .number
    case .flag(let flag): nodes[node] = nodes[Int(flag ? Shared.yes : Shared.no)]
    case .list(let values): add(consume values, at: node)
    case .record(let record): add(consume record, at: node)
    }
  }

  private mutating func addText(_ text: consuming String, at node: Int) {
    text.withUTF8 { addBytes($0, at: node) }
  }

  private mutating func addBytes(_ text: UnsafeBufferPointer<UInt8>, at node: Int) {
    let start = Int32(bytes.count)
    bytes.append(contentsOf: text)
    nodes[node] = Node(kind: .text, start: start, end: Int32(bytes.count))
  }

  private mutating func addNumber(_ number: Int, at node: Int) {
    let start = Int32(bytes.count)
    bytes.append(decimal: number)
    nodes[node] = Node(kind: .number, start: start, end: Int32(bytes.count))
  }

  private mutating func add(_ values: consuming [TemplateValue], at node: Int) {
    let start = nodes.count
    nodes.append(repeating: Node(), count: values.count)
    nodes[node] = Node(kind: .list, start: Int32(start), end: Int32(nodes.count))
    while let value = values.popLast() { add(consume value, at: start + values.count) }
  }

  private mutating func add(_ record: consuming TemplateRecord, at node: Int) {
    let number = layouts.find(record)
    let layout = layouts[number]
    let start = fields.count
    fields.append(repeating: Shared.absent, count: layout.slotCount)
    nodes[node] = Node(kind: .record, start: Int32(start), end: Int32(layouts.row(of: number)))
    if let shared = record.shared {
      let own = record.fields.count
      let known = opening.flatMap { $0.shared.isSame(as: shared) ? $0.places : nil }
      for place in 0..<shared.count {
        let slot = layouts.slot(own + place, of: layout)
        if slot >= 0 { fields[start + slot] = known?[place] ?? layOut(place, of: shared) }
      }
    }
    while let value = record.popLast() {
      let slot = layouts.slot(record.fields.count, of: layout)
      if slot >= 0 { fields[start + slot] = layOut(consume value) }
    }
  }

  /// The node of a value: one that others share, or a new one.
  private mutating func layOut(_ value: consuming TemplateValue) -> Int32 {
    switch value {
    case .absent: return Shared.absent
    case .flag(let flag): return flag ? Shared.yes : Shared.no
    case .text, .html, .number, .decimal, .list, .record:
      let node = nodes.count
      nodes.append(Node())
      add(consume value, at: node)
      return Int32(node)
    }
  }

  /// The node of a shared value, whose text is read where it stands.
  private mutating func layOut(_ field: Int, of shared: borrowing SharedFields) -> Int32 {
    switch shared.part(field) {
    case .absent: return Shared.absent
    case .flag(let flag): return flag ? Shared.yes : Shared.no
    case .text(let start, let end):
      let first = Int32(bytes.count)
      shared.source.appendText(start..<end, to: &bytes)
      return addNode(.text, from: first)
    case .plain(let start, let end):
      let first = Int32(bytes.count)
      shared.source.appendText(start..<end, to: &bytes)
      return addNode(.plain, from: first)
    case .address(let start, let end):
      let first = Int32(bytes.count)
      shared.source.appendLink(start..<end, to: &bytes)
      return addNode(.text, from: first)
    case .other(let index): return layOut(shared.source.records.others[Int(index)])
    }
  }

  /// A node of all bytes from a place on.
  @inline(__always)
  private mutating func addNode(_ kind: Node.Kind, from start: Int32) -> Int32 {
    nodes.append(Node(kind: kind, start: start, end: Int32(bytes.count)))
    return Int32(nodes.count - 1)
  }

  private func decimalText(_ number: Double) -> String {
    let text = String(describing: number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
