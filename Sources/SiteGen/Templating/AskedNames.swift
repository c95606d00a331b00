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
    let used = templates(usedBy: template)
    guard !used.followsDynamicNames else { return .everything }
    var asked = AskedNames()
    for body in used.names.compactMap({ program.templates.number(of: $0) }) {
      for instruction in program.instructions[program.bodies[Int(body)]] {
        switch instruction.operation {
        case .escaped, .raw, .section, .inverted:
          let path = program.paths[Int(instruction.a)...].prefix(Int(instruction.b))
          asked.insert(path.map { program.names.name($0) })
        case .text, .indent, .endSection, .arguments, .call, .dynamicCall, .jump, .block, .leave:
          break
        }
      }
    }
    return asked
  }
}
