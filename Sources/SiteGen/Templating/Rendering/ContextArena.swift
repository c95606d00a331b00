/// The values of one page laid out flat: trivial nodes and one byte buffer.
///
/// Fields that the template does not ask for are left out.
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
  private let names: NameTable
  private let asked: [Bool]

  /// Nodes that all fields of such a value share.
  private enum Shared {
    static let absent = 1
    static let no = 2
    static let yes = 3
  }

  /// Lays out a value as node 0.
  ///
  /// - Parameters:
  ///   - value: what the page offers.
  ///   - names: the names that occur in templates.
  ///   - asked: whether each of these may be asked for; empty where all may.
  init(_ value: TemplateValue, names: NameTable, asked: [Bool] = []) {
    self.names = names
    self.asked = asked
    nodes.reserveCapacity(2048)
    fields.reserveCapacity(2048)
    bytes.reserveCapacity(32 * 1024)
    nodes.append(contentsOf: repeatElement(Node(), count: 4))
    addBytes("false".utf8, .no, at: Shared.no)
    addBytes("true".utf8, .yes, at: Shared.yes)
    add(value, at: 0)
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

  private mutating func add(_ value: TemplateValue, at node: Int) {
    switch value {
    case .absent: break
    case .text(let text): addBytes(text.utf8, .text, at: node)
    case .html(let html): addBytes(html, .text, at: node)
    case .number(let number): addNumber(number, at: node)
    case .decimal(let number): addBytes(decimalText(number).utf8, .number, at: node)
    case .flag(let flag): nodes[node] = nodes[flag ? Shared.yes : Shared.no]
    case .list(let values): add(values, at: node)
    case .record(let record): add(record, at: node)
    }
  }

  private mutating func addBytes(_ text: some Sequence<UInt8>, _ kind: Node.Kind, at node: Int) {
    let start = Int32(bytes.count)
    bytes.append(contentsOf: text)
    nodes[node] = Node(kind: kind, start: start, end: Int32(bytes.count))
  }

  /// Drawings are made of numbers: their digits are written without a text in between.
  private mutating func addNumber(_ number: Int, at node: Int) {
    let start = bytes.count
    var rest = number.magnitude
    repeat {
      bytes.append(UInt8(ascii: "0") + UInt8(rest % 10))
      rest /= 10
    } while rest > 0
    if number < 0 { bytes.append(UInt8(ascii: "-")) }
    bytes[start...].reverse()
    nodes[node] = Node(kind: .number, start: Int32(start), end: Int32(bytes.count))
  }

  private mutating func add(_ values: [TemplateValue], at node: Int) {
    let start = nodes.count
    nodes.append(contentsOf: repeatElement(Node(), count: values.count))
    nodes[node] = Node(kind: .list, start: Int32(start), end: Int32(nodes.count))
    for index in values.indices { add(values[index], at: start + index) }
  }

  private mutating func add(_ record: TemplateRecord, at node: Int) {
    let start = fields.count
    let own = record.fields.count
    let shared = record.shared?.fields ?? []
    // The place in the record for now; the node once its turn comes.
    for place in 0..<own { insert(record.fields[place].0, place: place, from: start) }
    for place in shared.indices { insert(shared[place].0, place: own + place, from: start) }
    let end = fields.count
    nodes[node] = Node(kind: .record, start: Int32(start), end: Int32(end))
    for index in start..<end {
      let place = Int(fields[index].node)
      let node = place < own ? layOut(record.fields[place].1) : layOut(shared[place - own].1)
      fields[index].node = Int32(node)
    }
  }

  /// The node of a value: one that others share, or a new one.
  private mutating func layOut(_ value: TemplateValue) -> Int {
    switch value {
    case .absent: return Shared.absent
    case .flag(let flag): return flag ? Shared.yes : Shared.no
    case .text, .html, .number, .decimal, .list, .record:
      let node = nodes.count
      nodes.append(Node())
      add(value, at: node)
      return node
    }
  }

  /// Puts a field among those from `start` on, by the number of its name, if it is asked for.
  ///
  /// Few enough for the simplest of sorts. The first of two fields of a name stays.
  private mutating func insert(_ name: String, place: Int, from start: Int) {
    guard let number = names.number(of: name), asked.isEmpty || asked[Int(number)] else { return }
    var slot = fields.count
    while slot > start, fields[slot - 1].name > number { slot -= 1 }
    if slot > start, fields[slot - 1].name == number { return }
    let field = Field(name: number, node: Int32(place))
    fields.append(field)
    var last = fields.count - 1
    while last > slot {
      fields[last] = fields[last - 1]
      last -= 1
    }
    fields[slot] = field
  }

  private func decimalText(_ number: Double) -> String {
    let text = String(describing: number)
    return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
  }
}
