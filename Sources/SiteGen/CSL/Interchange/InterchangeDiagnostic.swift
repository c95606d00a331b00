/// A place in a source text.
public struct InterchangePosition: Hashable, Sendable {
  /// Bytes before the place.
  public let offset: Int
  /// The line, from 1.
  public let line: Int
  /// The column in bytes, from 1.
  public let column: Int
}

/// Something a reader of BibTeX or RIS noticed; reading went on.
public struct InterchangeDiagnostic: Hashable, Sendable {
  /// What kind of trouble it is.
  public enum Kind: String, Hashable, Sendable, CaseIterable {
    /// A brace, parenthesis or quote that never closes; the position is where it opens.
    case unclosed
    /// A byte that the format does not allow there.
    case unexpected
    /// The text is no UTF-8; bad bytes became U+FFFD.
    case invalidEncoding
    /// An entry without key.
    case missingKey
    /// A key used before; `related` is its first use.
    case duplicateKey
    /// A field given twice in one entry; the first counts.
    case duplicateField
    /// An entry without type.
    case missingType
    /// A type without counterpart in CSL; the item is a `document`.
    case unknownType
    /// An entry without title.
    case missingTitle
    /// A field or tag without counterpart in CSL; it is left out.
    case unknownField
    /// An abbreviation no `@string` defines.
    case undefinedString
    /// A `crossref` or `xdata` to an entry that is not there.
    case undefinedReference
    /// A TeX command that is not known; it stays in the text.
    case unknownCommand
    /// A construct that CSL cannot hold, such as `@set` or "and others".
    case unsupported
  }

  /// The kind of trouble.
  public let kind: Kind
  /// Where it is.
  public let position: InterchangePosition
  /// What is wrong, most specific word first, without full stop.
  public let message: String
  /// The key of the entry; empty outside entries.
  public let key: String
  /// A second place, such as the first use of a key.
  public let related: InterchangePosition?
}

/// What was read from a BibTeX or RIS text.
public struct InterchangeReading: Hashable, Sendable {
  /// The items in the order of the source, those of duplicate keys included.
  public let items: [CSLItem]
  /// Where each item begins, in the order of `items`.
  public let positions: [InterchangePosition]
  /// What was noticed, by offset.
  public let diagnostics: [InterchangeDiagnostic]
}

/// Line starts of a text, to turn offsets into lines.
struct LineTable {
  private let starts: [Int]

  init(_ bytes: [UInt8]) {
    var starts = [0]
    for (offset, byte) in bytes.enumerated() where byte == 0x0A { starts.append(offset + 1) }
    self.starts = starts
  }

  func position(_ offset: Int) -> InterchangePosition {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return InterchangePosition(offset: offset, line: low + 1, column: offset - starts[low] + 1)
  }
}

/// The diagnostics of one reading, collected with offsets.
struct InterchangeLog {
  private struct Note {
    let kind: InterchangeDiagnostic.Kind
    let offset: Int
    let message: String
    let key: String
    let related: Int?
  }

  private var notes: [Note] = []

  mutating func report(
    _ kind: InterchangeDiagnostic.Kind,
    _ message: String,
    at offset: Int,
    key: String = "",
    related: Int? = nil
  ) {
    notes.append(Note(kind: kind, offset: offset, message: message, key: key, related: related))
  }

  /// The diagnostics by offset; those of one offset in the order they were made.
  func diagnostics(_ lines: LineTable) -> [InterchangeDiagnostic] {
    let sorted = notes.enumerated().sorted {
      ($0.element.offset, $0.offset) < ($1.element.offset, $1.offset)
    }
    return sorted.map { _, note in
      InterchangeDiagnostic(
        kind: note.kind,
        position: lines.position(note.offset),
        message: note.message,
        key: note.key,
        related: note.related.map(lines.position)
      )
    }
  }
}

/// The offset of the first byte that is no UTF-8; nil when all is well.
func firstInvalidByte(_ bytes: [UInt8]) -> Int? {
  var decoder = UTF8()
  var iterator = bytes.makeIterator()
  var offset = 0
  while true {
    switch decoder.decode(&iterator) {
    case .scalarValue(let scalar): offset += UTF8.width(scalar)
    case .emptyInput: return nil
    case .error: return offset
    }
  }
}
