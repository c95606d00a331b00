import Markup

/// Records of one make that stand on many pages, kept once, in a few rows.
///
/// Pages take bytes from there: nobody counts references of what all of them share, and what a
/// record shows stands together in memory, wherever pages were made.
public struct SharedRecords: Sendable {
  /// A value as it is kept.
  enum Part: BitwiseCopyable {
    case absent
    case flag(Bool)
    /// Bytes of `texts`.
    case text(start: Int32, end: Int32)
    /// Likewise, with nothing in them that HTML would write otherwise.
    case plain(start: Int32, end: Int32)
    /// Likewise: an address, which pages show as a link.
    case address(start: Int32, end: Int32)
    /// One of `others`.
    case other(Int32)
  }

  /// The names; an object, for what is made in one place has them in common.
  let names: FieldNames
  /// Record after record.
  private let parts: [Part]
  let texts: [UInt8]
  let others: [TemplateValue]

  /// Keeps records.
  ///
  /// - Parameters:
  ///   - count: how many there are.
  ///   - address: the field that holds an address, which each page sees as a link.
  ///   - other: records that have the same names, as it may be: they are kept once for both.
  ///   - record: gives each record by its place, from 0; all have the same names in the same order,
  ///     but for those that have no field: nothing of these is ever shown.
  public init(
    count: Int,
    address: String? = nil,
    namedLike other: SharedRecords? = nil,
    _ record: (_ place: Int) -> TemplateRecord
  ) {
    var row = Row(address: address)
    for place in 0..<count { row.append(record(place), at: place) }
    row.pad(to: count)
    names = other.map(\.names).flatMap { $0.list == row.names ? $0 : nil } ?? FieldNames(row.names)
    (parts, texts, others) = (row.parts, row.texts, row.others)
  }

  /// The part of a record that holds a field.
  @inline(__always)
  func part(_ field: Int, of place: Int) -> Part { parts[place &* names.list.count &+ field] }
}

/// Names of fields in their order.
final class FieldNames: Sendable {
  let list: [String]

  init(_ list: [String]) { self.list = list }
}

/// Records as they are put together.
private struct Row {
  private(set) var names: [String] = []
  private(set) var parts: [SharedRecords.Part] = []
  private(set) var texts: [UInt8] = []
  private(set) var others: [TemplateValue] = []
  private let address: String?

  init(address: String?) { self.address = address }

  mutating func append(_ record: TemplateRecord, at place: Int) {
    let fields = record.allFields
    guard !fields.isEmpty else { return }
    if names.isEmpty { names = fields.map(\.0) }
    precondition(fields.elementsEqual(names) { $0.0 == $1 }, "records of another make")
    pad(to: place)
    for (name, value) in fields { parts.append(part(value, isAddress: name == address)) }
  }

  /// Puts nothing in the place of records that have no field.
  mutating func pad(to count: Int) {
    let missing = count * names.count - parts.count
    parts += repeatElement(.absent, count: missing)
  }

  private mutating func part(_ value: TemplateValue, isAddress: Bool) -> SharedRecords.Part {
    switch value {
    case .absent: return .absent
    case .flag(let flag): return .flag(flag)
    case .text(let text):
      let start = Int32(texts.count)
      texts.append(contentsOf: text.utf8)
      let end = Int32(texts.count)
      if isAddress { return .address(start: start, end: end) }
      let isPlain = texts.withUnsafeBufferPointer {
        Escaping.isPlain(UnsafeBufferPointer(rebasing: $0[Int(start)...]))
      }
      return isPlain ? .plain(start: start, end: end) : .text(start: start, end: end)
    case .html, .number, .decimal, .list, .record:
      others.append(value)
      return .other(Int32(others.count - 1))
    }
  }
}
