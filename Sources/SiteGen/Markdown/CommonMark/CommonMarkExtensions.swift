import Markup

/// The extensions of cmark-gfm that a dialect switches on.
struct CommonMarkExtensions: OptionSet {
  let rawValue: Int

  static let table = CommonMarkExtensions(rawValue: 1)
  static let strikethrough = CommonMarkExtensions(rawValue: 2)
  static let autolink = CommonMarkExtensions(rawValue: 4)
  /// Escapes the tags that GFM §6.11 forbids; a matter of rendering alone.
  static let tagFilter = CommonMarkExtensions(rawValue: 8)
  static let footnotes = CommonMarkExtensions(rawValue: 16)

  static let gitHub: CommonMarkExtensions = [
    .table, .strikethrough, .autolink, .tagFilter, .footnotes,
  ]

  /// Whether cmark stops at characters for them that mean nothing without them.
  var haveSpecialCharacters: Bool { !isDisjoint(with: [.strikethrough, .autolink]) }

  /// Without those that find nothing in a text: for each of them cmark stops at letters or walks
  /// through its tree, and parses of others wait (`CommonMarkParser.finishing`).
  ///
  /// Strikethrough begins in `~`; bare links begin in `www.`, hold `://`, or are addresses of mail, with
  /// a letter, a digit or one of four signs before `@`; calls and definitions of notes hold `^`.
  /// References to characters (`&…`) and backslashes may hide what makes links and notes.
  func needed(by bytes: [UInt8]) -> CommonMarkExtensions {
    bytes.withUnsafeBufferPointer { bytes in
      var idle: CommonMarkExtensions = [.strikethrough, .autolink, .footnotes]
      var place = nextSign(in: bytes, from: 0)
      while place < bytes.count, !idle.isEmpty {
        switch bytes[place] {
        case UInt8(ascii: "~"): idle.remove(.strikethrough)
        case UInt8(ascii: "&"): idle.subtract([.autolink, .footnotes])
        case UInt8(ascii: "^"): idle.remove(.footnotes)
        case UInt8(ascii: "@") where place > 0 && mayEndName(bytes[place - 1]),
          UInt8(ascii: ":") where bytes[place...].starts(with: "://".utf8),
          UInt8(ascii: "w") where bytes[place...].starts(with: "www.".utf8):
          idle.remove(.autolink)
        default: break
        }
        place = nextSign(in: bytes, from: place + 1)
      }
      return subtracting(idle)
    }
  }
}

private func nextSign(in bytes: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
  bytes.position(from: start) { bytes in
    bytes.marks(of: UInt8(ascii: "@")) .| bytes.marks(of: UInt8(ascii: ":"))
      .| bytes.marks(of: UInt8(ascii: "w")) .| bytes.marks(of: UInt8(ascii: "^"))
      .| bytes.marks(of: UInt8(ascii: "&")) .| bytes.marks(of: UInt8(ascii: "~"))
  }
}

/// Whether the name of an address of mail may end in a byte, or what it stands for.
private func mayEndName(_ byte: UInt8) -> Bool {
  (0x30...0x39).contains(byte) || (byte | 0x20) &- UInt8(ascii: "a") < 26
    || "+-._:\\".utf8.contains(byte)
}

extension MarkdownDialect {
  var extensions: CommonMarkExtensions {
    switch self {
    case .commonMark: []
    case .gitHub, .scholarly: .gitHub
    }
  }
}
