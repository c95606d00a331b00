/// The templates that one template may draw in.
public struct UsedTemplates: Hashable, Sendable {
  /// Names, itself among them, sorted by their bytes.
  public let names: [String]
  /// Whether one of them draws in templates that only a page can name (`{{>*name}}`).
  public let followsDynamicNames: Bool
}

extension TemplateSet {
  /// What a template draws in, its partials and parents and theirs; linear in their instructions.
  public func templates(usedBy name: String) -> UsedTemplates {
    var open = [name].filter(contains).compactMap { program.templates.number(of: $0) }
    var met = Set(open)
    var isDynamic = false
    while let number = open.popLast() {
      for instruction in program.instructions[program.bodies[Int(number)]] {
        isDynamic = isDynamic || instruction.operation == .dynamicCall
        guard instruction.operation == .call, met.insert(instruction.a).inserted else { continue }
        open.append(instruction.a)
      }
    }
    let names = met.filter { !program.bodies[Int($0)].isEmpty }.map { program.templates.name($0) }
    return UsedTemplates(
      names: names.sorted { $0.precedesInBytes($1) },
      followsDynamicNames: isDynamic
    )
  }
}
