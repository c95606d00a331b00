/// Named values: what a page, a person or a reference offers to templates.
///
/// Fields are kept sorted by the bytes of their names, so that two records with the same fields
/// are equal whatever the order of writing.
public struct TemplateRecord: Hashable, Sendable {
  struct Field: Hashable, Sendable {
    let name: String
    let value: TemplateValue
  }

  /// Sorted by the bytes of the names; no name occurs twice.
  let fields: [Field]

  /// Makes a record; of fields with the same name the last one counts.
  public init(_ fields: [(String, TemplateValue)]) {
    self.fields = TemplateRecord.sorted(fields.map(Field.init))
  }

  private init(sorted fields: [Field]) {
    self.fields = fields
  }

  /// The value of a field, or nil when the record has no such field; logarithmic.
  public subscript(name: String) -> TemplateValue? {
    var low = 0
    var high = fields.count
    while low < high {
      let middle = (low + high) / 2
      if fields[middle].name.precedesInBytes(name) { low = middle + 1 } else { high = middle }
    }
    return low < fields.count && fields[low].name == name ? fields[low].value : nil
  }

  /// Names of the fields, sorted by their bytes.
  public var names: [String] { fields.map(\.name) }

  /// Both records in one; where both have a field, the other's counts.
  public func merging(_ other: TemplateRecord) -> TemplateRecord {
    var merged: [Field] = []
    merged.reserveCapacity(fields.count + other.fields.count)
    var next = 0
    for field in fields {
      while next < other.fields.count, other.fields[next].name.precedesInBytes(field.name) {
        merged.append(other.fields[next])
        next += 1
      }
      if next < other.fields.count, other.fields[next].name == field.name { continue }
      merged.append(field)
    }
    merged.append(contentsOf: other.fields[next...])
    return TemplateRecord(sorted: merged)
  }

  /// Sorts by name and keeps the last of equal names.
  private static func sorted(_ fields: [Field]) -> [Field] {
    let isSorted = zip(fields, fields.dropFirst())
      .allSatisfy { $0.name.precedesInBytes($1.name) }
    if isSorted { return fields }
    var result: [Field] = []
    result.reserveCapacity(fields.count)
    // The sort of the standard library is stable, so equal names keep the order of writing.
    for field in fields.sorted(by: { $0.name.precedesInBytes($1.name) }) {
      if result.last?.name == field.name { result.removeLast() }
      result.append(field)
    }
    return result
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
