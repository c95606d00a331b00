/// One step of a walk through a document; a trivial value.
struct MarkdownEvent: Hashable, Sendable {
  /// What is entered, left, or (where nothing stands inside) met.
  enum Kind: UInt8, Hashable, Sendable {
    // Containers and blocks that hold inlines.
    case blockQuote
    case bulletList
    /// `value` is the number of the first item.
    case orderedList
    case item
    /// `value` is 1 in a tight list, where the paragraph leaves no trace.
    case paragraph
    /// `value` is the level, 1 to 6; `index` counts the headings of the document.
    case heading
    case table
    /// `value` is 1 for the row of the headers.
    case tableRow
    /// `value` is a `CellAlignment`; `index` is 1 in the row of the headers.
    case tableCell
    /// `value` is the number of the note, `index` how often it is called, `text` its label.
    case noteDefinition

    // Blocks without events inside.
    /// `text` is the code, `detail` the info string, `value` its length.
    case codeBlock
    case htmlBlock
    case thematicBreak

    // Inlines that hold inlines.
    case emphasis
    case strong
    case strikethrough
    /// `text` is the destination, `detail` the title, `value` its length; `index` counts the links
    /// of the document.
    case link
    /// `text` is the destination, `detail` the title, `value` its length; the inside is the
    /// alternative text.
    case image
    /// A link to `@key`; `index` counts the citations of the document.
    case printedCitation

    // Inlines without events inside.
    /// `value` is `neverLinked` for words that the author wants as they are.
    case text
    case softBreak
    case lineBreak
    case code
    case htmlInline
    /// `value` is the number of the note, `index` the ordinal of this call of it, `text` the
    /// label of the note.
    case noteCall
    /// `index` counts the citations of the document, `text` is what an unresolved one prints.
    case citation
    /// `index` counts the mentions of the document, `text` is the label or else the target. A name
    /// that linking found is entered and left, and holds its words as events.
    case mention
    case placeholder
  }

  enum Phase: UInt8, Hashable, Sendable {
    case enter
    case leave
    case leaf
  }

  var kind: Kind
  var phase: Phase
  var value: Int32 = 0
  var index: Int32 = 0
  /// Where the text of the event stands in the buffer of the document.
  var text = ByteRange()

  /// A second text, for the kinds that have one: it stands right behind the first, for every byte
  /// of an event counts thousands of times.
  var detail: ByteRange {
    switch kind {
    case .codeBlock, .link, .image, .printedCitation:
      ByteRange(Int(text.end)..<Int(text.end) + Int(value))
    default: ByteRange()
    }
  }

  /// Whether a block begins: what follows stands in it until another begins, and a list beside the
  /// events knows its range in the source.
  var beginsBlock: Bool { !isInline && phase != .leave }

  /// Whether an inline, rather than a block, is met.
  var isInline: Bool { kind.rawValue >= Kind.emphasis.rawValue }
}

/// Half-open range of UTF-8 offsets, half the size of a `Range<Int>`.
struct ByteRange: Hashable, Sendable {
  var start: UInt32 = 0
  var end: UInt32 = 0

  init() {}

  init(_ range: Range<Int>) {
    start = UInt32(truncatingIfNeeded: range.lowerBound)
    end = UInt32(truncatingIfNeeded: range.upperBound)
  }

  init(start: UInt32, length: UInt32) {
    self.start = start
    end = start + length
  }

  var range: Range<Int> { Int(start)..<Int(end) }
  var isEmpty: Bool { start == end }
  var length: Int32 { Int32(truncatingIfNeeded: end &- start) }
}

/// How the cells of a column are set.
enum CellAlignment: Int32 {
  case none
  case left
  case center
  case right
}
