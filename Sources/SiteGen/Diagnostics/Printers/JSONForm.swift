import FoundationEssentials

/// One JSON object on one line; keys in alphabetical order, places counted from 1.
func jsonForm(of diagnostic: Diagnostic, place: (SourceSpan) -> PrintedPlace) -> String {
  let printed = diagnostic.span.map(place)
  let form = JSONDiagnostic(
    code: diagnostic.code.id,
    name: diagnostic.code.name,
    severity: diagnostic.severity.rawValue,
    summary: diagnostic.summary,
    help: diagnostic.help.isEmpty ? diagnostic.code.remedy : diagnostic.help,
    file: printed?.path,
    line: printed?.start?.line,
    column: printed?.start?.column,
    endLine: printed?.end?.line,
    endColumn: printed?.end?.column,
    notes: diagnostic.notes.map { note in
      let notePlace = note.span.map(place)
      return JSONDiagnostic.Note(
        text: note.text,
        file: notePlace?.path,
        line: notePlace?.start?.line,
        column: notePlace?.start?.column
      )
    },
    fix: diagnostic.fix.map { JSONDiagnostic.Fix($0, place: place) }
  )
  return jsonLine(form)
}

/// A value as JSON on one line, its keys in alphabetical order.
func jsonLine(_ value: some Encodable) -> String {
  let encoder = JSONEncoder()
  encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
  guard let data = try? encoder.encode(value) else {
    preconditionFailure("strings and integers always encode")
  }
  return String(decoding: data, as: UTF8.self) + "\n"
}

private struct JSONDiagnostic: Encodable {
  struct Note: Encodable {
    let text: String
    let file: String?
    let line: Int?
    let column: Int?
  }

  struct Fix: Encodable {
    struct Edit: Encodable {
      let file: String
      let line: Int?
      let column: Int?
      let endLine: Int?
      let endColumn: Int?
      let new: String
    }

    let title: String
    let isSafe: Bool
    let edits: [Edit]

    init(_ fix: Diagnostics.Fix, place: (SourceSpan) -> PrintedPlace) {
      title = fix.title
      isSafe = fix.isSafe
      edits = fix.edits.map { edit in
        let printed = place(edit.span)
        return Edit(
          file: printed.path,
          line: printed.start?.line,
          column: printed.start?.column,
          endLine: printed.end?.line,
          endColumn: printed.end?.column,
          new: String(decoding: edit.new, as: UTF8.self)
        )
      }
    }
  }

  let code: String
  let name: String
  let severity: String
  let summary: String
  let help: String
  let file: String?
  let line: Int?
  let column: Int?
  let endLine: Int?
  let endColumn: Int?
  let notes: [Note]
  let fix: Fix?
}
