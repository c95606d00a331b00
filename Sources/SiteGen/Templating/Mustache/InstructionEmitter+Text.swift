import Diagnostics

extension InstructionEmitter {
  /// Appends an instruction; gives its index.
  @discardableResult
  mutating func add(_ instruction: Instruction, from range: Range<Int>) -> Int {
    program.instructions.append(instruction)
    program.origins.append(origin(of: range))
    return program.instructions.count - 1
  }

  func origin(of range: Range<Int>) -> Origin {
    Origin(file: fileNumber, start: Int32(range.lowerBound), end: Int32(range.upperBound))
  }

  /// Before a tag that does not stand alone: writes the indentation when its line begins here.
  mutating func beginLineIfNeeded(_ index: Int) {
    let range = layout.tokens[index].range
    guard !layout.standsAlone[index], !range.isEmpty else { return }
    beginLineIfNeeded(at: range.lowerBound)
  }

  /// Before what is written at `offset`: writes the indentation when a line begins there.
  mutating func beginLineIfNeeded(at offset: Int) {
    guard owesIndentation || layout.isLineStart(offset) else { return }
    owesIndentation = false
    add(Instruction(operation: .indent), from: offset..<offset)
  }

  /// Appends literal text, without the blanks its lines lose.
  mutating func emitText(_ range: Range<Int>, startsLine: Bool) {
    guard !range.isEmpty else { return }
    let start = program.literals.count
    let startsLine = startsLine || owesIndentation
    copyLines(range, firstIsLineStart: layout.isLineStart(range.lowerBound))
    owesIndentation = false
    guard program.literals.count > start else {
      // The blanks before a tag were all taken: the line begins with the tag.
      owesIndentation = startsLine
      return
    }
    if extendLastText(startingLine: startsLine, at: start) { return }
    var instruction = Instruction(operation: .text, mode: startsLine ? .lineStart : .inline)
    instruction.a = Int32(start)
    instruction.b = Int32(program.literals.count)
    add(instruction, from: range)
  }

  /// Joins text to the text just before it, when indentation would treat both as one.
  private mutating func extendLastText(startingLine: Bool, at start: Int) -> Bool {
    let last = program.instructions.count - 1
    guard last >= lastLabel, program.instructions[last].operation == .text,
      program.instructions[last].b == Int32(start),
      (program.literals[start - 1] == Sign.newline) == startingLine
    else { return false }
    program.instructions[last].b = Int32(program.literals.count)
    return true
  }

  private mutating func copyLines(_ range: Range<Int>, firstIsLineStart: Bool) {
    guard !dedent.isEmpty else {
      program.literals.append(contentsOf: file.bytes[range])
      return
    }
    var lineStart = range.lowerBound
    var isLineStart = firstIsLineStart
    while lineStart < range.upperBound {
      let lineEnd =
        file.bytes[lineStart..<range.upperBound].firstIndex(of: Sign.newline)
        .map { $0 + 1 } ?? range.upperBound
      let kept = isLineStart ? withoutDedent(lineStart..<lineEnd) : lineStart..<lineEnd
      program.literals.append(contentsOf: file.bytes[kept])
      lineStart = lineEnd
      isLineStart = true
    }
  }

  /// The range without the blanks that it shares with the dedentation.
  private func withoutDedent(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    for offset in dedent {
      guard start < range.upperBound, file.bytes[start] == file.bytes[offset] else { break }
      start += 1
    }
    return start..<range.upperBound
  }

  /// Puts blanks among the literals, less those that lines lose here.
  mutating func addIndentation(_ blanks: Range<Int>?) -> (start: Int32, end: Int32) {
    let start = program.literals.count
    if let blanks { program.literals.append(contentsOf: file.bytes[withoutDedent(blanks)]) }
    return (Int32(start), Int32(program.literals.count))
  }

  /// Puts the parts of a dotted name among the paths; `.` is the empty path.
  mutating func internPath(_ range: Range<Int>) -> (start: Int32, count: Int32) {
    let start = program.paths.count
    let name = file.bytes[range]
    if !name.elementsEqual([Sign.dot]) {
      for part in name.split(separator: Sign.dot, omittingEmptySubsequences: false) {
        program.paths.append(program.names.intern(part))
      }
    }
    return (Int32(start), Int32(program.paths.count - start))
  }
}
