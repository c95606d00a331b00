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
    let name = offset..<endOfName(from: offset)
    var place = name.upperBound
    while place < html.count, html[place] != UInt8(ascii: ">") {
      guard isNameByte(html[place]) else {
        place += 1
        continue
      }
      let attribute = place..<endOfName(from: place)
      place = attribute.upperBound
      guard place < html.count, html[place] == UInt8(ascii: "=") else { continue }
      let value = readValue(from: place + 1)
      record(attribute, value)
      // At the closing quote, which is no name.
      place = value.upperBound
    }
    offset = place
    if html[name.lowerBound] | 0x20 == UInt8(ascii: "s") {
      if isName(name, "script") { skip(past: "</script") }
      if isName(name, "style") { skip(past: "</style") }
    }
  }

  /// Nearly all attributes are told apart by their first letter.
  @inline(__always)
  private mutating func record(_ attribute: Range<Int>, _ value: Range<Int>) {
    switch html[attribute.lowerBound] | 0x20 {
    case UInt8(ascii: "i"): if isName(attribute, "id") { found.ids.append(value) }
    case UInt8(ascii: "h"): if isName(attribute, "href") { found.links.append(value) }
    case UInt8(ascii: "s"): if isName(attribute, "src") { found.links.append(value) }
    case UInt8(ascii: "o"):
      if attribute.count > 2, html[attribute.lowerBound + 1] | 0x20 == UInt8(ascii: "n") {
        found.handlers.append(attribute)
      }
    default: break
    }
  }

  @inline(__always)
  private func endOfName(from start: Int) -> Int {
    var end = start
    while end < html.count, isNameByte(html[end]) { end += 1 }
    return end
  }

  /// What stands behind the `=` of an attribute, without the quotes around it.
  private func readValue(from start: Int) -> Range<Int> {
    guard start < html.count else { return start..<start }
    if isQuote(html[start]) {
      return start + 1..<html.position(of: html[start], from: start + 1)
    }
    var end = start
    while end < html.count, html[end] > 0x20, html[end] != UInt8(ascii: ">") { end += 1 }
    return start..<end
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

  private func isQuote(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'")
  }

  /// Letters, digits, `-`, `:` and `_`: each a bit, below 64 or above.
  @inline(__always)
  private func isNameByte(_ byte: UInt8) -> Bool {
    let marks: UInt64 = byte < 64 ? 0x07FF_2000_0000_0000 : 0x07FF_FFFE_87FF_FFFE
    return byte < 128 && marks >> UInt64(byte & 63) & 1 == 1
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
