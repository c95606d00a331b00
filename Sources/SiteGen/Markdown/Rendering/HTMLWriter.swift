import Diagnostics
import Markup

/// Walks the events of one document and writes their HTML.
struct HTMLWriter: ~Copyable {
  let document: MarkdownDocument
  let resolver: MarkdownResolver
  let filtersTags: Bool
  let isScholarly: Bool
  var output: FlatList<UInt8>

  /// Images around the current event: inside, only text is written, as alternative text.
  private var imageDepth = 0
  /// Mentions within the image, which get their places behind it.
  private var mentionsInImage: [Int32] = []
  /// Links around the current event, of the text or of a printed citation.
  var linkDepth = 0
  /// Whether the link that is open leads nowhere and prints its words alone.
  var hasBareLink = false
  /// Whether the mention that is open leads somewhere.
  var leadsMentionSomewhere = false
  /// Whether the printed citation around the current event was resolved.
  var isPrintedCitationOpen = false
  private var table = TableState.none
  var notes = NoteState()

  init(document: MarkdownDocument, resolver: MarkdownResolver, filtersTags: Bool) {
    self.document = document
    self.resolver = resolver
    self.filtersTags = filtersTags
    isScholarly = document.dialect == .scholarly
    output = FlatList(capacity: document.buffer.count + 1024)
  }

  mutating func write() {
    let document = document
    // The last paragraph of a note holds the way back: what follows must be known.
    var paragraphEnd: MarkdownEvent?
    document.eachLinkedEvent { event in
      if let held = paragraphEnd {
        let endsNote = event.kind == .noteDefinition && event.phase == .leave
        leaveParagraph(held, endsNote: endsNote)
        paragraphEnd = nil
      }
      if imageDepth > 0 {
        writeAlternativeText(event)
      } else if event.isInline {
        writeInline(event)
      } else if event.kind == .paragraph, event.phase == .leave {
        paragraphEnd = event
      } else {
        writeBlock(event)
      }
    }
    if let paragraphEnd { leaveParagraph(paragraphEnd, endsNote: false) }
    closeNotes()
  }

  // MARK: Blocks

  private mutating func writeBlock(_ event: MarkdownEvent) {
    let enters = event.phase == .enter
    switch event.kind {
    case .blockQuote:
      startLine()
      append(enters ? "<blockquote>\n" : "</blockquote>\n")
    case .bulletList:
      if enters { startLine() }
      append(enters ? "<ul>\n" : "</ul>\n")
    case .orderedList: writeOrderedList(event)
    case .item:
      if enters { startLine() }
      append(enters ? "<li>" : "</li>\n")
    case .paragraph: enterParagraph(event)
    case .heading: writeHeading(event)
    case .codeBlock: writeCodeBlock(event)
    case .htmlBlock: writeHTMLBlock(event)
    case .thematicBreak:
      startLine()
      append("<hr />\n")
    case .noteDefinition: writeNoteDefinition(event)
    case .table: writeTable(event)
    case .tableRow: writeRow(event)
    case .tableCell: writeCell(event)
    default: break
    }
  }

  private mutating func writeOrderedList(_ event: MarkdownEvent) {
    guard event.phase == .enter else { return append("</ol>\n") }
    startLine()
    append(event.value == 1 ? "<ol>\n" : "<ol start=\"\(event.value)\">\n")
  }

  private mutating func enterParagraph(_ event: MarkdownEvent) {
    guard event.value == 0 else { return }
    startLine()
    append("<p>")
  }

  private mutating func leaveParagraph(_ event: MarkdownEvent, endsNote: Bool) {
    guard event.value == 0 else { return }
    if endsNote { writeNoteReturn(after: " ") }
    append("</p>\n")
  }

  private mutating func writeHeading(_ event: MarkdownEvent) {
    let level = min(max(Int(event.value) + resolver.headingShift, 1), 6)
    guard event.phase == .enter else { return append("</h\(level)>\n") }
    startLine()
    append("<h\(level)")
    if isScholarly {
      append(" id=\"")
      appendID(document.headings[Int(event.index)].id)
      append("\"")
    }
    append(">")
  }

  private mutating func writeCodeBlock(_ event: MarkdownEvent) {
    startLine()
    let language = document.buffer[event.detail.range].prefix { $0 != 0x20 && !(9...13 ~= $0) }
    if event.detail.isEmpty {
      append("<pre><code>")
    } else {
      append("<pre><code class=\"language-")
      appendEscaped(language)
      append("\">")
    }
    appendEscaped(event.text)
    append("</code></pre>\n")
  }

  private mutating func writeHTMLBlock(_ event: MarkdownEvent) {
    startLine()
    let html = document.buffer[event.text.range]
    if filtersTags {
      appendFilteredHTML(html, to: &output)
    } else {
      output.append(contentsOf: html)
    }
    startLine()
  }

  // MARK: Tables

  private enum TableState {
    case none
    case head
    case body
  }

  private mutating func writeTable(_ event: MarkdownEvent) {
    if event.phase == .enter {
      startLine()
      append("<table>")
      table = .none
    } else {
      if table == .body {
        startLine()
        append("</tbody>")
      }
      startLine()
      append("</table>")
      startLine()
    }
  }

  private mutating func writeRow(_ event: MarkdownEvent) {
    if event.phase == .enter {
      startLine()
      if event.value == 1 {
        append("<thead>")
        table = .head
        startLine()
      } else if table != .body {
        append("<tbody>")
        table = .body
        startLine()
      }
      append("<tr>")
    } else {
      startLine()
      append("</tr>")
      if event.value == 1 {
        startLine()
        append("</thead>")
      }
    }
  }

  private mutating func writeCell(_ event: MarkdownEvent) {
    let isHeader = event.index == 1
    guard event.phase == .enter else { return append(isHeader ? "</th>" : "</td>") }
    startLine()
    append(isHeader ? "<th" : "<td")
    if isHeader, isScholarly { append(" scope=\"col\"") }
    if let alignment = CellAlignment(rawValue: event.value), alignment != .none {
      append(isScholarly ? " class=\"align-\(alignment)\"" : " align=\"\(alignment)\"")
    }
    append(">")
  }

  // MARK: Images

  mutating func enterImage(_ event: MarkdownEvent) {
    append("<img src=\"")
    appendRewritten(event.text)
    append("\" alt=\"")
    imageDepth = 1
  }

  private mutating func writeAlternativeText(_ event: MarkdownEvent) {
    switch event.kind {
    case .text, .code, .htmlInline, .placeholder, .mention, .citation:
      appendEscaped(event.text)
      if event.kind == .mention { mentionsInImage.append(event.index) }
    case .softBreak, .lineBreak: append(" ")
    case .image:
      imageDepth += event.phase == .enter ? 1 : -1
      if imageDepth == 0 { leaveImage(event) }
    default: break
    }
  }

  private mutating func leaveImage(_ event: MarkdownEvent) {
    if !event.detail.isEmpty {
      append("\" title=\"")
      appendEscaped(event.detail)
    }
    append(isScholarly ? "\" loading=\"lazy\" />" : "\" />")
    for index in mentionsInImage
    where resolver.mention(document.mentions[Int(index)].target.value) != nil {
      openPlace(PlaceID("mention-", Int(index) + 1))
      append("</span>")
    }
    mentionsInImage = []
  }
}
