extension TemplateShape {
  /// What keeps a value from being of this shape; empty when it fits.
  ///
  /// Each begins with the path of the field, in the order of field names and list elements. For tests of the code that builds contexts: templates are checked against shapes alone, so
  /// a context that breaks its shape could leave a hole in a page.
  public func violations(in value: TemplateValue, at path: String) -> [String] {
    switch (self, value) {
    case (.anything, _), (.optional, .absent): []
    case (.optional(let shape), _): shape.violations(in: value, at: path)
    case (.text, .text), (.html, .html), (.number, .number), (.number, .decimal), (.flag, .flag):
      []
    case (.list(let element), .list(let values)):
      values.enumerated().flatMap { index, value in
        element.violations(in: value, at: "\(path)[\(index)]")
      }
    case (.record(let shape), .record): shape.violations(in: value, at: path)
    default: ["\(path.isEmpty ? "." : path): \(value.noun) where \(noun) is promised"]
    }
  }
}

extension RecordShape {
  /// What keeps a value from being a record of this shape: missing fields that are not optional,
  /// fields never promised, values of another kind.
  public func violations(in value: TemplateValue, at path: String) -> [String] {
    guard case .record(let record) = value else {
      return ["\(path.isEmpty ? "." : path): \(value.noun) where a record is promised"]
    }
    let prefix = path.isEmpty ? "" : path + "."
    var found: [String] = []
    for name in names {
      guard let shape = self[name] else { continue }
      if let value = record[name] {
        found += shape.violations(in: value, at: prefix + name)
      } else if !shape.mayBeMissing {
        found.append("\(prefix)\(name): missing")
      }
    }
    found += record.names.filter { self[$0] == nil }.map { "\(prefix)\($0): never promised" }
    return found
  }
}

extension TemplateShape {
  fileprivate var mayBeMissing: Bool {
    switch self {
    case .optional, .anything: true
    case .text, .html, .number, .flag, .list, .record: false
    }
  }
}

extension TemplateValue {
  fileprivate var noun: String {
    switch self {
    case .absent: "nothing"
    case .text: "text"
    case .html: "HTML"
    case .number, .decimal: "a number"
    case .flag: "a flag"
    case .list: "a list"
    case .record: "a record"
    }
  }
}
