/// A stretch of a template: text, or one tag.
///
/// Ranges are UTF-8 offsets into the file; tokens follow each other without gaps or overlaps.
struct Token: Hashable {
  enum Kind: Hashable {
    case text
    case variable
    case raw
    case section
    case inverted
    case partial
    case parent
    case block
    case close
    case comment
    case delimiters
  }

  let kind: Kind
  /// The whole stretch, delimiters included.
  var range: Range<Int>
  /// The name in it, without sign, asterisk and padding; empty for text and comments.
  var name: Range<Int>
  /// Whether the name is looked up at render (`{{>*name}}`).
  var isDynamic = false

  /// Whether a closing tag must follow.
  var opens: Bool {
    switch kind {
    case .section, .inverted, .parent, .block: true
    case .text, .variable, .raw, .partial, .close, .comment, .delimiters: false
    }
  }

  /// Whether it vanishes with its line when alone on it (Mustache: "standalone").
  var canStandAlone: Bool {
    switch kind {
    case .section, .inverted, .partial, .close, .comment, .delimiters, .block, .parent: true
    case .text, .variable, .raw: false
    }
  }
}

/// Bytes that Mustache gives a meaning.
enum Sign {
  static let newline = UInt8(ascii: "\n")
  static let carriageReturn = UInt8(ascii: "\r")
  static let space = UInt8(ascii: " ")
  static let tab = UInt8(ascii: "\t")
  static let equals = UInt8(ascii: "=")
  static let brace = UInt8(ascii: "}")
  static let asterisk = UInt8(ascii: "*")
  static let dot = UInt8(ascii: ".")

  static func isBlank(_ byte: UInt8) -> Bool { byte == space || byte == tab }

  static func isWhite(_ byte: UInt8) -> Bool {
    isBlank(byte) || byte == newline || byte == carriageReturn
  }
}
