import Diagnostics

/// Named values: what a page, a person or a reference offers to templates.
///
/// Fields stay in the order of writing, since every page makes hundreds of records and none needs
/// another order; two records with the same fields are equal whatever that order is.
public struct TemplateRecord: Sendable {
  /// Name and value, as a dictionary literal gives them: most records are made without copying any.
  typealias Field = (String, TemplateValue)

  /// Fields of its own; of several of one name the last counts, which is settled where they are
  /// read: most records are put together from parts that have no name in common.
  private(set) var fields: [Field]
  /// Fields that it shares with other records, so that what stands on many pages is never copied.
  ///
  /// A field of its own hides one of the same name here.
  let shared: SharedFields?

  /// Makes a record; of fields with the same name the last one counts.
  public init(_ fields: [(String, TemplateValue)]) { self.init(fields: fields, shared: nil) }

  /// The value of a field, or nil when the record has no such field.
  public subscript(name: String) -> TemplateValue? {
    fields.last { $0.0 == name }?.1 ?? shared?[name]
  }

  /// Names of the fields, sorted by their bytes.
  public var names: [String] { sorted.map(\.0) }

  init(fields: [Field], shared: SharedFields?) {
    self.fields = fields
    self.shared = shared
  }

  /// Both records in one; where both have a field, the other's counts.
  public consuming func merging(_ other: TemplateRecord) -> TemplateRecord {
    var merged = consume self
    merged.merge(other)
    return merged
  }

  /// Takes the fields of another record; where both have a field, the other's counts.
  public mutating func merge(_ other: TemplateRecord) {
    if let shared = other.shared, self.shared == nil {
      // Few enough to be compared with each other.
      let own = fields.filter { !shared.names.list.contains($0.0) }
      self = TemplateRecord(fields: own + other.fields, shared: shared)
    } else {
      if let shared = other.shared { fields += shared.fields }
      fields += other.fields
    }
  }

  /// Takes the last of its own fields out of it, and gives the value.
  mutating func popLast() -> TemplateValue? {
    switch fields.popLast() {
    case (_, let value)?: value
    case nil: nil
    }
  }

  /// The fields that count: its own, then those of the shared that none of them hides.
  var allFields: [Field] {
    // Few enough to be compared with each other.
    func isHidden(_ place: Int) -> Bool {
      fields[(place + 1)...].contains { $0.0 == fields[place].0 }
    }
    let hides = fields.indices.contains(where: isHidden)
    let own = hides ? fields.indices.filter { !isHidden($0) }.map { fields[$0] } : fields
    guard let shared else { return own }
    return own + shared.fields.filter { field in !fields.contains { $0.0 == field.0 } }
  }
}

extension TemplateRecord: Hashable {
  /// Whether both have the same fields.
  public static func == (left: TemplateRecord, right: TemplateRecord) -> Bool {
    left.sorted.elementsEqual(right.sorted) { $0 == $1 }
  }

  /// Hashes the fields in the order of their names.
  public func hash(into hasher: inout Hasher) {
    for (name, value) in sorted {
      hasher.combine(name)
      hasher.combine(value)
    }
  }

  private var sorted: [Field] { allFields.sorted { $0.0.precedesInBytes($1.0) } }
}

extension TemplateRecord: ExpressibleByDictionaryLiteral {
  /// Makes a record; of fields with the same name the last one counts.
  public init(dictionaryLiteral fields: (String, TemplateValue)...) {
    self.init(fields)
  }
}
