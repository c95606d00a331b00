import Diagnostics

/// A seed without markup, read: its paragraphs in order, its notes apart.
struct PlainSeed: Sendable {
  let file: SourceFile
  let lines: [SeedLine]
  let habits: TextHabits
  let blocks: [SeedBlock]
  let notes: [Footnote]
  /// What the reading of the layout leaves out or doubts.
  let doubts: [Diagnostic]

  init(_ file: SourceFile, counting work: inout WorkCount) {
    self.file = file
    let printed = withoutPageFurniture(readSeedLines(file))
    lines = printed.value
    habits = TextHabits(lines)
    var cursor = LineCursor(lines)
    let separated = separateNotes(readSeedBlocks(&cursor, habits: habits))
    blocks = rejoinCutBlocks(separated.text, habits: habits)
    notes = separated.notes
    doubts =
      printed.diagnostics + separated.repeated.map(Diagnostic.repeatedAddress)
      + findUnclosedBrackets(in: blocks.map(\.text))
    work.add(file.bytes.count + cursor.visits)
  }

  /// Paragraphs and items, then the notes.
  var prose: [SeedProse] {
    (blocks.lazy.filter { $0.kind != .address }.map(\.text) + notes.map(\.text)).map {
      SeedProse(text: $0)
    }
  }

  /// A report that a text of this kind holds nothing of it.
  func nothingRecognised(_ expected: String) -> Diagnostic {
    let span = blocks.first?.text.span ?? file.span
    return Diagnostic(
      SeedDiagnostics.nothingRecognised,
      .error,
      at: span,
      "\(file.bytes.isEmpty ? "the text is empty" : "no \(expected) in this text")"
    )
  }
}

extension Diagnostic {
  /// An address that a conversion has printed twice.
  fileprivate static func repeatedAddress(_ text: TracedText) -> Self {
    Diagnostic(
      SeedDiagnostics.pageFurniture,
      .note,
      at: text.span,
      "left out: this address repeats that of the text above"
    )
  }

  /// A name that nothing shows to be a person's.
  static func doubtfulPerson(_ entry: TracedText, name: TracedText) -> Self {
    Diagnostic(
      SeedDiagnostics.doubtfulPerson,
      .warning,
      at: entry.span,
      "\"\(name.string)\" may be a body and no person, so no page is made of it"
    )
  }

  /// An entry of a list of people that begins with no name.
  static func noName(_ entry: TracedText) -> Self {
    Diagnostic(
      SeedDiagnostics.noName,
      .warning,
      at: entry.span,
      "no name of a person begins this entry"
    )
  }

  /// A passage that found no place.
  static func unplaced(_ text: TracedText, _ severity: Severity = .warning, as what: String) -> Self
  {
    Diagnostic(SeedDiagnostics.unplacedText, severity, at: text.span, "\(what) has no place")
  }
}
