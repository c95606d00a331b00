/// Walks over tags and their attributes; text, comments and the content of scripts are skipped.
struct HTMLScan {
  /// What stands in a page, in order.
  struct Found {
    var ids: [String] = []
    var links: [String] = []
    var handlers: [String] = []
  }

  let html: UnsafeBufferPointer<UInt8>
  private(set) var found = Found()
  private var offset = 0

  init(html: UnsafeBufferPointer<UInt8>) { self.html = html }

  mutating func scan() {
    while let start = html[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = start + 1
      if html[offset...].starts(with: "!--".utf8) {
        skip(past: "-->")
      } else if offset < html.count, isLetter(html[offset]) {
        readTag()
      }
    }
  }

  private mutating func readTag() {
    let name = readName()
    while offset < html.count, html[offset] != UInt8(ascii: ">") {
      guard isNameByte(html[offset]) else {
        offset += 1
        continue
      }
      let attribute = readName()
      guard offset < html.count, html[offset] == UInt8(ascii: "=") else { continue }
      offset += 1
      record(attribute, readValue())
    }
    if isName(name, "script") { skip(past: "</script") }
    if isName(name, "style") { skip(past: "</style") }
  }

  private mutating func record(_ attribute: Range<Int>, _ value: Range<Int>) {
    if isName(attribute, "id") {
      found.ids.append(unescaped(value))
    } else if isName(attribute, "href") || isName(attribute, "src") {
      found.links.append(unescaped(value))
    } else if attribute.count > 2, html[attribute.lowerBound] | 0x20 == UInt8(ascii: "o"),
      html[attribute.lowerBound + 1] | 0x20 == UInt8(ascii: "n")
    {
      found.handlers.append(String(decoding: html[attribute], as: UTF8.self).lowercased())
    }
  }

  private mutating func readName() -> Range<Int> {
    let start = offset
    while offset < html.count, isNameByte(html[offset]) { offset += 1 }
    return start..<offset
  }

  private mutating func readValue() -> Range<Int> {
    guard offset < html.count else { return offset..<offset }
    let quote = html[offset]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = offset + 1
      let end = html[start...].firstIndex(of: quote) ?? html.count
      offset = min(end + 1, html.count)
      return start..<end
    }
    let start = offset
    while offset < html.count, html[offset] > 0x20, html[offset] != UInt8(ascii: ">") {
      offset += 1
    }
    return start..<offset
  }

  private mutating func skip(past end: StaticString) {
    let end = UnsafeBufferPointer(start: end.utf8Start, count: end.utf8CodeUnitCount)
    while offset < html.count {
      guard let next = html[offset...].firstIndex(of: end[0]) else { break }
      offset = next + 1
      if html[next...].starts(with: end) { return }
    }
    offset = html.count
  }

  private func unescaped(_ range: Range<Int>) -> String {
    let text = String(decoding: html[range], as: UTF8.self)
    guard html[range].contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  /// Whether a name is one of our own, in capitals or not.
  private func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    let name = UnsafeBufferPointer(start: name.utf8Start, count: name.utf8CodeUnitCount)
    return zip(html[range], name).allSatisfy { $0 | 0x20 == $1 }
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
  }
}
