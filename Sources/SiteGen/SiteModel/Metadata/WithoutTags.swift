import Markup

/// A text of CSL-JSON without its tags (`<i>`, `<span class="nocase">`); other angle brackets stay.
///
/// Bytes, not a regular expression: asked for several texts of every page.
public func withoutTags(_ text: String) -> String {
  let opening = UInt8(ascii: "<")
  var words = text
  guard words.withUTF8({ $0.position(of: opening, from: 0) < $0.count }) else { return text }
  let bytes = Array(text.utf8)
  var plain: [UInt8] = []
  var offset = 0
  while offset < bytes.count {
    if bytes[offset] == opening, let end = tagEnd(in: bytes, from: offset + 1) {
      offset = end
    } else {
      plain.append(bytes[offset])
      offset += 1
    }
  }
  return String(decoding: plain, as: UTF8.self)
}

/// Past the end of a tag of CSL-JSON whose name begins at an offset; nil when there is none.
private func tagEnd(in bytes: [UInt8], from start: Int) -> Int? {
  let nameStart = start < bytes.count && bytes[start] == UInt8(ascii: "/") ? start + 1 : start
  let rest = bytes[nameStart...].prefix(64)
  guard let close = rest.firstIndex(of: UInt8(ascii: ">")) else { return nil }
  let name = bytes[nameStart..<close].prefix { $0 != UInt8(ascii: " ") }
  let isTag = ["i", "b", "sup", "sub", "sc", "span"].contains { name.elementsEqual($0.utf8) }
  return isTag ? close + 1 : nil
}
