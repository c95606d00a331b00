/// What bytes of UTF-8 mean for words: where one begins, and which marks count as one.
enum WordBytes {
  /// A scalar, or one byte where the text is no UTF-8.
  struct Unit {
    /// Bytes of the text, at least 1.
    let length: Int
    /// The byte that stands for it; 0 for letters of several bytes and what else must be compared
    /// as it is.
    let folded: UInt8
    /// Whether it belongs to a word: letters, digits, hyphens.
    let isWord: Bool
  }

  static func unit(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Unit {
    let byte = bytes[position]
    if byte < 0x80 { return ascii(byte) }
    func following(_ distance: Int) -> UInt8 {
      position + distance < bytes.count ? bytes[position + distance] : 0
    }
    switch byte {
    case 0xC2:
      // Latin-1's marks; the feminine and masculine ordinals and the micro sign are letters.
      let isLetter = following(1) == 0xAA || following(1) == 0xB5 || following(1) == 0xBA
      let isSpace = following(1) == 0xA0
      return Unit(length: 2, folded: isSpace ? 0x20 : 0, isWord: isLetter).cut(position, bytes)
    case 0xE2 where following(1) == 0x80:
      return Unit(length: 3, folded: generalPunctuation(following(2)), isWord: following(2) == 0x91)
        .cut(position, bytes)
    case 0xC3...0xDF: return Unit(length: 2, folded: 0, isWord: true).cut(position, bytes)
    case 0xE0...0xEF: return Unit(length: 3, folded: 0, isWord: byte != 0xE2).cut(position, bytes)
    case 0xF0...0xF4: return Unit(length: 4, folded: 0, isWord: true).cut(position, bytes)
    default: return Unit(length: 1, folded: 0, isWord: true)
    }
  }

  /// Words as names are compared: every run of spaces one space, apostrophes and hyphens alike.
  static func folded(_ text: String) -> String {
    var text = text
    let folded = text.withUTF8 { bytes -> String? in
      // Most names are written as they are compared.
      guard bytes.mayNeedFolding else { return nil }
      var folded: [UInt8] = []
      folded.reserveCapacity(bytes.count)
      var position = 0
      while position < bytes.count {
        let unit = unit(at: position, in: bytes)
        if unit.folded == 0 {
          folded.append(contentsOf: bytes[position..<position + unit.length])
        } else if unit.folded != 0x20 || folded.last != 0x20 {
          folded.append(unit.folded)
        }
        position += unit.length
      }
      return String(decoding: folded, as: UTF8.self)
    }
    return folded ?? text
  }

  /// Whether a word that ends here is not continued; a hyphen continues it.
  static func endsWord(at position: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    position >= bytes.count || !unit(at: position, in: bytes).isWord
  }

  /// The offset behind the spaces and line ends that follow.
  static func endOfSpaces(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start
    while position < bytes.count {
      let unit = unit(at: position, in: bytes)
      guard unit.folded == 0x20 else { break }
      position += unit.length
    }
    return position
  }

  /// The offset behind the rest of a word and the mark that ends it; behind the mark, where no word
  /// is.
  static func endOfWord(from start: Int, in bytes: UnsafeBufferPointer<UInt8>) -> Int {
    var position = start
    while position < bytes.count {
      position = endOfLetters(from: position, in: bytes)
      guard position < bytes.count else { break }
      let unit = unit(at: position, in: bytes)
      position += unit.length
      if !unit.isWord { break }
    }
    return position
  }

  private static func ascii(_ byte: UInt8) -> Unit {
    switch byte {
    case 0x09, 0x0A, 0x0D, 0x20: Unit(length: 1, folded: 0x20, isWord: false)
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"):
      Unit(length: 1, folded: byte, isWord: true)
    default: Unit(length: 1, folded: byte, isWord: false)
    }
  }

  /// Third byte of `E2 80 …`: spaces, apostrophe, hyphen that does not break.
  private static func generalPunctuation(_ byte: UInt8) -> UInt8 {
    switch byte {
    case 0x80...0x8A, 0xAF: 0x20
    case 0x90, 0x91: UInt8(ascii: "-")
    case 0x98, 0x99: UInt8(ascii: "'")
    default: 0
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// Whether two spaces stand together, or a sign that may count as another: a rarer space, an apostrophe
  /// or a hyphen (with C2 or E2 they begin).
  fileprivate var mayNeedFolding: Bool {
    var before: UInt8 = 0
    for byte in self {
      switch byte {
      case 0x09, 0x0A, 0x0D, 0xC2, 0xE2: return true
      case 0x20 where before == byte: return true
      default: before = byte
      }
    }
    return false
  }
}

extension WordBytes.Unit {
  /// Never longer than the text.
  fileprivate func cut(_ position: Int, _ bytes: UnsafeBufferPointer<UInt8>) -> WordBytes.Unit {
    position + length <= bytes.count
      ? self : WordBytes.Unit(length: bytes.count - position, folded: 0, isWord: isWord)
  }
}
