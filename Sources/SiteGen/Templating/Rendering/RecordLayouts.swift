/// Where the fields of records go that have the same names in the same order.
///
/// Most records of a page are made in the same few places: their names are looked up and put in
/// order once, and compared after that. All layouts stand in the same few lists.
struct RecordLayouts {
  struct Layout {
    /// Where its names stand, and their slots.
    fileprivate let start: Int
    /// How many fields are the record's own; those that are shared follow.
    fileprivate let ownCount: Int
    /// The names of those that are shared, of the record that was laid out first.
    fileprivate let sharedNames: ObjectIdentifier?
    /// How many of the names are asked for.
    let slotCount: Int
    /// Another layout of the same length.
    fileprivate var next: Int?
  }

  private var layouts: [Layout] = []
  /// By the count of names, a layout.
  private var first: [Int?] = []
  /// Of each layout the names, in the order of writing, those that are shared last.
  private var written: [String] = []
  /// By the order of writing, the slot of a field; -1 for what nobody asks for.
  private var slots: [Int32] = []
  /// Names by which layouts are known again; held, so that no others take their place in memory.
  private var knownNames: [FieldNames] = []
  /// Of each layout by the number of a name, the slot of the field; -1 where it has none.
  private(set) var slotsByName: [Int32] = []
  private let askable: AskableNames

  init(of askable: AskableNames) { self.askable = askable }

  subscript(index: Int) -> Layout { layouts[index] }

  /// Where the slots of a layout begin in `slotsByName`.
  func row(of layout: Int) -> Int { layout * askable.count }

  /// Whether anybody may ask for a name.
  func isAsked(_ name: String) -> Bool {
    askable.number(of: name) != nil
  }

  /// The slot of a field by the order of writing; -1 for what nobody asks for.
  func slot(_ place: Int, of layout: Layout) -> Int { Int(slots[layout.start + place]) }

  /// The layout of a record, made now if it is the first of its make.
  mutating func find(_ record: borrowing TemplateRecord) -> Int {
    let count = record.fields.count + (record.shared?.count ?? 0)
    var candidate = count < first.count ? first[count] : nil
    var previous: Int?
    while let index = candidate {
      if isLaidOut(record, as: layouts[index]) {
        if let previous { putFirst(index, count, behind: previous) }
        return index
      }
      previous = candidate
      candidate = layouts[index].next
    }
    return add(record, count)
  }

  /// Looks at a layout first from now on: the records of a list stand in a row.
  private mutating func putFirst(_ index: Int, _ count: Int, behind previous: Int) {
    layouts[previous].next = layouts[index].next
    layouts[index].next = first[count]
    first[count] = index
  }

  /// Inlined, or each call would be handed a copy of all lists.
  @inline(__always)
  private func isLaidOut(_ record: borrowing TemplateRecord, as layout: Layout) -> Bool {
    let own = record.fields.count
    guard own == layout.ownCount else { return false }
    for place in 0..<own where record.fields[place].0 != written[layout.start + place] {
      return false
    }
    guard let names = record.shared?.names else { return true }
    if ObjectIdentifier(names) == layout.sharedNames { return true }
    return names.list.elementsEqual(written[(layout.start + own)...].prefix(names.list.count))
  }

  private mutating func add(_ record: borrowing TemplateRecord, _ count: Int) -> Int {
    let (start, own) = (written.count, record.fields.count)
    let shared = record.shared?.names
    written += record.fields.map(\.0) + (shared?.list ?? [])
    if let shared { knownNames.append(shared) }
    slots += repeatElement(-1, count: count)
    let (row, index) = (slotsByName.count, layouts.count)
    slotsByName += repeatElement(-1, count: askable.count)
    var slotCount: Int32 = 0
    // Of its own fields of a name the last counts, and hides one that is shared.
    for place in (0..<own).reversed() + Array(own..<count) {
      guard let number = askable.number(of: written[start + place]),
        slotsByName[row + number] < 0
      else { continue }
      slotsByName[row + number] = slotCount
      slots[start + place] = slotCount
      slotCount += 1
    }
    if first.count <= count { first += repeatElement(nil, count: count + 1 - first.count) }
    let layout = Layout(
      start: start,
      ownCount: own,
      sharedNames: shared.map { ObjectIdentifier($0) },
      slotCount: Int(slotCount),
      next: first[count]
    )
    layouts.append(layout)
    first[count] = index
    return index
  }
}

/// The names that a template may ask for.
///
/// A class, for all workers share it: two threads that count the references of its lists at every
/// page would wait for each other.
final class AskableNames: Sendable {
  private let names: NameTable
  private let asked: [Bool]

  /// - Parameters:
  ///   - names: the names that occur in templates.
  ///   - asked: whether each of these may be asked for; empty where all may.
  init(_ names: NameTable, asked: [Bool]) {
    self.names = names
    self.asked = asked
  }

  /// How many names occur in templates.
  var count: Int { names.count }

  /// The number of a name; nil for what nobody asks for.
  func number(of name: String) -> Int? {
    guard let number = names.number(of: name).map(Int.init) else { return nil }
    return asked.isEmpty || asked[number] ? number : nil
  }
}
