public import Markup

/// Shared records as one page sees them, its links to their addresses among their fields.
///
/// A class, and each page has its own: threads that counted the references of one object for every
/// record would wait for each other.
public final class SeenRecords: Sendable {
  /// Writes the link from the page to an address.
  public typealias LinkWriter =
    @Sendable (_ address: UnsafeBufferPointer<UInt8>, _ output: inout FlatList<UInt8>) -> Void

  let records: SharedRecords
  private let writeLink: LinkWriter

  /// Makes a view of records from a page.
  public init(_ records: SharedRecords, _ writeLink: @escaping LinkWriter) {
    self.records = records
    self.writeLink = writeLink
  }

  /// Other records as the same page sees them.
  public func seeing(_ others: SharedRecords) -> SeenRecords { SeenRecords(others, writeLink) }

  /// Appends the bytes of a text.
  @inline(__always)
  func appendText(_ range: Range<Int32>, to output: inout FlatList<UInt8>) {
    records.texts.withUnsafeBufferPointer {
      output.append(
        contentsOf: UnsafeBufferPointer(rebasing: $0[Int(range.lowerBound)..<Int(range.upperBound)])
      )
    }
  }

  /// Appends the link to an address.
  func appendLink(_ range: Range<Int32>, to output: inout FlatList<UInt8>) {
    records.texts.withUnsafeBufferPointer {
      writeLink(
        UnsafeBufferPointer(rebasing: $0[Int(range.lowerBound)..<Int(range.upperBound)]),
        &output
      )
    }
  }
}

/// The fields of a shared record, as a page sees them.
public struct SharedFields: Sendable {
  let source: SeenRecords
  /// Which record it is.
  let place: Int32

  /// A record by its place.
  public init(_ place: Int, of source: SeenRecords) {
    self.source = source
    self.place = Int32(place)
  }

  /// Keeps the fields of a record that looks the same from all pages; names are kept once for both
  /// where another one has the same.
  public init(_ record: TemplateRecord, namedLike other: SharedFields? = nil) {
    let records = SharedRecords(count: 1, namedLike: other?.source.records) { _ in record }
    self.init(0, of: SeenRecords(records) { address, output in output.append(contentsOf: address) })
  }

  var names: FieldNames { source.records.names }

  /// How many fields there are.
  var count: Int { names.list.count }

  @inline(__always)
  func part(_ field: Int) -> SharedRecords.Part { source.records.part(field, of: Int(place)) }

  /// The value of a field; nil where there is none.
  public subscript(name: String) -> TemplateValue? { names.list.firstIndex(of: name).map(value) }

  /// Names and values, made for whoever asks.
  var fields: [TemplateRecord.Field] {
    names.list.indices.map { (names.list[$0], value($0)) }
  }

  /// Whether both are the same record of the same place.
  func isSame(as other: SharedFields) -> Bool { source === other.source && place == other.place }

  private func value(_ field: Int) -> TemplateValue {
    switch part(field) {
    case .absent: .absent
    case .flag(let flag): .flag(flag)
    case .text(let start, let end), .plain(let start, let end):
      text { source.appendText(start..<end, to: &$0) }
    case .address(let start, let end): text { source.appendLink(start..<end, to: &$0) }
    case .other(let index): source.records.others[Int(index)]
    }
  }

  private func text(_ write: (inout FlatList<UInt8>) -> Void) -> TemplateValue {
    var bytes = FlatList<UInt8>(capacity: 64)
    write(&bytes)
    return .text(bytes.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) })
  }
}

extension TemplateValue {
  /// The shared fields of a record; nil where there are none.
  var sharedFields: SharedFields? {
    if case .record(let record) = self { record.shared } else { nil }
  }
}

extension TemplateRecord {
  /// Fields that are shared, and some more, which take the place of those of their names.
  public init(_ shared: SharedFields, adding fields: TemplateRecord = [:]) {
    self.init(fields: fields.shared == nil ? fields.fields : fields.allFields, shared: shared)
  }
}
