/// The names that a template may ask for, with all it draws in: what nobody asks for need not be
/// made.
public struct AskedNames: Hashable, Sendable {
  private var names: Set<String> = []
  private var dottedPaths: Set<String> = []
  /// Whether any name may be asked for.
  private var isOpen = false

  /// Every name there is.
  public static let everything = {
    var asked = AskedNames()
    asked.isOpen = true
    return asked
  }()

  /// Whether a field of this name may be asked for, of whatever record.
  public func contains(_ name: String) -> Bool { isOpen || names.contains(name) }

  /// Whether the field of a field of the page may be asked for: `{{#all.axis}}`, or `{{#all}}` with
  /// `axis` somewhere.
  public func contains(_ name: String, of record: String) -> Bool {
    isOpen || dottedPaths.contains("\(record).\(name)")
      || dottedPaths.contains(record) && names.contains(name)
  }

  fileprivate mutating func insert(_ path: [String]) {
    names.formUnion(path)
    if let first = path.first {
      dottedPaths.insert(path.count > 1 ? "\(first).\(path[1])" : first)
    }
  }
}

extension TemplateSet {
  /// What a template asks for; everything, where only a page can name what it draws in.
  public func names(askedBy template: String) -> AskedNames {
    var asked = AskedNames()
    guard let number = program.templates.number(of: template) else { return asked }
    guard let paths = program.paths(askedBy: number) else { return .everything }
    for path in paths { asked.insert(path.map { program.names.name($0) }) }
    return asked
  }
}

extension Program {
  /// For each template, by number, whether it may ask for each name, by number; empty where it may
  /// ask for any.
  func findAskedNames() -> [[Bool]] {
    bodies.indices.map { template in
      guard let paths = paths(askedBy: Int32(template)) else { return [] }
      var asked = [Bool](repeating: false, count: names.count)
      for name in paths.joined() { asked[Int(name)] = true }
      return asked
    }
  }

  /// The paths that a template asks for, with all it draws in; nil where only a page can name what
  /// that is.
  func paths(askedBy template: Int32) -> [ArraySlice<Int32>]? {
    let used = templates(usedBy: [template])
    guard !used.followsDynamicNames else { return nil }
    return used.numbers.flatMap { number in
      instructions[bodies[Int(number)]].compactMap { instruction in
        switch instruction.operation {
        case .escaped, .raw, .section, .inverted:
          paths[Int(instruction.a)...].prefix(Int(instruction.b))
        case .text, .indent, .endSection, .arguments, .call, .dynamicCall, .jump, .block, .leave:
          nil
        }
      }
    }
  }
}
