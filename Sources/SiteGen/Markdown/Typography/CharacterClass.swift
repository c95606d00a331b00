/// What French typography asks of a character.
enum CharacterClass: UInt8 {
  /// The start of a block: nothing stands before.
  case start
  case space
  case letter
  case digit
  /// Closes a word or a group: brackets, quotation marks, ellipsis, `%`.
  case closing
  case opening
  case other
}

/// The class of the character at an offset and its length in bytes; `text` is valid UTF-8.
@inline(__always)
func characterClass(
  in text: UnsafeBufferPointer<UInt8>,
  at offset: Int
) -> (CharacterClass, length: Int) {
  let byte = text[offset]
  guard byte >= 0x80 else { return (asciiClass(byte), 1) }
  let next = offset + 1 < text.count ? text[offset + 1] : 0
  switch byte {
  case 0xC2: return (latinClass(next), min(2, text.count - offset))
  case 0xC3...0xDF: return (.letter, min(2, text.count - offset))
  case 0xE2:
    let last = offset + 2 < text.count ? text[offset + 2] : 0
    return (punctuationClass(next, last), min(3, text.count - offset))
  case 0xE0...0xEF: return (.letter, min(3, text.count - offset))
  case 0xF0...: return (.other, min(4, text.count - offset))
  default: return (.other, 1)
  }
}

@inline(__always)
private func asciiClass(_ byte: UInt8) -> CharacterClass {
  switch byte {
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"): .letter
  case UInt8(ascii: "0")...UInt8(ascii: "9"): .digit
  case 0x20, 0x0A: .space
  case UInt8(ascii: ")"), UInt8(ascii: "]"), UInt8(ascii: "\""), UInt8(ascii: "%"): .closing
  case UInt8(ascii: "("), UInt8(ascii: "["): .opening
  default: .other
  }
}

/// U+0080 to U+00BF.
private func latinClass(_ second: UInt8) -> CharacterClass {
  switch second {
  case 0xA0: .space
  case 0xAA, 0xB5, 0xBA: .letter
  case 0xAB: .opening
  case 0xBB: .closing
  default: .other
  }
}

/// U+2000 to U+2FFF.
private func punctuationClass(_ second: UInt8, _ third: UInt8) -> CharacterClass {
  switch (second, third) {
  case (0x80, 0xAF): .space
  // ’ ” … €
  case (0x80, 0x99), (0x80, 0x9D), (0x80, 0xA6), (0x82, 0xAC): .closing
  case (0x80, 0x98), (0x80, 0x9C): .opening
  default: .other
  }
}
