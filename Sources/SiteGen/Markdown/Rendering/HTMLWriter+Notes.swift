import Markup

/// The note being written.
struct NoteState {
  var number: Int32 = 0
  var calls: Int32 = 0
  var label = ByteRange()
  /// Whether the way back of the current note has been written.
  var hasReturn = true
}

extension HTMLWriter {
  mutating func writeNoteCall(_ event: MarkdownEvent) {
    let again = event.index > 1 ? "-\(event.index)" : ""
    if isScholarly {
      append("<sup class=\"note-call\"><a href=\"#")
      appendID(PlaceID("note-", Int(event.value)))
      append("\" id=\"")
      appendID("appel-note-\(event.value)\(again)")
      append("\" role=\"doc-noteref\">\(event.value)</a></sup>")
    } else {
      append("<sup class=\"footnote-ref\"><a href=\"#fn-")
      appendLabel(event.text)
      append("\" id=\"fnref-")
      appendLabel(event.text)
      append("\(again)\" data-footnote-ref>\(event.value)</a></sup>")
    }
  }

  mutating func writeNoteDefinition(_ event: MarkdownEvent) {
    if event.phase == .enter {
      if event.value == 1 { openNotes() }
      notes.number = event.value
      notes.calls = event.index
      notes.label = event.text
      notes.hasReturn = false
      append("<li id=\"")
      if isScholarly {
        appendID(PlaceID("note-", Int(event.value)))
      } else {
        appendGitHubNoteID("fn-")
      }
      append("\">\n")
    } else {
      if !notes.hasReturn { writeNoteReturn(after: "", before: "\n") }
      append("</li>\n")
    }
  }

  /// Writes the ways back to each call of the current note, once.
  mutating func writeNoteReturn(after lead: String, before tail: String = "") {
    append(lead)
    guard !notes.hasReturn else { return }
    notes.hasReturn = true
    for call in 1...max(notes.calls, 1) {
      if call > 1 { append(" ") }
      if isScholarly { openScholarlyReturn(call) } else { openGitHubReturn(call) }
      append("↩")
      if call > 1 {
        append(isScholarly ? "<sup>\(call)</sup>" : "<sup class=\"footnote-ref\">\(call)</sup>")
      }
      append("</a>")
    }
    append(tail)
  }

  mutating func closeNotes() {
    if notes.number > 0 { append("</ol>\n</section>\n") }
  }

  private mutating func openNotes() {
    guard isScholarly else {
      return append("<section class=\"footnotes\" data-footnotes>\n<ol>\n")
    }
    startLine()
    append("<section class=\"notes\" role=\"doc-endnotes\">\n")
    if !resolver.notesHeading.isEmpty {
      let level = min(max(1 + resolver.headingShift, 2), 6)
      append("<h\(level)>")
      Escaping.appendHTML(resolver.notesHeading, to: &output)
      append("</h\(level)>\n")
    }
    append("<ol>\n")
  }

  private mutating func openScholarlyReturn(_ call: Int32) {
    append("<a href=\"#")
    appendID("appel-note-\(notes.number)\(call > 1 ? "-\(call)" : "")")
    append("\" class=\"note-return\" role=\"doc-backlink\"")
    if !resolver.noteReturnLabel.isEmpty {
      append(" aria-label=\"")
      Escaping.appendHTML(resolver.noteReturnLabel, to: &output)
      append("\"")
    }
    append(">")
  }

  private mutating func openGitHubReturn(_ call: Int32) {
    append("<a href=\"#")
    appendGitHubNoteID("fnref-")
    if call > 1 { append("-\(call)") }
    append("\" class=\"footnote-backref\" data-footnote-backref aria-label=\"Back to content\">")
  }

  private mutating func appendGitHubNoteID(_ prefix: String) {
    append(prefix)
    appendLabel(notes.label)
  }

  private mutating func appendLabel(_ label: ByteRange) {
    document.buffer[label.range].withUnsafeBufferPointer {
      appendDestination($0, to: &output)
    }
  }
}
