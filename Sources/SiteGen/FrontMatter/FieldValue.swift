public import Diagnostics

/// A value of a record before its type is known: what YAML or a seed parser gives.
public indirect enum FieldValue: Hashable, Sendable {
  /// A text as written, not yet a number or a date.
  case scalar(Spanned<String>)
  /// Values in their order.
  case sequence([FieldValue], SourceSpan)
  /// Named values.
  case mapping(FieldMapping)

  /// Where the value stands.
  public var span: SourceSpan {
    switch self {
    case .scalar(let scalar): scalar.span
    case .sequence(_, let span): span
    case .mapping(let mapping): mapping.span
    }
  }
}

/// Named values in the order in which they were written, each name once.
public struct FieldMapping: Hashable, Sendable {
  /// A name and its value.
  public struct Entry: Hashable, Sendable {
    /// The name, with its place.
    public let key: Spanned<String>
    /// The value.
    public let value: FieldValue

    /// Makes an entry.
    public init(_ key: Spanned<String>, _ value: FieldValue) {
      self.key = key
      self.value = value
    }
  }

  /// The entries, in the order of writing.
  public let entries: [Entry]
  /// Where the whole mapping stands.
  public let span: SourceSpan

  /// Makes a mapping.
  public init(_ entries: [Entry], at span: SourceSpan) {
    self.entries = entries
    self.span = span
  }

  /// The value of a name, or nil; linear in the number of entries, which are few.
  public subscript(key: String) -> FieldValue? {
    entries.first { $0.key.value == key }?.value
  }
}
