public import Diagnostics
import Yams

/// Reads YAML into spanned values; the only place that knows Yams.
///
/// Only `range` of the file is read, and it must be valid UTF-8. An empty text gives an empty
/// mapping. Emits `YML001`, `YML003`, `YML004` and, where the root is no mapping, `FLD003`.
public func readYAML(_ file: SourceFile, range: Range<Int>) -> Diagnosed<FieldMapping> {
  let text = String(decoding: file.bytes[range], as: UTF8.self)
  let places = YAMLPlaces(file: file, range: range)
  let empty = FieldMapping([], at: SourceSpan(path: file.path, range: range))
  do {
    // Told the encoding, Yams asks no environment; without its rules, which tell numbers from texts by
    // regular expressions, every plain scalar is a text, as every field here is.
    let parser = try Parser(
      yaml: text,
      resolver: .basic,
      constructor: Constructor([:], [:], [:]),
      encoding: .utf8
    )
    guard let root = try parser.singleRoot() else { return Diagnosed(empty) }
    var conversion = YAMLConversion(places: places)
    guard case .mapping(let mapping) = conversion.value(of: root) else {
      if case .scalar(let scalar) = root, scalar.isNull { return Diagnosed(empty) }
      let diagnostic = Diagnostic(
        FrontMatterDiagnostics.wrongForm,
        .error,
        at: places.span(of: root),
        "the text is no list of fields",
        help: "Write one `name: value` a line."
      )
      return Diagnosed(empty, [diagnostic])
    }
    return Diagnosed(mapping, conversion.diagnostics)
  } catch let error as YamlError {
    return Diagnosed(empty, [diagnostic(for: error, places: places)])
  } catch {
    return Diagnosed(
      empty,
      [Diagnostic(FrontMatterDiagnostics.invalidYAML, .error, at: empty.span, "\(error)")]
    )
  }
}

/// Reads a whole file as YAML.
public func readYAML(_ file: SourceFile) -> Diagnosed<FieldMapping> {
  readYAML(file, range: 0..<file.bytes.count)
}

private func diagnostic(for error: YamlError, places: YAMLPlaces) -> Diagnostic {
  switch error {
  case .scanner(let context, let problem, let mark, _),
    .parser(let context, let problem, let mark, _),
    .composer(let context, let problem, let mark, _):
    let fault = YAMLFault(begun: context, problem: problem, at: mark, places)
    return Diagnostic(
      FrontMatterDiagnostics.invalidYAML,
      .error,
      at: fault.span,
      fault.summary,
      help: fault.help
    )
  case .duplicatedKeysInMapping(let duplicates, let context):
    let name = duplicates.min() ?? ""
    return Diagnostic(
      FrontMatterDiagnostics.duplicateKey,
      .error,
      at: places.span(ofLastLineNaming: name) ?? places.span(at: context.mark),
      "\"\(name)\" is written more than once"
    )
  default:
    return Diagnostic(
      FrontMatterDiagnostics.invalidYAML,
      .error,
      at: places.whole,
      "\(error)"
    )
  }
}

/// Walks the nodes of Yams once, counting them.
private struct YAMLConversion {
  static let limit = 200_000

  let places: YAMLPlaces
  var diagnostics: [Diagnostic] = []
  var count = 0

  init(places: YAMLPlaces) { self.places = places }

  /// The value of a node; nil for null and for what lies past the limit.
  mutating func value(of node: Node) -> FieldValue? {
    count += 1
    guard count <= Self.limit else {
      if count == Self.limit + 1 {
        diagnostics.append(
          Diagnostic(
            FrontMatterDiagnostics.tooLarge,
            .error,
            at: places.span(of: node),
            "more than \(Self.limit) values"
          )
        )
      }
      return nil
    }
    switch node {
    case .scalar(let scalar):
      return scalar.isNull ? nil : .scalar(Spanned(scalar.string, at: places.span(of: scalar)))
    case .sequence(let sequence):
      let values = sequence.compactMap { value(of: $0) }
      return .sequence(values, places.span(ofLineFrom: sequence.mark))
    case .mapping(let mapping):
      let entries = mapping.compactMap { key, item -> FieldMapping.Entry? in
        guard let value = value(of: item) else { return nil }
        return FieldMapping.Entry(name(of: key), value)
      }
      return .mapping(FieldMapping(entries, at: places.span(ofLineFrom: mapping.mark)))
    case .alias:
      return nil
    }
  }

  private func name(of key: Node) -> Spanned<String> {
    guard case .scalar(let scalar) = key else {
      return Spanned(key.string ?? "", at: places.span(of: key))
    }
    return Spanned(scalar.string, at: places.span(of: scalar))
  }
}

extension Node.Scalar {
  /// Whether it says that there is no value (YAML 1.2.2, §10.3.2).
  fileprivate var isNull: Bool {
    guard style == .plain else { return false }
    switch string {
    case "", "~", "null", "Null", "NULL": return true
    default: return false
    }
  }
}
