/// The ids and links of an HTML page that this program wrote.
struct ScannedPage {
  /// A link and the text of its attribute.
  let path: String
  /// Values of `id`, in order, each as often as it stands.
  let ids: [String]
  /// Values of `href` and `src`, in order.
  let links: [String]
  /// Names of attributes that hold scripts (`onclick`), in order.
  let handlers: [String]

  init(path: String, html: [UInt8]) {
    self.path = path
    var scanner = HTMLScan(html: html)
    scanner.scan()
    ids = scanner.ids
    links = scanner.links
    handlers = scanner.handlers
  }
}

/// Walks over tags and their attributes; text, comments and the content of scripts are skipped.
private struct HTMLScan {
  let html: [UInt8]
  var offset = 0
  var ids: [String] = []
  var links: [String] = []
  var handlers: [String] = []

  init(html: [UInt8]) { self.html = html }

  mutating func scan() {
    while let start = html[offset...].firstIndex(of: UInt8(ascii: "<")) {
      offset = start + 1
      if html[offset...].starts(with: "!--".utf8) {
        skip(past: Array("-->".utf8))
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
    if name == "script" || name == "style" { skip(past: Array("</\(name)".utf8)) }
  }

  private mutating func record(_ attribute: String, _ value: String) {
    switch attribute {
    case "id": ids.append(value)
    case "href", "src": links.append(value)
    default: if attribute.hasPrefix("on") { handlers.append(attribute) }
    }
  }

  private mutating func readName() -> String {
    let start = offset
    while offset < html.count, isNameByte(html[offset]) { offset += 1 }
    return String(decoding: html[start..<offset], as: UTF8.self).lowercased()
  }

  private mutating func readValue() -> String {
    guard offset < html.count else { return "" }
    let quote = html[offset]
    if quote == UInt8(ascii: "\"") || quote == UInt8(ascii: "'") {
      let start = offset + 1
      let end = html[start...].firstIndex(of: quote) ?? html.count
      offset = min(end + 1, html.count)
      return unescaped(html[start..<end])
    }
    let start = offset
    while offset < html.count, html[offset] > 0x20, html[offset] != UInt8(ascii: ">") {
      offset += 1
    }
    return unescaped(html[start..<offset])
  }

  private mutating func skip(past end: [UInt8]) {
    while offset < html.count {
      guard let next = html[offset...].firstIndex(of: end[0]) else { break }
      offset = next + 1
      if html[next...].starts(with: end) { return }
    }
    offset = html.count
  }

  private func unescaped(_ bytes: ArraySlice<UInt8>) -> String {
    let text = String(decoding: bytes, as: UTF8.self)
    guard text.contains("&") else { return text }
    return text.replacing("&lt;", with: "<").replacing("&gt;", with: ">")
      .replacing("&quot;", with: "\"").replacing("&amp;", with: "&")
  }

  private func isLetter(_ byte: UInt8) -> Bool {
    (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }

  private func isNameByte(_ byte: UInt8) -> Bool {
    isLetter(byte) || (0x30...0x39).contains(byte) || byte == UInt8(ascii: "-")
      || byte == UInt8(ascii: ":") || byte == UInt8(ascii: "_")
  }
}
