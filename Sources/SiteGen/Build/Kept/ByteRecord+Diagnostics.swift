import Diagnostics

extension ByteRecord {
  mutating func add(_ diagnostic: Diagnostic) {
    add(diagnostic.code.id)
    add(diagnostic.severity.rawValue)
    add(diagnostic.span) { $0.add($1) }
    add(diagnostic.summary)
    add(diagnostic.help)
    add(diagnostic.notes) { record, note in
      record.add(note.text)
      record.add(note.span) { $0.add($1) }
    }
    add(diagnostic.fix) { record, fix in
      record.add(fix.title)
      record.add(fix.isSafe)
      record.add(fix.edits) { $0.add($1) }
    }
  }

  private mutating func add(_ span: SourceSpan) {
    add(span.path)
    add(span.range.lowerBound)
    add(span.range.upperBound)
  }

  private mutating func add(_ edit: Fix.Edit) {
    add(edit.span)
    add(edit.old)
    add(edit.new)
  }
}

extension ByteReader {
  /// A diagnostic whose code is among those that this program knows, by id.
  mutating func diagnostic(
    _ codes: [String: DiagnosticCode]
  ) throws(BrokenRecord) -> Diagnostic {
    guard let code = codes[try text()], let severity = Severity(rawValue: try text()) else {
      throw BrokenRecord()
    }
    return Diagnostic(
      code,
      severity,
      at: try optional(ByteReader.span),
      try text(),
      help: try text(),
      notes: try list(ByteReader.note),
      fix: try optional(ByteReader.fix)
    )
  }

  private static func span(_ reader: inout ByteReader) throws(BrokenRecord) -> SourceSpan {
    let path = try reader.text()
    let (start, end) = (try reader.number(), try reader.number())
    guard 0 <= start, start <= end else { throw BrokenRecord() }
    return SourceSpan(path: path, range: start..<end)
  }

  private static func note(_ reader: inout ByteReader) throws(BrokenRecord) -> Diagnostic.Note {
    Diagnostic.Note(try reader.text(), at: try reader.optional(ByteReader.span))
  }

  private static func fix(_ reader: inout ByteReader) throws(BrokenRecord) -> Fix {
    let title = try reader.text()
    let isSafe = try reader.flag()
    return Fix(title, try reader.list(ByteReader.edit), isSafe: isSafe)
  }

  private static func edit(_ reader: inout ByteReader) throws(BrokenRecord) -> Fix.Edit {
    Fix.Edit(try span(&reader), old: try reader.data(), new: try reader.data())
  }
}
