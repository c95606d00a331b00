/// Named values: what a page, a person or a reference offers to templates.
///
/// Fields stay in the order of writing, since every page makes hundreds of records and none needs
/// another order; two records with the same fields are equal whatever that order is.
public struct TemplateRecord: Sendable {
  /// As a dictionary literal gives them, so that most records are made without copying any.
  typealias Field = (name: String, value: TemplateValue)

  /// Fields of its own; no name occurs twice.
  private(set) var fields: [Field]
  /// Fields that it shares with other records, so that what stands on many pages is never copied.
  ///
  /// A field of its own hides one of the same name here.
  private(set) var sharedFields: [Field] = []

  /// Makes a record; of fields with the same name the last one counts.
  public init(_ fields: [(String, TemplateValue)]) {
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
    guard fields.count <= shortCount else { return Set(fields.map(\.name)).count < fields.count }
    return fields.indices.contains { place in
      fields[..<place].contains { isSame($0.name, fields[place].name) }
    }
  }

  /// Most names differ in length: that is seen without comparing them.
  private static func isSame(_ name: String, _ other: String) -> Bool {
    name.utf8.count == other.utf8.count && name == other
  }

  /// The value of a field, or nil when the record has no such field.
  public subscript(name: String) -> TemplateValue? {
    (fields.first { $0.name == name } ?? sharedFields.first { $0.name == name })?.value
  }

  /// Names of the fields, sorted by their bytes.
  public var names: [String] { sorted.map(\.name) }

  /// The record with one more field, which takes the place of a field of its name.
  ///
  /// All other fields are shared with this record.
  public func adding(_ name: String, _ value: TemplateValue) -> TemplateRecord {
    guard sharedFields.isEmpty else { return merging([name: value]) }
    return TemplateRecord(fields: [(name, value)], sharedFields: fields)
  }

  private init(fields: [Field], sharedFields: [Field]) {
    self.fields = fields
    self.sharedFields = sharedFields
  }

  /// Both records in one; where both have a field, the other's counts.
  public func merging(_ other: TemplateRecord) -> TemplateRecord {
    if sharedFields.isEmpty, !other.sharedFields.isEmpty {
      var merged = other
      merged.fields += fields.filter { other[$0.name] == nil }
      return merged
    }
    var merged = self
    merged.fields.reserveCapacity(fields.count + other.fields.count)
    for field in other.sharedFields { merged.set(field.name, field.value) }
    for field in other.fields { merged.set(field.name, field.value) }
    return merged
  }

  private mutating func set(_ name: String, _ value: TemplateValue) {
    if let place = fields.firstIndex(where: { TemplateRecord.isSame($0.name, name) }) {
      fields[place].value = value
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
    for field in sorted {
      hasher.combine(field.name)
      hasher.combine(field.value)
    }
  }

  private var sorted: [Field] {
    let own = Set(fields.map(\.name))
    return (fields + sharedFields.filter { !own.contains($0.name) })
      .sorted { $0.name.precedesInBytes($1.name) }
  }
}

extension TemplateRecord: ExpressibleByDictionaryLiteral {
  /// Makes a record; of fields with the same name the last one counts.
  public init(dictionaryLiteral fields: (String, TemplateValue)...) {
    self.init(fields)
  }
}

extension String {
  /// Whether this text comes first when texts are ordered by their UTF-8 bytes.
  func precedesInBytes(_ other: String) -> Bool {
    let answer = utf8.withContiguousStorageIfAvailable { left in
      other.utf8.withContiguousStorageIfAvailable { left.lexicographicallyPrecedes($0) }
    }
    return (answer ?? nil) ?? utf8.lexicographicallyPrecedes(other.utf8)
  }
}
