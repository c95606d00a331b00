/// A text set by the rules of French typography.
///
/// - U+202F before `;`, `!` and `?`, U+00A0 before `:` and inside `« »`. A space already there is
///   replaced; where there is none, one is put if a word ends before the mark and a space, a
///   closing mark or the end follows it, which leaves `12:30` and `https://` alone.
/// - U+202F between groups of digits (`120 000`) and before `%` and `€`, in place of a space.
/// - `...` becomes `…`, and `'` inside a word becomes `’`. Straight quotes stay.
///
/// Nothing changes in a word that holds `://` or begins with `www.`. Applying it again changes
/// nothing. Linear.
public func frenchTypography(of text: String) -> String {
  var output: [UInt8] = []
  var typographer = FrenchTypographer()
  Array(text.utf8).withUnsafeBufferPointer {
    typographer.append($0, continuesBlock: false, to: &output)
  }
  return String(decoding: output, as: UTF8.self)
}

/// Sets the texts of one block in their order; what came before is remembered across inlines.
///
/// Every decision looks at what was written and, ahead, only at classes that no rule changes:
/// that is why a second pass finds nothing to do.
struct FrenchTypographer {
  private enum Space {
    /// U+00A0.
    case wide
    /// U+202F.
    case narrow
  }

  private var previous = CharacterClass.start
  /// Bytes of the spaces read and not yet written.
  private var pending = 0..<0
  private var pendingCount = 0
  /// Whether `«` was just written: what follows must be held to it.
  private var followsGuillemet = false
  private var isInAddress = false
  private var digits = DigitGroups()

  /// Forgets the block.
  mutating func startBlock() {
    self = FrenchTypographer()
  }

  /// Takes note of something visible that is no text: code, an image, a citation.
  mutating func passObject() {
    previous = .closing
    isInAddress = false
  }

  /// Takes note of a forced line break.
  mutating func passBreak() {
    previous = .space
    isInAddress = false
  }

  /// Appends a text; `continuesBlock` says whether another inline follows in the block.
  mutating func append(
    _ text: UnsafeBufferPointer<UInt8>,
    continuesBlock: Bool,
    to output: inout [UInt8]
  ) {
    var position = 0
    while position < text.count {
      let (characterClass, length) = characterClass(in: text, at: position)
      switch characterClass {
      case .space:
        if pendingCount == 0 { pending = position..<position }
        pending = pending.lowerBound..<position + length
        pendingCount += 1
        position += length
      case .letter:
        writePending(text, to: &output)
        position = copyLetters(text, from: position, to: &output)
      case .digit:
        appendDigit(text, at: position, to: &output)
        position += 1
      default:
        position = appendMark(
          characterClass,
          in: text,
          at: position..<position + length,
          continuesBlock: continuesBlock,
          to: &output
        )
      }
    }
    if followsGuillemet, pendingCount == 0, !continuesBlock { return }
    writePending(text, to: &output)
  }

  private mutating func appendMark(
    _ markClass: CharacterClass,
    in text: UnsafeBufferPointer<UInt8>,
    at range: Range<Int>,
    continuesBlock: Bool,
    to output: inout [UInt8]
  ) -> Int {
    let position = range.lowerBound
    switch text[position] {
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      writeSpaceBeforeMark(.narrow, text, after: range.upperBound, to: &output)
    case UInt8(ascii: ":"):
      writeSpaceBeforeMark(.wide, text, after: range.upperBound, to: &output)
    case UInt8(ascii: "%"): writeSpaceAfterNumber(text, to: &output)
    case 0xE2 where isEuro(text, at: position): writeSpaceAfterNumber(text, to: &output)
    case 0xC2 where markClass == .closing:
      if previous == .start || previous == .space && pendingCount == 0 && !followsGuillemet {
        writePending(text, to: &output)
      } else {
        write(.wide, to: &output)
      }
    case UInt8(ascii: ".") where isEllipsis(text, at: position):
      return appendReplacement([0xE2, 0x80, 0xA6], for: 3, text, at: position, to: &output)
    case UInt8(ascii: "'") where isApostrophe(text, at: position, continuesBlock: continuesBlock):
      return appendReplacement([0xE2, 0x80, 0x99], for: 1, text, at: position, to: &output)
    default: writePending(text, to: &output)
    }
    if text[position] == UInt8(ascii: ":"), hasSlashes(text, after: position) { isInAddress = true }
    output.append(contentsOf: text[range])
    previous = markClass
    followsGuillemet = text[position] == 0xC2 && markClass == .opening
    return range.upperBound
  }
}

// MARK: - Spaces

extension FrenchTypographer {
  private mutating func write(_ space: Space, to output: inout [UInt8]) {
    switch space {
    case .wide: output.append(contentsOf: [0xC2, 0xA0])
    case .narrow: output.append(contentsOf: [0xE2, 0x80, 0xAF])
    }
    endSpace()
  }

  /// Writes the spaces read as they are, or the one that `«` asks for.
  private mutating func writePending(
    _ text: UnsafeBufferPointer<UInt8>,
    to output: inout [UInt8]
  ) {
    if followsGuillemet { return write(.wide, to: &output) }
    guard pendingCount > 0 else { return }
    output.append(contentsOf: text[pending])
    endSpace()
  }

  private mutating func endSpace() {
    pendingCount = 0
    followsGuillemet = false
    isInAddress = false
    previous = .space
  }

  private mutating func writeSpaceBeforeMark(
    _ space: Space,
    _ text: UnsafeBufferPointer<UInt8>,
    after end: Int,
    to output: inout [UInt8]
  ) {
    let isWanted =
      if pendingCount > 0 {
        previous != .start && previous != .space && !followsGuillemet
      } else {
        (previous == .letter || previous == .digit || previous == .closing) && !isInAddress
      }
    if isWanted, endsMark(text, at: end) {
      write(space, to: &output)
    } else {
      writePending(text, to: &output)
    }
  }

  private mutating func writeSpaceAfterNumber(
    _ text: UnsafeBufferPointer<UInt8>,
    to output: inout [UInt8]
  ) {
    if pendingCount > 0, previous == .digit {
      write(.narrow, to: &output)
    } else {
      writePending(text, to: &output)
    }
  }

  /// Whether a mark before this offset ends something.
  private func endsMark(_ text: UnsafeBufferPointer<UInt8>, at offset: Int) -> Bool {
    guard offset < text.count else { return true }
    switch text[offset] {
    case UInt8(ascii: "!"), UInt8(ascii: "?"), UInt8(ascii: "."), UInt8(ascii: ","): return true
    case UInt8(ascii: "%"): return false
    default:
      let (next, _) = characterClass(in: text, at: offset)
      return next == .space || next == .closing && !isEuro(text, at: offset)
    }
  }
}

// MARK: - Words and numbers

extension FrenchTypographer {
  private mutating func copyLetters(
    _ text: UnsafeBufferPointer<UInt8>,
    from start: Int,
    to output: inout [UInt8]
  ) -> Int {
    if previous != .letter, previous != .digit, startsWithWWW(text, at: start) {
      isInAddress = true
    }
    var end = start
    while end < text.count {
      // Most letters are ASCII's.
      if (text[end] | 0x20) &- UInt8(ascii: "a") < 26 { end += 1; continue }
      // One space between two of them stays as it is: whole phrases are copied at once.
      if text[end] == 0x20, end + 1 < text.count, (text[end + 1] | 0x20) &- UInt8(ascii: "a") < 26 {
        end += 1
        isInAddress = startsWithWWW(text, at: end)
        continue
      }
      let (next, length) = characterClass(in: text, at: end)
      guard next == .letter else { break }
      end += length
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[start..<end]))
    previous = .letter
    return end
  }

  private mutating func appendDigit(
    _ text: UnsafeBufferPointer<UInt8>,
    at position: Int,
    to output: inout [UInt8]
  ) {
    if pendingCount == 1, previous == .digit, digits.canJoin, text[pending.lowerBound] != 0x0A,
      DigitGroups.isGroup(text, at: position)
    {
      write(.narrow, to: &output)
      digits.join()
    } else {
      writePending(text, to: &output)
      digits.add(after: previous)
    }
    output.append(text[position])
    previous = .digit
  }

  private mutating func appendReplacement(
    _ replacement: [UInt8],
    for count: Int,
    _ text: UnsafeBufferPointer<UInt8>,
    at position: Int,
    to output: inout [UInt8]
  ) -> Int {
    writePending(text, to: &output)
    output.append(contentsOf: replacement)
    previous = .closing
    return position + count
  }

  private func isEllipsis(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    !(isInAddress && pendingCount == 0 && !followsGuillemet) && position + 2 < text.count
      && text[position + 1] == UInt8(ascii: ".") && text[position + 2] == UInt8(ascii: ".")
  }

  private func isApostrophe(
    _ text: UnsafeBufferPointer<UInt8>,
    at position: Int,
    continuesBlock: Bool
  ) -> Bool {
    guard previous == .letter, pendingCount == 0, !isInAddress else { return false }
    guard position + 1 < text.count else { return continuesBlock }
    let (next, _) = characterClass(in: text, at: position + 1)
    return next == .letter || next == .digit
      || next == .opening && text[position + 1] == 0xC2
  }

  private func isEuro(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    position + 2 < text.count && text[position] == 0xE2 && text[position + 1] == 0x82
      && text[position + 2] == 0xAC
  }

  private func hasSlashes(_ text: UnsafeBufferPointer<UInt8>, after position: Int) -> Bool {
    position + 2 < text.count && text[position + 1] == UInt8(ascii: "/")
      && text[position + 2] == UInt8(ascii: "/")
  }

  private func startsWithWWW(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    position + 3 < text.count && text[position] | 0x20 == UInt8(ascii: "w")
      && text[position + 1] | 0x20 == UInt8(ascii: "w")
      && text[position + 2] | 0x20 == UInt8(ascii: "w") && text[position + 3] == UInt8(ascii: ".")
  }
}
