import Diagnostics

/// A seed without markup, read: its paragraphs in order, its notes apart.
struct PlainSeed: Sendable {
  let file: SourceFile
  let lines: [SeedLine]
  let habits: TextHabits
  let blocks: [SeedBlock]
  let notes: [Footnote]
  /// Lines looked at while reading, for the law of linear work.
  let visits: Int

  init(_ file: SourceFile) {
    self.file = file
    lines = readSeedLines(file)
    habits = TextHabits(lines)
    var cursor = LineCursor(lines)
    let separated = separateNotes(readSeedBlocks(&cursor, habits: habits))
    blocks = rejoinCutBlocks(separated.text, habits: habits)
    notes = separated.notes
    visits = cursor.visits
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
  /// A passage that found no place.
  static func unplaced(_ text: TracedText, _ severity: Severity = .warning, as what: String) -> Self
  {
    Diagnostic(SeedDiagnostics.unplacedText, severity, at: text.span, "\(what) has no place")
  }
}
