/// Where the fields of records go that have the same names in the same order.
///
/// Most records of a page are made in the same few places: their names are looked up and put in
/// order once, and compared after that.
struct RecordLayouts {
  struct Layout {
    /// Names of the fields, in the order of writing, those that are shared last.
    fileprivate let written: [String]
    /// How many of them are not shared.
    fileprivate let ownCount: Int
    /// The numbers of the names that are asked for, in ascending order.
    let numbers: [Int32]
    /// By the order of writing, the place among `numbers`; nil for what nobody asks for.
    let slots: [Int?]
    /// Another layout of the same length.
    fileprivate let next: Int?
  }

  private var layouts: [Layout] = []
  /// By the count of names, a layout.
  private var first: [Int?] = []
  private let names: NameTable
  private let asked: [Bool]

  /// - Parameters:
  ///   - names: the names that occur in templates.
  ///   - asked: whether each of these may be asked for; empty where all may.
  init(names: NameTable, asked: [Bool]) {
    self.names = names
    self.asked = asked
  }

  subscript(index: Int) -> Layout { layouts[index] }

  /// The layout of a record, made now if it is the first of its make.
  mutating func find(_ record: borrowing TemplateRecord) -> Int {
    let count = record.fields.count + (record.shared?.fields.count ?? 0)
    var candidate = count < first.count ? first[count] : nil
    while let index = candidate {
      if isLaidOut(record, as: index) { return index }
      candidate = layouts[index].next
    }
    return add(record, count)
  }

  private func isLaidOut(_ record: borrowing TemplateRecord, as index: Int) -> Bool {
    let own = record.fields.count
    guard own == layouts[index].ownCount else { return false }
    for place in 0..<own where record.fields[place].0 != layouts[index].written[place] {
      return false
    }
    guard let shared = record.shared?.fields else { return true }
    for place in shared.indices where shared[place].0 != layouts[index].written[own + place] {
      return false
    }
    return true
  }

  private mutating func add(_ record: borrowing TemplateRecord, _ count: Int) -> Int {
    let written = record.fields.map(\.0) + (record.shared?.fields ?? []).map(\.0)
    // Of its own fields of a name the last counts, and hides one that is shared.
    let own = record.fields.count
    var places: [(number: Int32, place: Int)] = []
    for place in (0..<own).reversed() + Array(own..<count) {
      let name = written[place]
      guard let number = names.number(of: name), asked.isEmpty || asked[Int(number)],
        !places.contains(where: { $0.number == number })
      else { continue }
      places.append((number, place))
    }
    places.sort { $0.number < $1.number }
    var slots = [Int?](repeating: nil, count: count)
    for (slot, field) in places.enumerated() { slots[field.place] = slot }
    if first.count <= count {
      first += repeatElement(nil, count: count + 1 - first.count)
    }
    layouts.append(
      Layout(
        written: written,
        ownCount: own,
        numbers: places.map(\.number),
        slots: slots,
        next: first[count]
      )
    )
    first[count] = layouts.count - 1
    return layouts.count - 1
  }
}
