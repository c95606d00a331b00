import Diagnostics

/// What a value says, without the places where it stands: equal when two texts say the same.
public indirect enum FieldContent: Hashable, Sendable {
  /// A text, by its bytes.
  case text([UInt8])
  /// Values in their order.
  case list([FieldContent])
  /// Named values in their order.
  case record([NamedContent])

  /// A name and what stands under it.
  public struct NamedContent: Hashable, Sendable {
    /// The name.
    public let name: String
    /// The value.
    public let content: FieldContent
  }

  /// Takes the places off a value.
  public init(_ value: FieldValue) {
    switch value {
    case .scalar(let scalar): self = .text(Array(scalar.value.utf8))
    case .sequence(let elements, _): self = .list(elements.map { FieldContent($0) })
    case .mapping(let mapping): self = FieldContent(mapping)
    }
  }

  /// Takes the places off the fields of a record.
  public init(_ mapping: FieldMapping) {
    self = .record(
      mapping.entries.map { NamedContent(name: $0.key.value, content: FieldContent($0.value)) }
    )
  }

  /// The texts it holds, in order, as one line for people: `ada, mathématicienne`.
  public var summary: String {
    switch self {
    case .text(let bytes): String(decoding: bytes, as: UTF8.self)
    case .list(let elements): elements.map(\.summary).joined(separator: "; ")
    case .record(let fields): fields.map(\.content.summary).joined(separator: ", ")
    }
  }
}
