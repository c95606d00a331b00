/// Fields that stand on many pages, kept once.
///
/// A class, so that each record that has them holds one reference. Their texts stand in a row: pages
/// take bytes from there, and count no references of values that all of them share.
public final class SharedFields: Sendable {
  /// A value as it is kept.
  enum Part: BitwiseCopyable {
    case absent
    case flag(Bool)
    /// Bytes of `texts`.
    case text(start: Int32, end: Int32)
    /// One of `others`.
    case other(Int32)
  }

  /// The names; an object, for what is made in one place has them in common.
  let names: FieldNames
  let parts: [Part]
  let texts: [UInt8]
  let others: [TemplateValue]

  /// Keeps the fields of a record; names are kept once for both where another one has the same.
  public init(_ record: TemplateRecord, namedLike other: SharedFields? = nil) {
    let fields = record.allFields
    let names = fields.map(\.0)
    self.names = other.map(\.names).flatMap { $0.list == names ? $0 : nil } ?? FieldNames(names)
    var (parts, texts, others) = ([Part](), [UInt8](), [TemplateValue]())
    parts.reserveCapacity(fields.count)
    for (_, value) in fields {
      switch value {
      case .absent: parts.append(.absent)
      case .flag(let flag): parts.append(.flag(flag))
      case .text(let text):
        let start = Int32(texts.count)
        texts.append(contentsOf: text.utf8)
        parts.append(.text(start: start, end: Int32(texts.count)))
      case .html, .number, .decimal, .list, .record:
        parts.append(.other(Int32(others.count)))
        others.append(value)
      }
    }
    (self.parts, self.texts, self.others) = (parts, texts, others)
  }

  /// How many fields there are.
  var count: Int { parts.count }

  /// The value of a field; nil where there is none.
  subscript(name: String) -> TemplateValue? { names.list.firstIndex(of: name).map(value) }

  /// Names and values, made for whoever asks.
  var fields: [TemplateRecord.Field] { parts.indices.map { (names.list[$0], value($0)) } }

  private func value(_ place: Int) -> TemplateValue {
    switch parts[place] {
    case .absent: .absent
    case .flag(let flag): .flag(flag)
    case .text(let start, let end):
      .text(String(decoding: texts[Int(start)..<Int(end)], as: UTF8.self))
    case .other(let index): others[Int(index)]
    }
  }
}

/// Names of fields in their order.
final class FieldNames: Sendable {
  let list: [String]

  init(_ list: [String]) { self.list = list }
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
