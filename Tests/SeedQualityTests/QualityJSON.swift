import Diagnostics
import FrontMatter
import Markup

/// Gold records that cannot be read.
struct GoldFault: Error {
  let diagnostics: [Diagnostic]
}

extension JSONValue {
  /// A value of YAML.
  init(_ value: FieldValue) {
    switch value {
    case .scalar(let scalar): self = .string(scalar.value)
    case .sequence(let elements, _): self = .array(elements.map(JSONValue.init))
    case .mapping(let mapping):
      let fields = mapping.entries.map { ($0.key.value, JSONValue($0.value)) }
      self = .object(Dictionary(fields) { first, _ in first })
    }
  }

  subscript(key: String) -> JSONValue {
    guard case .object(let fields) = self else { return .null }
    return fields[key] ?? .null
  }

  /// The names of an object's fields, in order.
  var keys: [String] {
    guard case .object(let fields) = self else { return [] }
    return fields.keys.sorted()
  }

  var list: [JSONValue] {
    guard case .array(let elements) = self else { return [] }
    return elements
  }

  /// A text or a number on one line, without the punctuation at its end; empty for all else.
  var words: String {
    switch self {
    case .string(let text):
      let joined = text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
      return String(joined.reversed().drop { ",;".contains($0) }.reversed())
    case .integer(let number): return String(number)
    case .null, .flag, .number, .array, .object: return ""
    }
  }

  var texts: [String] { list.map(\.words) }
}
