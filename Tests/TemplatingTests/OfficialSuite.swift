import Diagnostics
import FoundationEssentials
import Markup
import Templating

/// One case of the official Mustache specification.
struct OfficialCase: CustomStringConvertible, Sendable {
  let module: String
  let name: String
  let template: String
  let partials: [(name: String, text: String)]
  let data: TemplateValue
  let expected: String

  var description: String { "\(module): \(name)" }

  /// Every module but one, and of these every case.
  ///
  /// Left out is `~lambdas`: values are data, and a page must be a function of them alone.
  static let modules = [
    "interpolation", "sections", "inverted", "partials", "delimiters", "comments",
    "~inheritance", "~dynamic-names",
  ]

  static let areAvailable = FileManager.default.fileExists(atPath: folder + "/interpolation.json")

  /// All cases; empty when the suite is not there.
  static let all: [OfficialCase] = areAvailable ? modules.flatMap(cases(of:)) : []

  private static let folder: String = {
    let suites =
      ProcessInfo.processInfo.environment["SITEGEN_SUITES"]
      ?? FileManager.default.currentDirectoryPath + "/../shared/suites"
    return suites + "/mustache"
  }()

  private static func cases(of module: String) -> [OfficialCase] {
    guard let data = FileManager.default.contents(atPath: "\(folder)/\(module).json"),
      case .object(let suite)? = try? JSONValue(parsing: Array(data)),
      case .array(let tests)? = suite["tests"]
    else { return [] }
    return tests.compactMap { OfficialCase($0, module: module) }
  }

  private init?(_ json: JSONValue, module: String) {
    guard case .object(let fields) = json, case .string(let name)? = fields["name"],
      case .string(let template)? = fields["template"],
      case .string(let expected)? = fields["expected"]
    else { return nil }
    self.module = module
    self.name = name
    self.template = template
    self.expected = expected
    data = TemplateValue(json: fields["data"] ?? .null)
    guard case .object(let partials)? = fields["partials"] else {
      self.partials = []
      return
    }
    self.partials = partials.sorted { $0.key < $1.key }.compactMap { name, text in
      guard case .string(let text) = text else { return nil }
      return (name, text)
    }
  }

  /// The template under test as `main`, and its partials.
  var files: [SourceFile] {
    ([("main", template)] + partials).map { name, text in
      SourceFile(path: "Templates/\(name).mustache", text: text)
    }
  }
}
