import Diagnostics

/// What templates say of each other: partials and parents exist, parents define the blocks they
/// are given, and no template includes itself without a condition.
struct ReferenceCheck {
  let program: Program
  /// Names of all templates, sorted by their bytes.
  let names: [String]

  init(program: Program, defined: some Collection<String>) {
    self.program = program
    names = defined.sorted { $0.precedesInBytes($1) }
  }

  /// What is wrong, in the order of the program.
  func diagnostics() -> [Diagnostic] {
    var found: [Diagnostic] = []
    var blocksByTemplate: [Int32: Set<Int32>?] = [:]
    for (index, instruction) in program.instructions.enumerated() {
      switch instruction.operation {
      case .call where program.bodies[Int(instruction.a)].isEmpty:
        found.append(unknownTemplate(at: index))
      case .arguments where instruction.a < instruction.b:
        let call = program.instructions[index + 1]
        guard call.operation == .call, !program.bodies[Int(call.a)].isEmpty else { continue }
        let known = blocksByTemplate[call.a] ?? blocks(definedBy: Int(call.a))
        blocksByTemplate[call.a] = .some(known)
        if let known { found += unknownBlocks(of: instruction, to: call.a, among: known) }
      default: continue
      }
    }
    return found + endlessInclusions()
  }

  private func unknownTemplate(at index: Int) -> Diagnostic {
    let name = program.templates.name(program.instructions[index].a)
    return Diagnostic(
      TemplatingDiagnostics.unknownTemplate,
      .error,
      at: program.span(of: index),
      "unknown template \"\(name)\"\(suggestion(for: name, among: names))"
    )
  }

  private func unknownBlocks(
    of instruction: Instruction,
    to template: Int32,
    among known: Set<Int32>
  ) -> [Diagnostic] {
    program.arguments[Int(instruction.a)..<Int(instruction.b)].compactMap { argument in
      guard !known.contains(argument.block) else { return nil }
      let name = program.blocks.name(argument.block)
      let parent = program.templates.name(template)
      let hint = suggestion(for: name, among: known.map(program.blocks.name))
      return Diagnostic(
        TemplatingDiagnostics.unknownBlock,
        .error,
        at: program.span(of: argument.origin),
        "unknown block \"\(name)\" of \"\(parent)\"\(hint)"
      )
    }
  }

  /// Blocks that a template or what it includes defines; nil when it includes a template that is
  /// known only at render.
  private func blocks(definedBy template: Int) -> Set<Int32>? {
    var found: Set<Int32> = []
    var seen: Set<Int> = [template]
    var waiting = [template]
    while let template = waiting.popLast() {
      for instruction in program.instructions[program.bodies[template]] {
        switch instruction.operation {
        case .block: found.insert(instruction.a)
        case .arguments:
          for argument in program.arguments[Int(instruction.a)..<Int(instruction.b)] {
            found.insert(argument.block)
          }
        case .call:
          if seen.insert(Int(instruction.a)).inserted { waiting.append(Int(instruction.a)) }
        case .dynamicCall: return nil
        default: continue
        }
      }
    }
    return found
  }
}

// MARK: - Endless inclusion

extension ReferenceCheck {
  /// One diagnostic for each circle of templates that include each other without condition.
  private func endlessInclusions() -> [Diagnostic] {
    let calls = program.bodies.map(unconditionalCalls(in:))
    var finished = Set<Int>()
    var found: [Diagnostic] = []
    for start in program.bodies.indices where !finished.contains(start) {
      var path: [(template: Int, next: Int)] = [(start, 0)]
      var active: Set<Int> = [start]
      while let (template, next) = path.last {
        guard next < calls[template].count else {
          path.removeLast()
          active.remove(template)
          finished.insert(template)
          continue
        }
        path[path.count - 1].next += 1
        let call = calls[template][next]
        let callee = Int(program.instructions[call].a)
        if active.contains(callee) {
          found.append(endless(callee, at: call))
        } else if !finished.contains(callee) {
          path.append((callee, 0))
          active.insert(callee)
        }
      }
    }
    return found
  }

  private func endless(_ template: Int, at call: Int) -> Diagnostic {
    let name = program.templates.name(Int32(template))
    return Diagnostic(
      TemplatingDiagnostics.endlessInclusion,
      .error,
      at: program.span(of: call),
      "\"\(name)\" includes itself without end"
    )
  }

  /// Indexes of the calls that every rendering of a template makes.
  private func unconditionalCalls(in body: Range<Int>) -> [Int] {
    var found: [Int] = []
    var index = body.lowerBound
    while index < body.upperBound {
      let instruction = program.instructions[index]
      switch instruction.operation {
      case .section, .inverted, .jump: index = Int(instruction.c)
      case .block: index = Int(instruction.b)
      case .call:
        found.append(index)
        index += 1
      default: index += 1
      }
    }
    return found
  }
}
