import Diagnostics

/// Turns the tokens of one template into instructions at the end of a program.
struct InstructionEmitter {
  /// A tag whose closing tag is still to come.
  struct Opening {
    let token: Int
    /// The instruction to complete at the closing tag.
    let instruction: Int
    /// The blanks taken from lines outside it, to be restored behind it.
    let dedent: Range<Int>
    /// For a parent, the blocks given to it so far.
    var arguments: [Argument] = []
  }

  let file: SourceFile
  let layout: LineLayout
  let matched: MatchedTokens
  let fileNumber: Int32
  var program = Program()
  var diagnostics: [Diagnostic] = []
  var open: [Opening] = []
  /// Blanks that are taken from each line: the body of a block loses its own indentation.
  var dedent = 0..<0
  /// Whether a line has begun and its indentation is still to be written.
  var owesIndentation = false
  /// Instructions before this one are jumped behind: text must not be joined to them.
  var lastLabel = 0

  /// Puts a template at the end of a program and among its bodies.
  static func emit(
    _ matched: MatchedTokens,
    of file: SourceFile,
    named name: String,
    into program: inout Program
  ) -> [Diagnostic] {
    var emitter = InstructionEmitter(file: file, matched: matched, number: program.files.count)
    // The program moves in and out, so that it is never copied.
    swap(&program, &emitter.program)
    emitter.program.files.append(file.path)
    let number = emitter.program.internTemplate(Array(name.utf8)[...])
    emitter.program.bodies[number] = emitter.emitTemplate()
    swap(&program, &emitter.program)
    return emitter.diagnostics
  }

  private init(file: SourceFile, matched: MatchedTokens, number: Int) {
    self.file = file
    self.matched = matched
    layout = LineLayout(matched, bytes: file.bytes)
    fileNumber = Int32(number)
  }

  /// Emits all tokens; gives the range of the instructions.
  private mutating func emitTemplate() -> Range<Int> {
    let start = program.instructions.count
    lastLabel = start
    var index = 0
    while index < layout.tokens.count {
      index = isInParent(index) ? emitInParent(index) : emit(index)
    }
    add(Instruction(operation: .leave), from: file.bytes.count..<file.bytes.count)
    return start..<program.instructions.count
  }

  /// Emits a token; gives the index of the next one.
  private mutating func emit(_ index: Int) -> Int {
    let token = layout.tokens[index]
    switch token.kind {
    case .text: emitText(token.range, startsLine: layout.isLineStart(token.range.lowerBound))
    case .variable, .raw: emitVariable(token)
    case .section, .inverted: emitSection(index)
    case .partial:
      beginLineIfNeeded(index)
      addCall(index)
    case .parent: emitParent(index)
    case .block: emitBlock(index)
    case .close: emitClose(index)
    case .comment, .delimiters: beginLineIfNeeded(index)
    }
    return index + 1
  }

  private func isInParent(_ index: Int) -> Bool {
    guard let last = open.last else { return false }
    return matched.tokens[last.token].kind == .parent && matched.partners[last.token] != index
  }

  /// Inside a parent blocks are kept as arguments; everything else is passed over.
  private mutating func emitInParent(_ index: Int) -> Int {
    let token = matched.tokens[index]
    switch token.kind {
    case .block:
      emitArgument(index)
      return index + 1
    case .comment, .delimiters: return index + 1
    case .text:
      let blanks = file.bytes[token.range].prefix(while: Sign.isWhite)
      guard blanks.endIndex < token.range.upperBound else { return index + 1 }
      let line = file.bytes[blanks.endIndex..<token.range.upperBound]
        .prefix { $0 != Sign.newline && $0 != Sign.carriageReturn }
      reportIgnored(line.startIndex..<line.endIndex)
      return index + 1
    case .variable, .raw, .section, .inverted, .partial, .parent, .close:
      reportIgnored(token.range)
      return token.opens ? matched.partners[index] + 1 : index + 1
    }
  }

  private mutating func reportIgnored(_ range: Range<Int>) {
    diagnostics.append(
      Diagnostic(
        TemplatingDiagnostics.ignoredContent,
        .warning,
        at: SourceSpan(path: file.path, range: range),
        "content outside a block is never rendered"
      )
    )
  }
}

// MARK: - Tags

extension InstructionEmitter {
  private mutating func emitVariable(_ token: Token) {
    beginLineIfNeeded(at: token.range.lowerBound)
    var instruction = Instruction(operation: token.kind == .raw ? .raw : .escaped)
    (instruction.a, instruction.b) = internPath(token.name)
    add(instruction, from: token.name)
  }

  private mutating func emitSection(_ index: Int) {
    let token = layout.tokens[index]
    beginLineIfNeeded(index)
    var instruction = Instruction(operation: token.kind == .section ? .section : .inverted)
    (instruction.a, instruction.b) = internPath(token.name)
    push(index, instruction: add(instruction, from: token.name))
  }

  private mutating func addCall(_ index: Int) {
    let token = layout.tokens[index]
    var instruction = Instruction(operation: token.isDynamic ? .dynamicCall : .call)
    if token.isDynamic {
      (instruction.a, instruction.b) = internPath(token.name)
    } else {
      instruction.a = Int32(program.internTemplate(file.bytes[token.name]))
    }
    if layout.standsAlone[index] {
      instruction.mode = .alone
      (instruction.c, instruction.d) = addIndentation(layout.blankBefore[index])
    }
    add(instruction, from: token.name)
  }

  private mutating func emitParent(_ index: Int) {
    let token = layout.tokens[index]
    beginLineIfNeeded(index)
    let arguments = add(Instruction(operation: .arguments), from: token.name)
    addCall(index)
    add(Instruction(operation: .jump), from: token.name)
    push(index, instruction: arguments)
  }

  /// A block that is written here unless an argument replaces it.
  private mutating func emitBlock(_ index: Int) {
    let token = layout.tokens[index]
    var instruction = Instruction(operation: .block)
    instruction.a = program.blocks.intern(file.bytes[token.name])
    let blanks = layout.blankBefore[index]
    if layout.standsAlone[index] {
      instruction.mode = .alone
      (instruction.c, instruction.d) = addIndentation(
        layout.firstIndentation(inside: index) ?? blanks
      )
    } else if blanks != nil || owesIndentation {
      instruction.mode = .lineStart
      (instruction.c, instruction.d) = addIndentation(blanks)
    }
    beginLineIfNeeded(index)
    push(index, instruction: add(instruction, from: token.name))
  }

  /// A block that is given to the parent around it.
  private mutating func emitArgument(_ index: Int) {
    let token = layout.tokens[index]
    let block = program.blocks.intern(file.bytes[token.name])
    let parent = open.count - 1
    if open[parent].arguments.contains(where: { $0.block == block }) {
      diagnostics.append(
        Diagnostic(
          TemplatingDiagnostics.duplicateBlock,
          .error,
          at: SourceSpan(path: file.path, range: token.name),
          "block \"\(program.blocks.name(block))\" is given twice"
        )
      )
    }
    let entry = program.instructions.count
    open[parent].arguments.append(
      Argument(block: block, entry: Int32(entry), origin: origin(of: token.name))
    )
    lastLabel = entry
    push(index, instruction: entry)
    if layout.endsItsLine(index) {
      let end = token.range.upperBound
      dedent = layout.firstIndentation(inside: index) ?? end..<end
    } else {
      owesIndentation = true
    }
  }

  private mutating func emitClose(_ index: Int) {
    guard let opening = open.popLast() else { return }
    let token = layout.tokens[index]
    switch matched.tokens[opening.token].kind {
    case .section:
      beginLineIfNeeded(index)
      var end = Instruction(operation: .endSection)
      end.c = Int32(opening.instruction + 1)
      add(end, from: token.name)
      program.instructions[opening.instruction].c = nextInstruction
    case .inverted:
      beginLineIfNeeded(index)
      program.instructions[opening.instruction].c = nextInstruction
    case .parent:
      program.instructions[opening.instruction].a = Int32(program.arguments.count)
      program.arguments += opening.arguments
      program.instructions[opening.instruction].b = Int32(program.arguments.count)
      program.instructions[opening.instruction + 2].c = nextInstruction
    case .block where matched.isGiven[opening.token]:
      owesIndentation = false
      add(Instruction(operation: .leave), from: token.name)
    case .block:
      program.instructions[opening.instruction].b = nextInstruction
      lastLabel = program.instructions.count
      beginLineIfNeeded(index)
    case .text, .variable, .raw, .partial, .close, .comment, .delimiters: break
    }
    dedent = opening.dedent
    lastLabel = program.instructions.count
  }

  private var nextInstruction: Int32 { Int32(program.instructions.count) }

  private mutating func push(_ index: Int, instruction: Int) {
    open.append(Opening(token: index, instruction: instruction, dedent: dedent))
  }
}
