import Diagnostics

/// Walks a template as the interpreter would, with shapes in place of values.
///
/// Partials and parents are walked at each point of use, with the names visible there; a template
/// is walked once for each stack of shapes and blocks it is used with.
struct ShapeCheck {
  /// A stretch of instructions with all that its meaning depends on.
  struct Visit: Hashable {
    let entry: Int
    let stack: Int
    let environment: Int
  }

  struct Environment: Hashable {
    let outer: Int
    let arguments: Range<Int>
  }

  /// Deeper inclusion of templates is taken for endless.
  private static let deepestCall = 100

  let program: Program
  var table: ShapeTable
  var found: [Diagnostic] = []
  private var reported: Set<Diagnostic> = []
  private var finished: Set<Visit> = []
  private var active: Set<Visit> = []
  private var environments: [Environment] = []
  private var environmentNumbers: [Environment: Int] = [:]
  /// The calls that led to where the walk is, outermost first.
  private var calls: [Int] = []
  private var isCutShort = false
  private let path: String

  /// What is wrong with a template for pages of a shape, sorted for printing.
  static func diagnostics(
    of program: Program,
    from entry: Int,
    against shape: RecordShape
  ) -> [Diagnostic] {
    var check = ShapeCheck(program: program, entry: entry, page: shape)
    let stack = check.table.push(ShapeTable.page, on: -1)
    check.walk(Visit(entry: entry, stack: stack, environment: -1))
    return check.found.sortedForPrinting()
  }

  private init(program: Program, entry: Int, page: RecordShape) {
    self.program = program
    table = ShapeTable(page: page, names: program.names)
    path = program.span(of: entry).path
  }

  private mutating func walk(_ visit: Visit) {
    active.insert(visit)
    defer {
      active.remove(visit)
      finished.insert(visit)
    }
    var stack = visit.stack
    var outerStacks: [Int] = []
    var arguments = 0..<0
    var index = visit.entry
    while !isCutShort {
      let instruction = program.instructions[index]
      switch instruction.operation {
      case .text, .indent: break
      case .escaped, .raw: checkVariable(index, in: stack)
      case .section:
        outerStacks.append(stack)
        let shape = resolve(index, in: stack) ?? ShapeTable.anything
        stack = table.push(table.element(of: shape), on: stack)
      case .endSection: stack = outerStacks.popLast() ?? visit.stack
      case .inverted: checkInverted(index, in: stack)
      case .arguments: arguments = Int(instruction.a)..<Int(instruction.b)
      case .call:
        let environment = extend(visit.environment, with: arguments)
        arguments = 0..<0
        call(index, stack: stack, environment: environment)
      case .dynamicCall:
        arguments = 0..<0
        checkTemplateName(index, in: stack)
      case .jump:
        index = Int(instruction.c)
        continue
      case .block where followArgument(index, stack: stack, environment: visit.environment):
        index = Int(instruction.b)
        continue
      case .block: break
      case .leave: return
      }
      index += 1
    }
  }

  private mutating func call(_ index: Int, stack: Int, environment: Int) {
    let body = program.bodies[Int(program.instructions[index].a)]
    // A template that does not exist was reported when the set was compiled.
    guard !body.isEmpty else { return }
    calls.append(index)
    follow(Visit(entry: body.lowerBound, stack: stack, environment: environment), from: index)
    calls.removeLast()
  }

  /// Walks what was given for a block; false when nothing was, and the block stands as written.
  private mutating func followArgument(_ index: Int, stack: Int, environment: Int) -> Bool {
    guard let argument = argument(for: program.instructions[index].a, in: environment) else {
      return false
    }
    follow(Visit(entry: argument.entry, stack: stack, environment: argument.outer), from: index)
    return true
  }

  /// Walks a stretch unless it was walked already; coming back to one that is being walked means
  /// that the values never get smaller.
  private mutating func follow(_ visit: Visit, from index: Int) {
    if finished.contains(visit) { return }
    let isKnown = table.top(of: visit.stack) != ShapeTable.anything
    if active.contains(visit), !isKnown { return }
    if active.contains(visit) || active.count >= ShapeCheck.deepestCall {
      if !active.contains(visit) { isCutShort = true }
      let instruction = program.instructions[index]
      let names = instruction.operation == .block ? program.blocks : program.templates
      return report(
        TemplatingDiagnostics.endlessInclusion,
        at: program.span(of: index),
        "\"\(names.name(instruction.a))\" includes itself without end"
      )
    }
    walk(visit)
  }

  private mutating func extend(_ environment: Int, with arguments: Range<Int>) -> Int {
    guard !arguments.isEmpty else { return environment }
    let extended = Environment(outer: environment, arguments: arguments)
    if let known = environmentNumbers[extended] { return known }
    environments.append(extended)
    environmentNumbers[extended] = environments.count - 1
    return environments.count - 1
  }

  /// As the interpreter finds it: the argument given furthest out.
  private func argument(for block: Int32, in environment: Int) -> (entry: Int, outer: Int)? {
    var found: (entry: Int, outer: Int)?
    var current = environment
    while current >= 0 {
      let arguments = program.arguments[environments[current].arguments]
      if let argument = arguments.first(where: { $0.block == block }) {
        found = (Int(argument.entry), environments[current].outer)
      }
      current = environments[current].outer
    }
    return found
  }

  /// Keeps a diagnostic, once; in another file than that of the page it says what led there.
  mutating func report(
    _ code: DiagnosticCode,
    _ severity: Severity = .error,
    at span: SourceSpan,
    _ summary: String
  ) {
    let bare = Diagnostic(code, severity, at: span, summary)
    guard reported.insert(bare).inserted else { return }
    guard span.path != path else { return found.append(bare) }
    let places = calls.reversed().map(program.span(of:)).filter { $0 != span }
    let notes = places.prefix(3).map { Diagnostic.Note("included here", at: $0) }
    found.append(Diagnostic(code, severity, at: span, summary, notes: notes))
  }
}
