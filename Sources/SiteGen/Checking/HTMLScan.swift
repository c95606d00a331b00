import Markup

/// Walks over tags and their attributes; text, comments and the content of scripts are skipped.
struct HTMLScan {
  /// Where the values stand in a page, in order.
  struct Found {
    var ids: [Range<Int>] = []
    var links: [Range<Int>] = []
    var handlers: [Range<Int>] = []
  }

  let html: UnsafeBufferPointer<UInt8>
  private(set) var found = Found()
  private var offset = 0

  init(html: UnsafeBufferPointer<UInt8>) { self.html = html }

  mutating func scan() {
    found.links.reserveCapacity(128)
    found.ids.reserveCapacity(64)
    while true {
      offset = html.position(of: UInt8(ascii: "<"), from: offset) + 1
      guard offset < html.count else { return }
      if isLetter(html[offset]) {
        readTag()
      } else if html[offset] == UInt8(ascii: "!"), html[offset...].starts(with: "!--".utf8) {
        skip(past: "-->")
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
      found.ids.append(value)
    } else if isName(attribute, "href") || isName(attribute, "src") {
      found.links.append(value)
    } else if attribute.count > 2, html[attribute.lowerBound] | 0x20 == UInt8(ascii: "o"),
      html[attribute.lowerBound + 1] | 0x20 == UInt8(ascii: "n")
    {
      found.handlers.append(attribute)
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
      let end = html.position(of: quote, from: start)
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
      let next = html.position(of: end[0], from: offset)
      guard next < html.count else { break }
      offset = next + 1
      if html[next...].starts(with: end) { return }
    }
    offset = html.count
  }

  /// Whether a name is one of our own, in capitals or not.
  private func isName(_ range: Range<Int>, _ name: StaticString) -> Bool {
    guard range.count == name.utf8CodeUnitCount else { return false }
    for index in 0..<range.count
    where html[range.lowerBound + index] | 0x20 != name.utf8Start[index] {
      return false
    }
    return true
  }

  private func isLetter(_ byte: UInt8) -> Bool { (0x61...0x7A).contains(byte | 0x20) }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The value of an attribute, as readers of HTML understand it.
  func attributeText(_ range: Range<Int>) -> String {
    let text = String(decoding: self[range], as: UTF8.self)
    guard self[range].contains(UInt8(ascii: "&")) else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }
}
