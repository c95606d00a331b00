/// The words of a block without what refers to other things.
///
/// Each byte of `[[mentions]]`, `[see @citations]`, `@keys` and addresses becomes a NUL; linear.
func withoutReferences(_ words: [UInt8]) -> [UInt8] {
  var text = words
  var offset = 0
  while offset < text.count {
    switch text[offset] {
    case UInt8(ascii: "["): offset = blankBrackets(&text, at: offset)
    case let byte where byte > 0x20: offset = blankReference(&text, at: offset)
    default: offset += 1
    }
  }
  return text
}

/// Blanks brackets that mention or cite, and gives the offset behind them; others are left.
private func blankBrackets(_ text: inout [UInt8], at start: Int) -> Int {
  let (opening, closing) = (UInt8(ascii: "["), UInt8(ascii: "]"))
  let isDouble = start + 1 < text.count && text[start + 1] == opening
  let inside = start + (isDouble ? 2 : 1)
  guard let end = text[inside...].firstIndex(where: { $0 == closing || $0 == opening }),
    text[end] == closing
  else { return start + 1 }
  let isCitation = text[inside..<end].contains(UInt8(ascii: "@"))
  guard isDouble || isCitation else { return start + 1 }
  let last = isDouble && end + 1 < text.count && text[end + 1] == closing ? end + 1 : end
  for offset in start...last { text[offset] = 0 }
  return last + 1
}

/// Blanks the word that starts at an offset where it is a key or an address, and gives the offset
/// behind it.
private func blankReference(_ text: inout [UInt8], at start: Int) -> Int {
  var end = start
  while end < text.count, text[end] > 0x20, text[end] != UInt8(ascii: "[") { end += 1 }
  guard end > start else { return start + 1 }
  let word = text[start..<end]
  let isAddress =
    word.contains(UInt8(ascii: "@")) || word.starts(with: "www.".utf8) || holdsScheme(word)
  if isAddress { for offset in start..<end { text[offset] = 0 } }
  return end
}

private func holdsScheme(_ word: ArraySlice<UInt8>) -> Bool {
  word.indices.contains { word[$0] == UInt8(ascii: ":") && word[$0...].starts(with: "://".utf8) }
}
