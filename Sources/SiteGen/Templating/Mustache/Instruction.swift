/// One step of a compiled template: trivial, so that workers share programs without counting.
struct Instruction: Hashable, Sendable {
  enum Operation: UInt8, Sendable {
    /// Writes literal bytes `a..<b`; at a line start (`mode`) the indentation first.
    case text
    /// Writes the indentation: a line begins with a tag.
    case indent
    /// Writes the value of the path, escaped.
    case escaped
    /// Writes the value of the path as it is.
    case raw
    /// Enters a section over the path, or jumps to `c`.
    case section
    /// Goes on with the next element at `c`, or leaves the section.
    case endSection
    /// Goes on when the path is false, or jumps to `c`.
    case inverted
    /// Hands arguments `a..<b` to the call that follows.
    case arguments
    /// Calls template `a` with the own indentation `c..<d`; `mode` says whether on its own line.
    case call
    /// Calls the template named by the path, likewise.
    case dynamicCall
    /// Goes to `c`.
    case jump
    /// Replaces what follows up to `b` by the argument named `a`, if one was given.
    case block
    /// Leaves a template or an argument.
    case leave
  }

  /// How a call or block sits on its line.
  enum Mode: UInt8, Sendable {
    /// Something stands before it: what it writes is not indented.
    case inline
    /// It begins its line, and the line goes on behind it.
    case lineStart
    /// Alone on its line.
    case alone
  }

  var operation: Operation
  var mode = Mode.inline
  var a: Int32 = 0
  var b: Int32 = 0
  var c: Int32 = 0
  var d: Int32 = 0
}

/// A block given to a parent.
struct Argument: Sendable, Hashable {
  /// Which block.
  let block: Int32
  /// Where its instructions begin.
  let entry: Int32
  /// Its name in the opening tag.
  let origin: Origin
}

/// Where an instruction comes from, for diagnostics only.
struct Origin: Sendable, Hashable {
  /// Index of the file.
  var file: Int32
  /// The name in the tag.
  var start: Int32
  var end: Int32
}
