/// An element of a style or locale file: names without prefix, no comments.
struct XMLTree: Sendable {
  var name: String
  var attributes: [String: String]
  var children: [XMLTree]
  /// Character data directly inside the element, joined.
  var text: String
  /// Offset of its `<` in the file.
  var offset: Int

  subscript(_ attribute: String) -> String? { attributes[attribute] }

  /// The number an attribute gives, nothing being less than none.
  func count(_ attribute: String) -> Int? {
    attributes[attribute].flatMap { Int($0) }.map { max(0, $0) }
  }

  func first(_ name: String) -> XMLTree? { children.first { $0.name == name } }

  func all(_ name: String) -> [XMLTree] { children.filter { $0.name == name } }
}

/// Reads the XML that styles and locales are written in: elements, attributes, character data.
///
/// Document types are skipped, general entities other than the five of XML stay as written.
/// Nesting is limited to 200 levels.
func readXML(_ bytes: [UInt8]) throws(CSLReadError) -> XMLTree {
  var cursor = XMLCursor(bytes: bytes)
  while cursor.offset < bytes.count {
    if try cursor.skipMisc() { continue }
    if cursor.current == UInt8(ascii: "<") { return try cursor.readElement(depth: 0) }
    cursor.offset += 1
  }
  throw cursor.failure("no XML element")
}

private struct XMLCursor {
  let bytes: [UInt8]
  var offset = 0

  var current: UInt8? { offset < bytes.count ? bytes[offset] : nil }

  func failure(_ summary: String) -> CSLReadError {
    CSLReadError(summary, at: offset, in: bytes)
  }

  func isAt(_ text: StaticString) -> Bool {
    let count = text.utf8CodeUnitCount
    guard offset + count <= bytes.count else { return false }
    return text.withUTF8Buffer { buffer in
      (0..<count).allSatisfy { bytes[offset + $0] == buffer[$0] }
    }
  }

  mutating func skip(past end: StaticString) throws(CSLReadError) {
    let start = offset
    while offset < bytes.count {
      if isAt(end) {
        offset += end.utf8CodeUnitCount
        return
      }
      offset += 1
    }
    offset = start
    throw failure("a comment or declaration is not closed")
  }

  /// Skips a comment, a processing instruction or a document type; tells whether it did.
  mutating func skipMisc() throws(CSLReadError) -> Bool {
    if isAt("<!--") {
      try skip(past: "-->")
    } else if isAt("<?") {
      try skip(past: "?>")
    } else if isAt("<!") && !isAt("<![CDATA[") {
      try skip(past: ">")
    } else {
      return false
    }
    return true
  }

  mutating func skipSpace() {
    while let byte = current, byte == 0x20 || byte == 0x0A || byte == 0x0D || byte == 0x09 {
      offset += 1
    }
  }

  mutating func readName() throws(CSLReadError) -> String { try readNameBytes().text }

  mutating func readNameBytes() throws(CSLReadError) -> ArraySlice<UInt8> {
    let start = offset
    while let byte = current, isNameByte(byte) { offset += 1 }
    guard offset > start else { throw failure("a name is expected") }
    return bytes[start..<offset]
  }

  func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "_"),
      UInt8(ascii: ":"), UInt8(ascii: "."), 0x80...0xFF:
      true
    default: false
    }
  }

  mutating func readElement(depth: Int) throws(CSLReadError) -> XMLTree {
    guard depth < 200 else { throw failure("elements nested too deeply") }
    let start = offset
    offset += 1
    let qualified = try readNameBytes()
    let name = (qualified.split(separator: UInt8(ascii: ":")).last ?? qualified).text
    var element = XMLTree(name: name, attributes: [:], children: [], text: "", offset: start)
    while true {
      skipSpace()
      guard let byte = current else { throw failure("<\(name)> is not closed") }
      if isAt("/>") {
        offset += 2
        return element
      }
      if byte == UInt8(ascii: ">") {
        offset += 1
        break
      }
      let attribute = try readName()
      element.attributes[attribute] = try readAttributeValue()
    }
    try readContent(of: &element, qualified: qualified, depth: depth)
    return element
  }

  mutating func readAttributeValue() throws(CSLReadError) -> String {
    skipSpace()
    guard current == UInt8(ascii: "=") else { throw failure("an attribute has no value") }
    offset += 1
    skipSpace()
    guard let quote = current, quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") else {
      throw failure("an attribute value has no quotes")
    }
    offset += 1
    var value: [UInt8] = []
    while current != nil {
      appendPlain(to: &value) { $0 == quote || $0 == UInt8(ascii: "&") || $0 < 0x20 }
      guard let byte = current else { break }
      if byte == quote {
        offset += 1
        return value[...].text
      }
      appendCharacter(to: &value, inAttribute: true)
    }
    throw failure("an attribute value is not closed")
  }

  mutating func readContent(
    of element: inout XMLTree,
    qualified: ArraySlice<UInt8>,
    depth: Int
  ) throws(CSLReadError) {
    var text: [UInt8] = []
    while offset < bytes.count {
      appendPlain(to: &text) { $0 == UInt8(ascii: "<") || $0 == UInt8(ascii: "&") }
      if isAt("</") {
        offset += 2
        let closing = try readNameBytes()
        guard closing == qualified else {
          throw failure("<\(qualified.text)> is closed by \(closing.text)")
        }
        skipSpace()
        guard current == UInt8(ascii: ">") else { throw failure("a closing tag has no end") }
        offset += 1
        element.text = text[...].text
        return
      }
      if isAt("<![CDATA[") {
        let start = offset + 9
        try skip(past: "]]>")
        text.append(contentsOf: bytes[start..<offset - 3])
      } else if try skipMisc() {
        continue
      } else if current == UInt8(ascii: "<") {
        element.children.append(try readElement(depth: depth + 1))
      } else if offset < bytes.count {
        appendCharacter(to: &text, inAttribute: false)
      }
    }
    throw failure("<\(qualified.text)> is not closed")
  }

  /// Appends the bytes before the next that may be more than itself.
  mutating func appendPlain(to text: inout [UInt8], before isSpecial: (UInt8) -> Bool) {
    let end = bytes[offset...].firstIndex(where: isSpecial) ?? bytes.count
    text += bytes[offset..<end]
    offset = end
  }

  /// Appends one byte, or what a reference stands for.
  mutating func appendCharacter(to text: inout [UInt8], inAttribute: Bool) {
    let byte = bytes[offset]
    offset += 1
    if inAttribute, byte == 0x0A || byte == 0x0D || byte == 0x09 {
      text.append(0x20)
      return
    }
    guard byte == UInt8(ascii: "&"), let end = referenceEnd(), let value = resolve(end) else {
      text.append(byte)
      return
    }
    offset = end + 1
    text.append(contentsOf: Array(String(value).utf8))
  }

  func referenceEnd() -> Int? {
    var end = offset
    while end < bytes.count, end < offset + 12 {
      if bytes[end] == UInt8(ascii: ";") { return end }
      end += 1
    }
    return nil
  }

  func resolve(_ end: Int) -> Character? {
    let name = String(decoding: bytes[offset..<end], as: UTF8.self)
    switch name {
    case "amp": return "&"
    case "lt": return "<"
    case "gt": return ">"
    case "quot": return "\""
    case "apos": return "'"
    default: break
    }
    let code: UInt32?
    if name.hasPrefix("#x") || name.hasPrefix("#X") {
      code = UInt32(name.dropFirst(2), radix: 16)
    } else if name.hasPrefix("#") {
      code = UInt32(name.dropFirst(), radix: 10)
    } else {
      code = nil
    }
    return code.flatMap { Unicode.Scalar($0) }.map { Character($0) }
  }
}

extension ArraySlice<UInt8> {
  fileprivate var text: String { String(decoding: self, as: UTF8.self) }
}
