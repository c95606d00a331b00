/// The next word from an offset on: letters and digits that nothing parts; nil where none follows.
func nextWord(in text: [UInt8], from offset: Int) -> Range<Int>? {
  var start = offset
  while start < text.count, !startsWordCharacter(text[start]) { start += length(at: start, text) }
  guard start < text.count else { return nil }
  var end = start
  while end < text.count, startsWordCharacter(text[end]) { end += length(at: end, text) }
  return start..<min(end, text.count)
}

/// Whether a byte begins a letter or a digit; the signs of the blocks of Latin-1 and of general
/// punctuation are none.
func startsWordCharacter(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  case 0xC3...0xE1, 0xE3...0xF4: true
  default: false
  }
}

/// Whether a letter or a digit ends before an offset.
func endsWordCharacter(before offset: Int, in text: [UInt8]) -> Bool {
  guard offset > 0 else { return false }
  var start = offset - 1
  while start > 0, text[start] & 0xC0 == 0x80 { start -= 1 }
  return startsWordCharacter(text[start])
}

/// How many bytes of spaces stand at an offset: space, U+00A0, U+202F; no line end.
func spaceLength(in text: [UInt8], at offset: Int) -> Int {
  guard offset < text.count else { return 0 }
  if text[offset] == 0x20 { return 1 }
  if text[offset...].starts(with: [0xC2, 0xA0]) { return 2 }
  return text[offset...].starts(with: [0xE2, 0x80, 0xAF]) ? 3 : 0
}

/// How many bytes of spaces stand before an offset.
func spaceLength(in text: [UInt8], before offset: Int) -> Int {
  if offset >= 1, text[offset - 1] == 0x20 { return 1 }
  if offset >= 2, spaceLength(in: text, at: offset - 2) == 2 { return 2 }
  return offset >= 3 && spaceLength(in: text, at: offset - 3) == 3 ? 3 : 0
}

/// Length of the character whose first byte stands at an offset.
private func length(at offset: Int, _ text: [UInt8]) -> Int {
  switch text[offset] {
  case 0xC2...0xDF: 2
  case 0xE0...0xEF: 3
  case 0xF0...0xF4: 4
  default: 1
  }
}
