/// Splits a BibTeX text into entries.
///
/// Every byte is looked at a fixed number of times.
struct BibTeXParser {
  let bytes: [UInt8]
  var offset = 0
  var log = InterchangeLog()
  var entries: [BibTeXEntry] = []
  private var strings = BibTeXParser.months

  /// The abbreviations every style defines.
  private static let months: [String: [UInt8]] = Dictionary(
    uniqueKeysWithValues: [
      "jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec",
    ].map { ($0, Array($0.utf8)) }
  )

  /// Abbreviations may stand for at most this many bytes in one value: doubled over and over, a few
  /// lines would otherwise fill the memory.
  private static let longestExpansion = 4096

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func parseEntries() {
    while let byte = current {
      // Text between entries is commentary, a line beginning with "%" also where it holds an "@".
      if byte == UInt8(ascii: "%") {
        skipLine()
      } else if byte == UInt8(ascii: "@") {
        parseEntry()
      } else {
        offset += 1
      }
    }
  }

  private mutating func skipLine() {
    while let byte = current, byte != 0x0A { offset += 1 }
  }

  mutating func skipSpace() {
    while let byte = current, isBibTeXSpace(byte) { offset += 1 }
  }

  private mutating func parseEntry() {
    let start = offset
    offset += 1
    skipSpace()
    let type = parseName()
    skipSpace()
    guard let open = current, open == UInt8(ascii: "{") || open == UInt8(ascii: "(") else {
      // An address such as "name@example.org" in a commentary is no entry.
      if type == "comment" || !isLineStart(start) { return }
      log.report(.unexpected, "\"@\(type)\" is not followed by an opening brace", at: start)
      return
    }
    let openOffset = offset
    offset += 1
    let close: UInt8 = open == UInt8(ascii: "{") ? UInt8(ascii: "}") : UInt8(ascii: ")")
    switch type {
    case "comment", "preamble": skipBody(opening: openOffset, type: type)
    case "string": parseFields(of: "", opening: openOffset, close: close, isString: true)
    default:
      skipSpace()
      let key = parseKey(close: close)
      entries.append(BibTeXEntry(type: type, key: key, offset: start, fields: []))
      if type.isEmpty { log.report(.missingType, "entry without type", at: start, key: key) }
      if key.isEmpty { log.report(.missingKey, "entry without key", at: start) }
      parseFields(of: key, opening: openOffset, close: close, isString: false)
    }
  }

  /// Skips to the brace that closes a comment or preamble.
  private mutating func skipBody(opening: Int, type: String) {
    offset = opening
    var depth = 0
    while let byte = current {
      if byte == UInt8(ascii: "{") || (offset == opening) { depth += 1 }
      if byte == UInt8(ascii: "}") { depth -= 1 }
      if bytes[opening] == UInt8(ascii: "("), depth == 1, byte == UInt8(ascii: ")") { depth = 0 }
      if offset > opening, atEntryStart() { break }
      offset += 1
      if depth == 0 { return }
    }
    log.report(.unclosed, "unclosed brace of @\(type)", at: opening)
  }

  private mutating func parseKey(close: UInt8) -> String {
    let start = offset
    while let byte = current, byte != UInt8(ascii: ","), byte != close, byte != 0x0A {
      if byte == UInt8(ascii: "=") {
        // The first field stands where the key should.
        offset = start
        return ""
      }
      offset += 1
    }
    let key = String(decoding: bytes[start..<offset], as: UTF8.self).trimmingSpaces()
    skipSpace()
    if current == UInt8(ascii: ",") { offset += 1 }
    return key
  }

  private mutating func parseFields(of key: String, opening: Int, close: UInt8, isString: Bool) {
    var names: Set<String> = []
    var suspect: Int?
    while true {
      while let byte = current, isBibTeXSpace(byte) || byte == UInt8(ascii: ",") { offset += 1 }
      if current == close {
        offset += 1
        return
      }
      guard current != nil, !atEntryStart() else { break }
      let start = offset
      let name = parseName()
      skipSpace()
      guard !name.isEmpty, current == UInt8(ascii: "=") else {
        let found = name.isEmpty ? describeCurrent() : "\"\(name)\" without \"=\""
        log.report(.unexpected, "\(found) where a field should begin", at: start, key: key)
        skipToSeparator(close: close)
        continue
      }
      offset += 1
      guard let field = parseValue(name: name, start: start, key: key, suspect: &suspect) else {
        return
      }
      if isString {
        strings[name] = field.value
      } else if names.insert(name).inserted {
        entries[entries.count - 1].fields.append(field)
      } else {
        log.report(.duplicateField, "field \"\(name)\" given twice", at: start, key: key)
      }
    }
    log.report(.unclosed, "unclosed brace", at: suspect ?? opening, key: key)
  }

  private func describeCurrent() -> String {
    guard let byte = current else { return "end of the text" }
    return byte < 0x80 ? "\"\(Character(Unicode.Scalar(byte)))\"" : "a letter"
  }

  /// Leaves a field that cannot be read; always moves on.
  private mutating func skipToSeparator(close: UInt8) {
    var depth = 0
    while let byte = current {
      if depth == 0, byte == UInt8(ascii: ",") || byte == close { return }
      if atEntryStart() { return }
      if byte == UInt8(ascii: "{") { depth += 1 }
      if byte == UInt8(ascii: "}"), depth > 0 { depth -= 1 }
      offset += 1
    }
  }

  /// Reads pieces joined by `#`; nil, with a report, when one of them does not end.
  private mutating func parseValue(
    name: String,
    start: Int,
    key: String,
    suspect: inout Int?
  ) -> BibTeXRawField? {
    var value: [UInt8] = []
    var pieceOffset: Int?
    var pieces = 0
    var expanded = 0
    repeat {
      if pieces > 0 { offset += 1 }
      skipSpace()
      pieces += 1
      switch current {
      case UInt8(ascii: "{"), UInt8(ascii: "\""):
        let open = offset
        guard let piece = parseDelimited(key: key) else { return nil }
        if looksSwallowed(piece) { suspect = suspect ?? open }
        pieceOffset = piece.lowerBound
        value += bytes[piece]
      default:
        pieceOffset = offset
        value += parseBareWord(key: key, expanded: &expanded)
      }
      skipSpace()
    } while current == UInt8(ascii: "#")
    return BibTeXRawField(
      name: name,
      value: value,
      offset: start,
      valueOffset: pieces == 1 ? pieceOffset : nil
    )
  }

  /// A number, or what an abbreviation stands for.
  private mutating func parseBareWord(key: String, expanded: inout Int) -> [UInt8] {
    let start = offset
    let word = parseName()
    if word.utf8.allSatisfy({ (0x30...0x39).contains($0) }) {
      if word.isEmpty { log.report(.unexpected, "empty value", at: start, key: key) }
      return Array(word.utf8)
    }
    guard let text = strings[word] else {
      let message = "abbreviation \"\(word)\" that no @string defines"
      log.report(.undefinedString, message, at: start, key: key)
      return Array(bytes[start..<offset])
    }
    expanded += text.count
    if expanded > Self.longestExpansion {
      log.report(.unsupported, "abbreviations for too long a value", at: start, key: key)
      return []
    }
    return text
  }

  /// The inside of a braced or quoted piece; nil, with a report, when it does not end.
  private mutating func parseDelimited(key: String) -> Range<Int>? {
    let open = offset
    let isQuoted = bytes[open] == UInt8(ascii: "\"")
    var depth = isQuoted ? 0 : 1
    offset += 1
    while let byte = current {
      switch byte {
      case UInt8(ascii: "{"): depth += 1
      case UInt8(ascii: "}"): depth -= 1
      case UInt8(ascii: "\"") where isQuoted && depth <= 0:
        offset += 1
        return open + 1..<offset - 1
      case UInt8(ascii: "@") where atEntryStart():
        log.report(.unclosed, isQuoted ? "unclosed quote" : "unclosed brace", at: open, key: key)
        return nil
      default: break
      }
      offset += 1
      if !isQuoted, depth == 0 { return open + 1..<offset - 1 }
    }
    log.report(.unclosed, isQuoted ? "unclosed quote" : "unclosed brace", at: open, key: key)
    return nil
  }

  /// Whether a value holds a line "name =": then its brace was probably meant to close before.
  private func looksSwallowed(_ piece: Range<Int>) -> Bool {
    var index = piece.lowerBound
    while let newline = bytes[index..<piece.upperBound].firstIndex(of: 0x0A) {
      index = newline + 1
      while index < piece.upperBound, isBibTeXSpace(bytes[index]) { index += 1 }
      let word = index
      while index < piece.upperBound, isLetter(bytes[index]) { index += 1 }
      guard index > word else { continue }
      while index < piece.upperBound, bytes[index] == 0x20 { index += 1 }
      if index < piece.upperBound, bytes[index] == UInt8(ascii: "=") { return true }
    }
    return false
  }

  /// A name in small letters.
  private mutating func parseName() -> String {
    let start = offset
    while let byte = current, isNameByte(byte) { offset += 1 }
    return String(decoding: bytes[start..<offset], as: UTF8.self).lowercased()
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case 0...0x20, 0x7F, UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "("), UInt8(ascii: ")"),
      UInt8(ascii: ","), UInt8(ascii: "="), UInt8(ascii: "#"), UInt8(ascii: "\""),
      UInt8(ascii: "@"), UInt8(ascii: "%"), UInt8(ascii: "'"):
      false
    default: true
    }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte & 0xDF) || byte == UInt8(ascii: "-")
  }

  private func isLineStart(_ index: Int) -> Bool {
    index == 0 || bytes[index - 1] == 0x0A || bytes[index - 1] == 0x0D
  }

  /// Whether a line begins here with `@name{`: an entry never closed must not swallow the next.
  private func atEntryStart() -> Bool {
    guard current == UInt8(ascii: "@"), isLineStart(offset) else { return false }
    var index = offset + 1
    // No type is longer; the limit keeps the work linear.
    while index < bytes.count, index - offset < 40, isLetter(bytes[index]) { index += 1 }
    guard index > offset + 1 else { return false }
    while index < bytes.count, index - offset < 50, bytes[index] == 0x20 { index += 1 }
    return index < bytes.count
      && (bytes[index] == UInt8(ascii: "{") || bytes[index] == UInt8(ascii: "("))
  }
}

func isBibTeXSpace(_ byte: UInt8) -> Bool {
  byte == 0x20 || (0x09...0x0D).contains(byte)
}
