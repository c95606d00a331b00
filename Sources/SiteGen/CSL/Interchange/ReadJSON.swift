/// What a reader of this module could not read, and where.
public struct CSLReadError: Error, Hashable, Sendable {
  /// What is wrong, without full stop.
  public let summary: String
  /// Line in the source, counted from 1.
  public let line: Int

  init(_ summary: String, at offset: Int, in bytes: [UInt8]) {
    self.summary = summary
    line = 1 + bytes.prefix(offset).reduce(0) { $1 == UInt8(ascii: "\n") ? $0 + 1 : $0 }
  }
}

/// Reads one JSON text (RFC 8259); nesting is limited to 200 levels.
///
/// - Throws: `CSLReadError` at the first byte that is no JSON.
public func readJSON(_ bytes: [UInt8]) throws(CSLReadError) -> JSONTree {
  var cursor = JSONCursor(bytes: bytes)
  cursor.skipByteOrderMark()
  let value = try cursor.readValue(depth: 0)
  cursor.skipSpace()
  guard cursor.offset == bytes.count else { throw cursor.failure("text after the JSON value") }
  return value
}

private struct JSONCursor {
  let bytes: [UInt8]
  var offset = 0

  func failure(_ summary: String) -> CSLReadError {
    CSLReadError(summary, at: offset, in: bytes)
  }

  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  mutating func skipByteOrderMark() {
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { offset = 3 }
  }

  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  mutating func readValue(depth: Int) throws(CSLReadError) -> JSONTree {
    guard depth < 200 else { throw failure("JSON nested too deeply") }
    skipSpace()
    switch current {
    case UInt8(ascii: "{"): return try readObject(depth: depth)
    case UInt8(ascii: "["): return try readArray(depth: depth)
    case UInt8(ascii: "\""): return .string(try readString())
    case UInt8(ascii: "t"): return try readWord("true", .bool(true))
    case UInt8(ascii: "f"): return try readWord("false", .bool(false))
    case UInt8(ascii: "n"): return try readWord("null", .null)
    default: return try readNumber()
    }
  }

  mutating func readWord(_ word: String, _ value: JSONTree) throws(CSLReadError) -> JSONTree {
    guard bytes[offset...].starts(with: word.utf8) else { throw failure("unknown JSON word") }
    offset += word.utf8.count
    return value
  }

  mutating func readNumber() throws(CSLReadError) -> JSONTree {
    let start = offset
    while let byte = current, isNumberByte(byte) { offset += 1 }
    guard offset > start else { throw failure("a JSON value is expected") }
    return .number(String(decoding: bytes[start..<offset], as: UTF8.self))
  }

  func isNumberByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "+"),
      UInt8(ascii: "."), UInt8(ascii: "e"), UInt8(ascii: "E"):
      true
    default: false
    }
  }

  mutating func readArray(depth: Int) throws(CSLReadError) -> JSONTree {
    offset += 1
    var elements: [JSONTree] = []
    skipSpace()
    if current == UInt8(ascii: "]") {
      offset += 1
      return .array(elements)
    }
    while true {
      elements.append(try readValue(depth: depth + 1))
      if try readSeparator(closing: UInt8(ascii: "]")) { return .array(elements) }
    }
  }

  mutating func readObject(depth: Int) throws(CSLReadError) -> JSONTree {
    offset += 1
    var members: [JSONTree.Member] = []
    skipSpace()
    if current == UInt8(ascii: "}") {
      offset += 1
      return .object(members)
    }
    while true {
      skipSpace()
      guard current == UInt8(ascii: "\"") else { throw failure("a member name is expected") }
      let name = try readString()
      skipSpace()
      guard current == UInt8(ascii: ":") else { throw failure("a colon is expected") }
      offset += 1
      members.append(.init(name, try readValue(depth: depth + 1)))
      if try readSeparator(closing: UInt8(ascii: "}")) { return .object(members) }
    }
  }

  /// Reads a comma (false) or the closing byte (true).
  mutating func readSeparator(closing: UInt8) throws(CSLReadError) -> Bool {
    skipSpace()
    guard let byte = current, byte == closing || byte == UInt8(ascii: ",") else {
      throw failure("a comma or a closing bracket is expected")
    }
    offset += 1
    return byte == closing
  }

  mutating func readString() throws(CSLReadError) -> String {
    offset += 1
    let start = offset
    while let byte = current, byte != UInt8(ascii: "\""), byte != UInt8(ascii: "\\") { offset += 1 }
    // Hardly any string has an escape: it is taken as it stands.
    if current == UInt8(ascii: "\"") {
      offset += 1
      return String(decoding: bytes[start..<offset - 1], as: UTF8.self)
    }
    var text = Array(bytes[start..<offset])
    while let byte = current {
      offset += 1
      if byte == UInt8(ascii: "\"") { return String(decoding: text, as: UTF8.self) }
      if byte == UInt8(ascii: "\\") {
        try readEscape(into: &text)
      } else {
        text.append(byte)
      }
    }
    throw failure("a string is not closed")
  }

  mutating func readEscape(into text: inout [UInt8]) throws(CSLReadError) {
    guard let byte = current else { throw failure("a string is not closed") }
    offset += 1
    switch byte {
    case UInt8(ascii: "n"): text.append(0x0A)
    case UInt8(ascii: "t"): text.append(0x09)
    case UInt8(ascii: "r"): text.append(0x0D)
    case UInt8(ascii: "b"): text.append(0x08)
    case UInt8(ascii: "f"): text.append(0x0C)
    case UInt8(ascii: "u"): text.append(contentsOf: Array(String(try readScalar()).utf8))
    default: text.append(byte)
    }
  }

  /// Reads `XXXX`, and a low surrogate after a high one; a lone surrogate becomes U+FFFD.
  mutating func readScalar() throws(CSLReadError) -> Character {
    let first = try readHexadecimal()
    var value = first
    if (0xD800..<0xDC00).contains(first), offset + 1 < bytes.count,
      bytes[offset] == UInt8(ascii: "\\"), bytes[offset + 1] == UInt8(ascii: "u")
    {
      let back = offset
      offset += 2
      let second = try readHexadecimal()
      if (0xDC00..<0xE000).contains(second) {
        value = 0x10000 + (first - 0xD800) << 10 + (second - 0xDC00)
      } else {
        offset = back
      }
    }
    return Character(Unicode.Scalar(value) ?? "\u{FFFD}")
  }

  mutating func readHexadecimal() throws(CSLReadError) -> UInt32 {
    guard offset + 4 <= bytes.count,
      let value = UInt32(String(decoding: bytes[offset..<offset + 4], as: UTF8.self), radix: 16)
    else { throw failure("four hexadecimal digits are expected") }
    offset += 4
    return value
  }
}
