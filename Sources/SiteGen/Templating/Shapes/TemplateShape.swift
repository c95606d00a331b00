import Diagnostics

/// What kind of value a page promises to a template, known before any page is rendered.
public indirect enum TemplateShape: Hashable, Sendable {
  /// Plain text, always escaped.
  case text
  /// HTML, to be written by `{{{name}}}`.
  case html
  /// A whole or decimal number.
  case number
  /// A truth value.
  case flag
  /// Values of one shape; may be empty.
  case list(TemplateShape)
  /// Named values.
  case record(RecordShape)
  /// A value that may be absent.
  case optional(TemplateShape)
  /// Anything at all: nothing is checked behind it.
  case anything

  /// The shape without the leave to be absent.
  var unwrapped: TemplateShape {
    guard case .optional(let shape) = self else { return self }
    return shape.unwrapped
  }

  /// What it is called in a diagnostic.
  var noun: String {
    switch unwrapped {
    case .text: "text"
    case .html: "HTML"
    case .number: "a number"
    case .flag: "a flag"
    case .list: "a list"
    case .record: "a record"
    case .optional, .anything: "anything"
    }
  }
}

/// The fields a record promises, with the shape of each.
public struct RecordShape: Hashable, Sendable {
  /// Shapes by the name of their field.
  public let fields: [String: TemplateShape]

  /// Makes a shape from the shapes of its fields.
  public init(_ fields: [String: TemplateShape]) {
    self.fields = fields
  }

  /// The shape of a field, or nil when there is no such field.
  public subscript(name: String) -> TemplateShape? { fields[name] }

  /// Names of the fields, sorted by their bytes.
  public var names: [String] { fields.keys.sorted { $0.precedesInBytes($1) } }

  /// Both shapes in one; where both have a field, the other's counts.
  public func merging(_ other: RecordShape) -> RecordShape {
    RecordShape(fields.merging(other.fields) { _, theirs in theirs })
  }
}

extension RecordShape: ExpressibleByDictionaryLiteral {
  /// Makes a shape; of fields with the same name the last one counts.
  public init(dictionaryLiteral fields: (String, TemplateShape)...) {
    self.init(Dictionary(fields) { _, last in last })
  }
}
