import CCmarkGFM

/// What cmark-gfm understood, as values: events over one buffer.
struct CommonMarkEvents {
  var events: [MarkdownEvent] = []
  var buffer: [UInt8] = []
  /// The range in the source of each block, in the order in which events begin them.
  var blocks: [ByteRange] = []
}

/// Parses a text by cmark-gfm and copies its tree into a flat list; no C type leaves this folder.
func readCommonMark(
  _ bytes: [UInt8],
  isKnownUTF8: Bool,
  extensions: CommonMarkExtensions
) -> CommonMarkEvents {
  CommonMarkParser.withTree(
    of: bytes,
    isKnownUTF8: isKnownUTF8,
    extensions: extensions.needed(by: bytes)
  ) { root in
    var reader = CommonMarkReader(lines: SourceLines(bytes))
    reader.result.buffer.reserveCapacity(bytes.count + bytes.count / 4)
    // Texts full of markup have as many.
    reader.result.events.reserveCapacity(bytes.count / 16)
    reader.result.blocks.reserveCapacity(bytes.count / 64)
    reader.read(root)
    return reader.result
  } ?? CommonMarkEvents()
}

private struct CommonMarkReader {
  let lines: SourceLines
  var result = CommonMarkEvents()
  private var alignments: [CellAlignment] = []
  private var isHeaderRow = false
  private var column = 0
  /// Links and images entered and not yet left.
  private var openDestinations: [(text: ByteRange, titleLength: Int32)] = []
  private var notes = NoteNumbers()

  init(lines: SourceLines) {
    self.lines = lines
  }

  mutating func read(_ root: OpaquePointer) {
    guard let iterator = cmark_iter_new(root) else { return }
    defer { cmark_iter_free(iterator) }
    while true {
      let step = cmark_iter_next(iterator)
      guard step != CMARK_EVENT_DONE, let node = cmark_iter_get_node(iterator) else { break }
      if step == CMARK_EVENT_ENTER { enter(node) } else { leave(node) }
    }
    notes.complete(&result.events)
  }

  private mutating func enter(_ node: OpaquePointer) {
    let type = cmark_node_get_type(node)
    if type.rawValue & UInt32(CMARK_NODE_TYPE_MASK) == UInt32(CMARK_NODE_TYPE_INLINE) {
      enterInline(node, type)
    } else {
      enterBlock(node, type)
    }
  }

  private mutating func leave(_ node: OpaquePointer) {
    guard var event = self.event(for: node, cmark_node_get_type(node)), event.phase == .enter
    else { return }
    event.phase = .leave
    switch event.kind {
    case .link, .image:
      guard let opening = openDestinations.popLast() else { break }
      event.text = opening.text
      event.value = opening.titleLength
    case .tableCell: event.index = isHeaderRow ? 1 : 0
    default: break
    }
    result.events.append(event)
  }

  private mutating func enterBlock(_ node: OpaquePointer, _ type: cmark_node_type) {
    guard var event = event(for: node, type) else { return }
    let block = lines.range(
      from: (cmark_node_get_start_line(node), cmark_node_get_start_column(node)),
      to: (cmark_node_get_end_line(node), cmark_node_get_end_column(node))
    )
    result.blocks.append(block)
    switch event.kind {
    case .codeBlock:
      event.text = copy(cmark_node_get_literal(node))
      event.value = copy(cmark_node_get_fence_info(node)).length
    case .htmlBlock: event.text = copy(cmark_node_get_literal(node))
    case .table: alignments = columnAlignments(of: node)
    case .tableRow:
      isHeaderRow = event.value == 1
      column = 0
    case .tableCell:
      event.index = isHeaderRow ? 1 : 0
      event.value = alignments.indices.contains(column) ? alignments[column].rawValue : 0
      column += 1
    case .noteDefinition:
      event.text = copy(lines.noteLabel(before: block.range.lowerBound))
      event.value = notes.define(event.text)
    default: break
    }
    result.events.append(event)
  }

  private mutating func enterInline(_ node: OpaquePointer, _ type: cmark_node_type) {
    guard var event = event(for: node, type) else { return }
    switch event.kind {
    case .text:
      event.text = copy(cmark_node_get_literal(node))
      guard !event.text.isEmpty else { return }
      // cmark splits a text where an extension looked at it; ranges that touch are one text.
      if let last = result.events.last, last.kind == .text, last.text.end == event.text.start {
        result.events[result.events.count - 1].text.end = event.text.end
        return
      }
    case .code, .htmlInline: event.text = copy(cmark_node_get_literal(node))
    case .link, .image:
      event.text = copy(cmark_node_get_url(node))
      event.value = copy(cmark_node_get_title(node)).length
      openDestinations.append((event.text, event.value))
    case .noteCall:
      let number = copy(cmark_node_get_literal(node))
      event.value = result.buffer[number.range].reduce(0) { $0 &* 10 &+ Int32($1 & 0x0F) }
      event.index = notes.call(event.value)
    default: break
    }
    result.events.append(event)
  }

  private mutating func copy(_ text: ArraySlice<UInt8>) -> ByteRange {
    let start = result.buffer.count
    result.buffer.append(contentsOf: text)
    return ByteRange(start..<result.buffer.count)
  }

  private mutating func copy(_ text: UnsafePointer<CChar>?) -> ByteRange {
    let start = result.buffer.count
    if let text {
      let length = strlen(text)
      text.withMemoryRebound(to: UInt8.self, capacity: length) {
        result.buffer.append(contentsOf: UnsafeBufferPointer(start: $0, count: length))
      }
    }
    return ByteRange(start..<result.buffer.count)
  }
}

extension CommonMarkReader {
  /// The bare event of a node, nil for the document itself and for kinds this house has no use for.
  private func event(for node: OpaquePointer, _ type: cmark_node_type) -> MarkdownEvent? {
    switch type {
    case CMARK_NODE_DOCUMENT: nil
    case CMARK_NODE_BLOCK_QUOTE: MarkdownEvent(kind: .blockQuote, phase: .enter)
    case CMARK_NODE_LIST: list(node)
    case CMARK_NODE_ITEM: MarkdownEvent(kind: .item, phase: .enter)
    case CMARK_NODE_CODE_BLOCK: MarkdownEvent(kind: .codeBlock, phase: .leaf)
    case CMARK_NODE_HTML_BLOCK: MarkdownEvent(kind: .htmlBlock, phase: .leaf)
    case CMARK_NODE_PARAGRAPH:
      MarkdownEvent(kind: .paragraph, phase: .enter, value: isTight(node) ? 1 : 0)
    case CMARK_NODE_HEADING:
      MarkdownEvent(kind: .heading, phase: .enter, value: Int32(cmark_node_get_heading_level(node)))
    case CMARK_NODE_THEMATIC_BREAK: MarkdownEvent(kind: .thematicBreak, phase: .leaf)
    case CMARK_NODE_FOOTNOTE_DEFINITION: MarkdownEvent(kind: .noteDefinition, phase: .enter)
    case CMARK_NODE_TEXT: MarkdownEvent(kind: .text, phase: .leaf)
    case CMARK_NODE_SOFTBREAK: MarkdownEvent(kind: .softBreak, phase: .leaf)
    case CMARK_NODE_LINEBREAK: MarkdownEvent(kind: .lineBreak, phase: .leaf)
    case CMARK_NODE_CODE: MarkdownEvent(kind: .code, phase: .leaf)
    case CMARK_NODE_HTML_INLINE: MarkdownEvent(kind: .htmlInline, phase: .leaf)
    case CMARK_NODE_EMPH: MarkdownEvent(kind: .emphasis, phase: .enter)
    case CMARK_NODE_STRONG: MarkdownEvent(kind: .strong, phase: .enter)
    case CMARK_NODE_LINK: MarkdownEvent(kind: .link, phase: .enter)
    case CMARK_NODE_IMAGE: MarkdownEvent(kind: .image, phase: .enter)
    case CMARK_NODE_FOOTNOTE_REFERENCE: MarkdownEvent(kind: .noteCall, phase: .leaf)
    default: extensionEvent(node)
    }
  }

  /// Extensions number their types when they are registered, so only their names are constant.
  private func extensionEvent(_ node: OpaquePointer) -> MarkdownEvent? {
    switch cmark_node_get_type_string(node).map({ String(cString: $0) }) {
    case "table": MarkdownEvent(kind: .table, phase: .enter)
    case "table_header": MarkdownEvent(kind: .tableRow, phase: .enter, value: 1)
    case "table_row": MarkdownEvent(kind: .tableRow, phase: .enter)
    case "table_cell": MarkdownEvent(kind: .tableCell, phase: .enter)
    case "strikethrough": MarkdownEvent(kind: .strikethrough, phase: .enter)
    default: nil
    }
  }

  private func list(_ node: OpaquePointer) -> MarkdownEvent {
    if cmark_node_get_list_type(node) == CMARK_BULLET_LIST {
      return MarkdownEvent(kind: .bulletList, phase: .enter)
    }
    return MarkdownEvent(
      kind: .orderedList,
      phase: .enter,
      value: Int32(cmark_node_get_list_start(node))
    )
  }

  private func isTight(_ paragraph: OpaquePointer) -> Bool {
    guard let parent = cmark_node_parent(paragraph), let list = cmark_node_parent(parent),
      cmark_node_get_type(list) == CMARK_NODE_LIST
    else { return false }
    return cmark_node_get_list_tight(list) != 0
  }

  private func columnAlignments(of table: OpaquePointer) -> [CellAlignment] {
    guard let letters = cmark_gfm_extensions_get_table_alignments(table) else { return [] }
    return (0..<Int(cmark_gfm_extensions_get_table_columns(table))).map { column in
      switch letters[column] {
      case UInt8(ascii: "l"): .left
      case UInt8(ascii: "c"): .center
      case UInt8(ascii: "r"): .right
      default: .none
      }
    }
  }
}
