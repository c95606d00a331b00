import Build
import Diagnostics
import Foundation
import FrontMatter
import Markup
import Support

/// What `sitegen inspect --json` says of the seeds of this package.
func inspectOwnSeeds() throws -> JSONValue {
  let folder = packageRoot.appending(path: "seeds")
  let names = try FileManager.default.contentsOfDirectory(atPath: folder.path())
  let files = try names.filter { $0.hasSuffix(".txt") || $0.hasSuffix(".yaml") }.map { name in
    SourceFile(
      path: "seeds/\(name)",
      bytes: [UInt8](try Data(contentsOf: folder.appending(path: name)))
    )
  }
  return inspectSeeds(of: SourceTree(files: files)).json
}

/// A file of gold records, in the same form as what is inspected; numbers are texts.
func readGold(_ name: String) throws -> JSONValue {
  let url = packageRoot.appending(path: "Tests/SeedQualityTests/Gold/\(name).yaml")
  let read = readYAML(SourceFile(path: name, bytes: [UInt8](try Data(contentsOf: url))))
  guard read.diagnostics.isEmpty else { throw GoldFault(diagnostics: read.diagnostics) }
  return JSONValue(.mapping(read.value))
}

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
