import Diagnostics

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
    let number = contains(name) ? program.templates.number(of: name) : nil
    let used = program.templates(usedBy: number.map { [$0] } ?? [])
    let names = used.numbers.filter { !program.bodies[Int($0)].isEmpty }
      .map { program.templates.name($0) }
    return UsedTemplates(
      names: names.sorted { $0.precedesInBytes($1) },
      followsDynamicNames: used.followsDynamicNames
    )
  }
}

extension Program {
  /// The numbers of all templates that some draw in, themselves among them.
  func templates(usedBy first: [Int32]) -> (numbers: Set<Int32>, followsDynamicNames: Bool) {
    var open = first
    var met = Set(open)
    var isDynamic = false
    while let number = open.popLast() {
      for instruction in instructions[bodies[Int(number)]] {
        isDynamic = isDynamic || instruction.operation == .dynamicCall
        guard instruction.operation == .call, met.insert(instruction.a).inserted else { continue }
        open.append(instruction.a)
      }
    }
    return (met, isDynamic)
  }
}
