import Markup

/// Runs a program over the values of one page.
///
/// All state is flat and owned by one rendering: no reference is counted in the loop.
struct Interpreter: ~Copyable {
  /// A value that names are looked up in; in a list, the current element.
  struct Context {
    var node: Int
    /// The last element of the list, or the node itself.
    let last: Int
  }

  /// What to restore behind a template or an argument.
  struct Call {
    let next: Int
    let environment: Int
    let environmentCount: Int
    let indentationStart: Int
    let indentationEnd: Int
  }

  /// Arguments given to a parent, and those in force where it was called.
  struct Environment {
    let outer: Int
    let arguments: Range<Int>
  }

  /// Deeper inclusion is taken for endless; rendering stops there.
  static let deepestCall = 1000

  let arena: ArenaView
  var contexts = FlatList<Context>(capacity: 32)
  var calls = FlatList<Call>(capacity: 32)
  var environments: [Environment] = []
  /// The innermost environment, or -1.
  var environment = -1
  /// Arguments for the call that follows.
  var pendingArguments = 0..<0
  /// Indentations of all calls in force; the current one is from `indentationStart` on.
  var indentation = FlatList<UInt8>(capacity: 32)
  var indentationStart = 0
  /// Whether the indentation of the current line is already written.
  var hasIndented = false
  /// Instructions done, for the tests of cost.
  var steps = 0

  init(arena: ArenaView) {
    self.arena = arena
    contexts.append(Context(node: 0, last: 0))
  }

  /// Runs from an instruction until its template is left.
  mutating func run(_ program: Program, from entry: Int, into output: inout FlatList<UInt8>) {
    var index = entry
    while true {
      let instruction = program.instructions[index]
      steps += 1
      index += 1
      switch instruction.operation {
      case .text: writeText(instruction, program, &output)
      case .indent: writeIndentation(&output)
      case .escaped: if let node = resolve(instruction, program) { writeEscaped(node, &output) }
      case .raw: if let node = resolve(instruction, program) { writeRaw(node, &output) }
      case .section:
        if !enterSection(resolve(instruction, program)) { index = Int(instruction.c) }
      case .endSection: if goOn() { index = Int(instruction.c) }
      case .inverted:
        if let node = resolve(instruction, program), arena.nodes[node].isTrue {
          index = Int(instruction.c)
        }
      case .arguments: pendingArguments = Int(instruction.a)..<Int(instruction.b)
      case .call, .dynamicCall:
        guard let callee = callee(of: instruction, program) else {
          pendingArguments = 0..<0
          continue
        }
        guard calls.count < Interpreter.deepestCall else { return }
        enter(instruction, program, next: index)
        index = callee
      case .jump: index = Int(instruction.c)
      case .block:
        guard let argument = argument(for: instruction.a, program) else { continue }
        guard calls.count < Interpreter.deepestCall else { return }
        enterArgument(argument.outer, instruction, program)
        index = argument.entry
      case .leave:
        guard calls.count > 0 else { return }
        index = leave()
      }
    }
  }
}

// MARK: - Values

extension Interpreter {
  /// The node a path leads to, or nil; inlined, or each call would be handed a copy of all state.
  @inline(__always)
  func resolve(_ instruction: Instruction, _ program: Program) -> Int? {
    let count = Int(instruction.b)
    guard count > 0 else { return contexts[contexts.count - 1].node }
    let start = Int(instruction.a)
    guard var node = find(program.paths[start]) else { return nil }
    guard count > 1 else { return node }
    for part in start + 1..<start + count {
      guard let next = arena.field(program.paths[part], of: node) else { return nil }
      node = next
    }
    return node
  }

  /// Looks a name up from the innermost context outwards.
  @inline(__always)
  private func find(_ name: Int32) -> Int? {
    var index = contexts.count - 1
    while index >= 0 {
      if let node = arena.field(name, of: contexts[index].node) { return node }
      index -= 1
    }
    return nil
  }

  private mutating func enterSection(_ node: Int?) -> Bool {
    guard let node, arena.nodes[node].isTrue else { return false }
    if arena.nodes[node].kind == .list {
      let (start, end) = (Int(arena.nodes[node].start), Int(arena.nodes[node].end))
      contexts.append(Context(node: start, last: end - 1))
    } else {
      contexts.append(Context(node: node, last: node))
    }
    return true
  }

  /// Goes on to the next element, or leaves the section.
  private mutating func goOn() -> Bool {
    let top = contexts.count - 1
    if contexts[top].node < contexts[top].last {
      contexts[top].node += 1
      return true
    }
    contexts.removeLast()
    return false
  }

  private func writeEscaped(_ index: Int, _ output: inout FlatList<UInt8>) {
    let node = arena.nodes[index]
    switch node.kind {
    case .text:
      Escaping.appendHTML(arena.bytes, in: Int(node.start)..<Int(node.end), to: &output)
    case .plain, .number, .yes, .no: output.append(contentsOf: arena.text(of: node))
    case .absent, .list, .record: break
    }
  }

  private func writeRaw(_ index: Int, _ output: inout FlatList<UInt8>) {
    let node = arena.nodes[index]
    switch node.kind {
    case .text, .plain, .number, .yes, .no: output.append(contentsOf: arena.text(of: node))
    case .absent, .list, .record: break
    }
  }
}

// MARK: - Text

extension Interpreter {
  private mutating func writeText(
    _ instruction: Instruction,
    _ program: Program,
    _ output: inout FlatList<UInt8>
  ) {
    let range = Int(instruction.a)..<Int(instruction.b)
    guard indentation.count > indentationStart else {
      return append(program.literals, range, to: &output)
    }
    if instruction.mode == .lineStart { writeIndentation(&output) }
    var lineStart = range.lowerBound
    for offset in range where program.literals[offset] == Sign.newline {
      append(program.literals, lineStart..<offset + 1, to: &output)
      lineStart = offset + 1
      if lineStart < range.upperBound { writeIndentation(&output) }
    }
    append(program.literals, lineStart..<range.upperBound, to: &output)
  }

  private mutating func writeIndentation(_ output: inout FlatList<UInt8>) {
    if !hasIndented {
      indentation.withUnsafeBufferPointer {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[indentationStart...]))
      }
    }
    hasIndented = false
  }

  @inline(__always)
  private func append(_ bytes: [UInt8], _ range: Range<Int>, to output: inout FlatList<UInt8>) {
    bytes.withUnsafeBufferPointer {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: $0[range]))
    }
  }
}
