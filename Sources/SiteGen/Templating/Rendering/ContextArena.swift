/// The values of one page laid out flat: trivial nodes and one byte buffer.
///
/// Fields whose name occurs in no template are left out.
struct ContextArena {
  struct Node {
    enum Kind: UInt8 {
      case absent
      /// Bytes `start..<end`.
      case text
      /// Bytes `start..<end`, true even when the number is 0.
      case number
      /// Bytes `start..<end`, in words.
      case no
      /// Likewise.
      case yes
      /// Nodes `start..<end`.
      case list
      /// Fields `start..<end`, sorted by the number of their name.
      case record
    }

    var kind = Kind.absent
    var start: Int32 = 0
    var end: Int32 = 0

    /// What sections ask.
    var isTrue: Bool {
      switch kind {
      case .absent, .no: false
      case .text, .list: start < end
      case .number, .yes, .record: true
      }
    }
  }

  struct Field {
    let name: Int32
    var node: Int32
  }

  private(set) var nodes: [Node] = []
  private(set) var fields: [Field] = []
  private(set) var bytes: [UInt8] = []

  /// Lays out a value as node 0.
  init(_ value: TemplateValue, names: NameTable) {
    nodes.reserveCapacity(256)
    fields.reserveCapacity(256)
    bytes.reserveCapacity(4096)
    nodes.append(Node())
    add(value, at: 0, names: names)
  }

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

  private mutating func add(_ value: TemplateValue, at node: Int, names: NameTable) {
    switch value {
    case .absent: break
    case .text(let text): addBytes(text.utf8, .text, at: node)
    case .html(let html): addBytes(html, .text, at: node)
    case .number(let number): addBytes(String(number).utf8, .number, at: node)
    case .decimal(let number): addBytes(decimalText(number).utf8, .number, at: node)
    case .flag(true): addBytes("true".utf8, .yes, at: node)
    case .flag(false): addBytes("false".utf8, .no, at: node)
    case .list(let values): add(values, at: node, names: names)
    case .record(let record): add(record, at: node, names: names)
    }
  }

  private mutating func addBytes(_ text: some Sequence<UInt8>, _ kind: Node.Kind, at node: Int) {
    let start = Int32(bytes.count)
    bytes.append(contentsOf: text)
    nodes[node] = Node(kind: kind, start: start, end: Int32(bytes.count))
  }

  private mutating func add(_ values: [TemplateValue], at node: Int, names: NameTable) {
    let start = nodes.count
    nodes.append(contentsOf: repeatElement(Node(), count: values.count))
    nodes[node] = Node(kind: .list, start: Int32(start), end: Int32(nodes.count))
    for (index, value) in values.enumerated() { add(value, at: start + index, names: names) }
  }

  private mutating func add(_ record: TemplateRecord, at node: Int, names: NameTable) {
    let start = fields.count
    for (index, field) in record.fields.enumerated() {
      // The place in the record for now; the node once its turn comes.
      insert(field.name, place: index, from: start, names)
    }
    for (index, field) in record.sharedFields.enumerated() {
      insert(field.name, place: record.fields.count + index, from: start, names)
    }
    let end = fields.count
    nodes[node] = Node(kind: .record, start: Int32(start), end: Int32(end))
    for index in start..<end {
      let place = Int(fields[index].node)
      fields[index].node = Int32(nodes.count)
      nodes.append(Node())
      let shared = place - record.fields.count
      let field = shared < 0 ? record.fields[place] : record.sharedFields[shared]
      add(field.value, at: nodes.count - 1, names: names)
    }
  }

  /// Puts a field among those from `start` on, by the number of its name.
  ///
  /// Few enough for the simplest of sorts. The first of two fields of a name stays.
  private mutating func insert(_ name: String, place: Int, from start: Int, _ names: NameTable) {
    guard let number = names.number(of: name) else { return }
    var slot = fields.count
    while slot > start, fields[slot - 1].name >= number {
      if fields[slot - 1].name == number { return }
      slot -= 1
    }
    fields.insert(Field(name: number, node: Int32(place)), at: slot)
  }

  private func decimalText(_ number: Double) -> String {
    let text = String(describing: number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
