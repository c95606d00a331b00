import Markup

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
  var text = text
  let typeset = text.withUTF8 { bytes -> String? in
    // Words alone, as most names are, stay as they are.
    guard bytes.endOfPlainWords(from: 0) < bytes.count else { return nil }
    var output: [UInt8] = []
    var typographer = FrenchTypographer()
    typographer.appendChanges(of: bytes, continuesBlock: false, to: &output)
    if output.isEmpty { return nil }
    typographer.appendRest(of: bytes, to: &output)
    return String(decoding: output, as: UTF8.self)
  }
  return typeset ?? text
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
  /// Where the spaces begin that were read and not yet decided on.
  private var pendingStart = 0
  private var pendingCount = 0
  /// Whether `«` was just written: what follows must be held to it.
  private var followsGuillemet = false
  private var isInAddress = false
  private var digits = DigitGroups()
  /// Up to where the text is written: what stays as it is, is copied in one piece when something
  /// else is put behind it.
  private var written = 0

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
    appendChanges(of: text, continuesBlock: continuesBlock, to: &output)
    appendRest(of: text, to: &output)
  }

  /// Appends a text up to behind the last place where it changes; nothing of one that stays as it is.
  mutating func appendChanges(
    of text: UnsafeBufferPointer<UInt8>,
    continuesBlock: Bool,
    to output: inout [UInt8]
  ) {
    written = 0
    var position = 0
    while position < text.count {
      let (characterClass, length) = characterClass(in: text, at: position)
      switch characterClass {
      case .space:
        if pendingCount == 0 { pendingStart = position }
        pendingCount += 1
        position += length
      case .letter:
        endSpaces(text, before: position, to: &output)
        position = passWords(text, from: position)
      case .digit:
        readDigit(text, at: position, to: &output)
        position += 1
      default:
        position = readMark(
          characterClass,
          in: text,
          at: position..<position + length,
          continuesBlock: continuesBlock,
          to: &output
        )
      }
    }
    if !followsGuillemet || pendingCount > 0 || continuesBlock {
      endSpaces(text, before: position, to: &output)
    }
  }

  /// Appends what stands behind the last change.
  mutating func appendRest(of text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    write(text, upTo: text.count, to: &output)
  }

  private mutating func readMark(
    _ markClass: CharacterClass,
    in text: UnsafeBufferPointer<UInt8>,
    at range: Range<Int>,
    continuesBlock: Bool,
    to output: inout [UInt8]
  ) -> Int {
    let position = range.lowerBound
    switch text[position] {
    case UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "?"):
      setSpaceBeforeMark(.narrow, text, before: range, to: &output)
    case UInt8(ascii: ":"):
      setSpaceBeforeMark(.wide, text, before: range, to: &output)
    case UInt8(ascii: "%"): setSpaceAfterNumber(text, before: position, to: &output)
    case 0xE2 where isEuro(text, at: position):
      setSpaceAfterNumber(text, before: position, to: &output)
    case 0xC2 where markClass == .closing:
      if previous == .start || previous == .space && pendingCount == 0 && !followsGuillemet {
        endSpaces(text, before: position, to: &output)
      } else {
        write(.wide, text, before: position, to: &output)
      }
    case UInt8(ascii: ".") where isEllipsis(text, at: position):
      return replace(position..<position + 3, by: [0xE2, 0x80, 0xA6], text, to: &output)
    case UInt8(ascii: "'") where isApostrophe(text, at: position, continuesBlock: continuesBlock):
      return replace(position..<position + 1, by: [0xE2, 0x80, 0x99], text, to: &output)
    default: endSpaces(text, before: position, to: &output)
    }
    if text[position] == UInt8(ascii: ":"), hasSlashes(text, after: position) { isInAddress = true }
    previous = markClass
    followsGuillemet = text[position] == 0xC2 && markClass == .opening
    return range.upperBound
  }
}

// MARK: - Spaces

extension FrenchTypographer {
  /// Writes what stays as it is, up to an offset.
  private mutating func write(
    _ text: UnsafeBufferPointer<UInt8>,
    upTo end: Int,
    to output: inout [UInt8]
  ) {
    if written < end {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[written..<end]))
    }
    written = end
  }

  /// Writes a space in the place of those that were read before an offset.
  private mutating func write(
    _ space: Space,
    _ text: UnsafeBufferPointer<UInt8>,
    before position: Int,
    to output: inout [UInt8]
  ) {
    write(text, upTo: pendingCount > 0 ? pendingStart : position, to: &output)
    switch space {
    case .wide: output.append(contentsOf: [0xC2, 0xA0])
    case .narrow: output.append(contentsOf: [0xE2, 0x80, 0xAF])
    }
    written = position
    endSpace()
  }

  /// Leaves the spaces read as they are, or writes the one that `«` asks for.
  private mutating func endSpaces(
    _ text: UnsafeBufferPointer<UInt8>,
    before position: Int,
    to output: inout [UInt8]
  ) {
    if followsGuillemet { return write(.wide, text, before: position, to: &output) }
    if pendingCount > 0 { endSpace() }
  }

  private mutating func endSpace() {
    pendingCount = 0
    followsGuillemet = false
    isInAddress = false
    previous = .space
  }

  private mutating func setSpaceBeforeMark(
    _ space: Space,
    _ text: UnsafeBufferPointer<UInt8>,
    before mark: Range<Int>,
    to output: inout [UInt8]
  ) {
    let isWanted =
      if pendingCount > 0 {
        previous != .start && previous != .space && !followsGuillemet
      } else {
        (previous == .letter || previous == .digit || previous == .closing) && !isInAddress
      }
    if isWanted, endsMark(text, at: mark.upperBound) {
      write(space, text, before: mark.lowerBound, to: &output)
    } else {
      endSpaces(text, before: mark.lowerBound, to: &output)
    }
  }

  private mutating func setSpaceAfterNumber(
    _ text: UnsafeBufferPointer<UInt8>,
    before position: Int,
    to output: inout [UInt8]
  ) {
    if pendingCount > 0, previous == .digit {
      write(.narrow, text, before: position, to: &output)
    } else {
      endSpaces(text, before: position, to: &output)
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
  /// Passes over words with spaces between them, which all stay as they are, and over the signs there
  /// that no rule changes; gives the offset behind the last of them.
  private mutating func passWords(_ text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    if previous != .letter, previous != .digit, startsWithWWW(text, at: start) {
      isInAddress = true
    }
    var end = start
    while end < text.count {
      end = text.endOfPlainWords(from: end)
      guard end < text.count, let next = endOfPlainSign(text, at: end) else { break }
      end = next
    }
    // The spaces behind belong to what follows.
    while text[end - 1] == 0x20 { end -= 1 }
    if let space = text[start..<end].lastIndex(of: 0x20) {
      isInAddress = startsWithWWW(text, at: space + 1)
    }
    let isMark = text[end - 1] == UInt8(ascii: ",") || text[end - 1] == UInt8(ascii: ".")
    previous = isMark ? .other : .letter
    return end
  }

  /// The offset behind what may stand among words and stays as it is: a rarer letter, an apostrophe as
  /// it should be, a comma or a full stop before a space; nil for anything else.
  private func endOfPlainSign(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Int? {
    let (next, length) = characterClass(in: text, at: position)
    let end = position + length
    switch next {
    case .letter: return end
    case .closing:
      // Behind it an address may begin: `www.`.
      guard text[position] == 0xE2, text[end - 1] == 0x99, end < text.count,
        text[end] | 0x20 != UInt8(ascii: "w")
      else { return nil }
      return characterClass(in: text, at: end).0 == .letter ? end : nil
    case .other:
      guard text[position] == UInt8(ascii: ",") || text[position] == UInt8(ascii: "."),
        end < text.count, text[end] == 0x20
      else { return nil }
      return end
    default: return nil
    }
  }

  private mutating func readDigit(
    _ text: UnsafeBufferPointer<UInt8>,
    at position: Int,
    to output: inout [UInt8]
  ) {
    if pendingCount == 1, previous == .digit, digits.canJoin, text[pendingStart] != 0x0A,
      DigitGroups.isGroup(text, at: position)
    {
      write(.narrow, text, before: position, to: &output)
      digits.join()
    } else {
      endSpaces(text, before: position, to: &output)
      digits.add(after: previous)
    }
    previous = .digit
  }

  private mutating func replace(
    _ range: Range<Int>,
    by replacement: [UInt8],
    _ text: UnsafeBufferPointer<UInt8>,
    to output: inout [UInt8]
  ) -> Int {
    endSpaces(text, before: range.lowerBound, to: &output)
    write(text, upTo: range.lowerBound, to: &output)
    output.append(contentsOf: replacement)
    written = range.upperBound
    previous = .closing
    return range.upperBound
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

  @inline(__always)
  private func startsWithWWW(_ text: UnsafeBufferPointer<UInt8>, at position: Int) -> Bool {
    position + 3 < text.count && text[position] | 0x20 == UInt8(ascii: "w")
      && text[position + 1] | 0x20 == UInt8(ascii: "w")
      && text[position + 2] | 0x20 == UInt8(ascii: "w") && text[position + 3] == UInt8(ascii: ".")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the first byte that is neither a space nor of a common letter.
  fileprivate func endOfPlainWords(from start: Int) -> Int {
    position(from: start) { .!($0.commonLetterMarks .| $0.marks(of: 0x20)) }
  }
}
