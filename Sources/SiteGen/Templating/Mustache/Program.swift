import Diagnostics

/// All templates of a site as one list of instructions over one byte buffer.
struct Program: Hashable, Sendable {
  var instructions: [Instruction] = []
  /// Parallel to `instructions`.
  var origins: [Origin] = []
  /// Literal text.
  var literals: [UInt8] = []
  /// Names of paths, one path after another; `.` is the empty path.
  var paths: [Int32] = []
  var arguments: [Argument] = []
  /// Instructions of each template, by its number; empty while it is called and not defined.
  var bodies: [Range<Int>] = []

  var names = NameTable()
  var templates = NameTable()
  var blocks = NameTable()
  /// Paths of the source files, by index.
  var files: [String] = []

  /// The number of a template name, known from now on.
  mutating func internTemplate(_ name: ArraySlice<UInt8>) -> Int {
    let number = Int(templates.intern(name))
    if number == bodies.count { bodies.append(0..<0) }
    return number
  }

  /// Gives names the numbers of their byte order, so that sorted records find them in order.
  mutating func numberNamesInOrder() {
    let (sorted, newNumbers) = names.sortedByBytes()
    names = sorted
    paths = paths.map { newNumbers[Int($0)] }
  }

  /// The range of the name that an instruction comes from.
  func span(of instruction: Int) -> SourceSpan { span(of: origins[instruction]) }

  func span(of origin: Origin) -> SourceSpan {
    SourceSpan(
      path: files[Int(origin.file)],
      range: Int(origin.start)..<Int(origin.end)
    )
  }
}
