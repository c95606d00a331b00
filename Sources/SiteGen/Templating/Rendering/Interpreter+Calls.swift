import Markup

extension Interpreter {
  /// First instruction of the template that a call names; nil when there is no such template.
  func callee(of instruction: Instruction, _ program: Program) -> Int? {
    var template = Int(instruction.a)
    if instruction.operation == .dynamicCall {
      guard let node = resolve(instruction, program).map({ arena.nodes[$0] }),
        node.kind == .text || node.kind == .plain,
        let number = program.templates.number(of: arena.text(of: node))
      else { return nil }
      template = Int(number)
    }
    return program.bodies[template].isEmpty ? nil : program.bodies[template].lowerBound
  }

  /// Enters a template.
  mutating func enter(_ instruction: Instruction, _ program: Program, next: Int) {
    pushCall(next: next)
    pushIndentation(instruction, program)
    guard !pendingArguments.isEmpty else { return }
    environments.append(Environment(outer: environment, arguments: pendingArguments))
    environment = environments.count - 1
    pendingArguments = 0..<0
  }

  /// Enters an argument in place of a block; `outer` is the environment it was written in.
  mutating func enterArgument(_ outer: Int, _ instruction: Instruction, _ program: Program) {
    pushCall(next: Int(instruction.b))
    pushIndentation(instruction, program)
    environment = outer
    hasIndented = instruction.mode == .lineStart
  }

  /// Restores what was in force before the last call; gives the instruction behind it.
  mutating func leave() -> Int {
    let call = calls[calls.count - 1]
    calls.removeLast()
    environment = call.environment
    environments.removeLast(environments.count - call.environmentCount)
    indentationStart = call.indentationStart
    indentation.removeLast(indentation.count - call.indentationEnd)
    hasIndented = false
    return call.next
  }

  /// The argument that replaces a block: among those in force, the one given furthest out, so
  /// that a page overrides its layout and the layout its base.
  func argument(for block: Int32, _ program: Program) -> (entry: Int, outer: Int)? {
    var found: (entry: Int, outer: Int)?
    var current = environment
    while current >= 0 {
      for index in environments[current].arguments
      where program.arguments[index].block == block {
        found = (Int(program.arguments[index].entry), environments[current].outer)
        break
      }
      current = environments[current].outer
    }
    return found
  }

  private mutating func pushCall(next: Int) {
    calls.append(
      Call(
        next: next,
        environment: environment,
        environmentCount: environments.count,
        indentationStart: indentationStart,
        indentationEnd: indentation.count
      )
    )
  }

  /// On a line of its own what is called is indented like the call; inline it is not at all.
  private mutating func pushIndentation(_ instruction: Instruction, _ program: Program) {
    switch instruction.mode {
    case .inline: indentationStart = indentation.count
    case .lineStart, .alone:
      for offset in Int(instruction.c)..<Int(instruction.d) {
        indentation.append(program.literals[offset])
      }
    }
  }
}
