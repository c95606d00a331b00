import Diagnostics

/// Named values: what a page, a person or a reference offers to templates.
///
/// Fields stay in the order of writing, since every page makes hundreds of records and none needs
/// another order; two records with the same fields are equal whatever that order is.
public struct TemplateRecord: Sendable {
  /// Name and value, as a dictionary literal gives them: most records are made without copying any.
  typealias Field = (String, TemplateValue)

  /// Fields of its own; no name occurs twice.
  private(set) var fields: [Field]
  /// Fields that it shares with other records, so that what stands on many pages is never copied.
  ///
  /// A field of its own hides one of the same name here.
  let shared: SharedFields?

  /// Makes a record; of fields with the same name the last one counts.
  public init(_ fields: [(String, TemplateValue)]) {
    shared = nil
    guard TemplateRecord.hasDoubles(fields) else {
      self.fields = fields
      return
    }
    self.fields = []
    for (name, value) in fields { set(name, value) }
  }

  /// Up to here comparing each name with all others is cheaper than a set of them.
  private static let shortCount = 32

  private static func hasDoubles(_ fields: [Field]) -> Bool {
    guard fields.count <= shortCount else { return Set(fields.map(\.0)).count < fields.count }
    return fields.indices.contains { place in
      fields[..<place].contains { isSame($0.0, fields[place].0) }
    }
  }

  /// Most names differ in length: that is seen without comparing them.
  private static func isSame(_ name: String, _ other: String) -> Bool {
    name.utf8.count == other.utf8.count && name == other
  }

  /// The value of a field, or nil when the record has no such field.
  public subscript(name: String) -> TemplateValue? {
    (fields.first { $0.0 == name } ?? shared?.fields.first { $0.0 == name })?.1
  }

  /// Names of the fields, sorted by their bytes.
  public var names: [String] { sorted.map(\.0) }

  init(fields: [Field], shared: SharedFields?) {
    self.fields = fields
    self.shared = shared
  }

  /// Both records in one; where both have a field, the other's counts.
  public func merging(_ other: TemplateRecord) -> TemplateRecord {
    var merged = self
    merged.merge(other)
    return merged
  }

  /// Takes the fields of another record; where both have a field, the other's counts.
  public mutating func merge(_ other: TemplateRecord) {
    if shared == nil, other.shared != nil {
      let own = fields.filter { other[$0.0] == nil }
      self = TemplateRecord(fields: other.fields + own, shared: other.shared)
      return
    }
    fields.reserveCapacity(fields.count + other.fields.count)
    for (name, value) in other.shared?.fields ?? [] { set(name, value) }
    for (name, value) in other.fields { set(name, value) }
  }

  /// Takes the last of its own fields out of it, and gives the value.
  mutating func popLast() -> TemplateValue? {
    switch fields.popLast() {
    case (_, let value)?: value
    case nil: nil
    }
  }

  /// Own fields, then those of the shared that none of them hides.
  var allFields: [Field] {
    guard let shared else { return fields }
    let own = Set(fields.map(\.0))
    return fields + shared.fields.filter { !own.contains($0.0) }
  }

  private mutating func set(_ name: String, _ value: TemplateValue) {
    if let place = fields.firstIndex(where: { TemplateRecord.isSame($0.0, name) }) {
      fields[place].1 = value
    } else {
      fields.append((name, value))
    }
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
