import Markup

/// Raw HTML with the tags that GFM §6.11 forbids made harmless: their `<` is escaped.
func appendFilteredHTML(_ html: ArraySlice<UInt8>, to output: inout FlatList<UInt8>) {
  var runStart = html.startIndex
  for index in html.indices where html[index] == UInt8(ascii: "<") {
    guard isForbiddenTag(html[index...]) else { continue }
    output.append(contentsOf: html[runStart..<index])
    output.append("&lt;")
    runStart = index + 1
  }
  output.append(contentsOf: html[runStart...])
}

/// Appends one inline tag; unlike in a block, only the tag itself is looked at, not what a
/// comment or an attribute holds.
func appendFilteredTag(_ tag: ArraySlice<UInt8>, to output: inout FlatList<UInt8>) {
  if isForbiddenTag(tag) {
    output.append("&lt;")
    output.append(contentsOf: tag.dropFirst())
  } else {
    output.append(contentsOf: tag)
  }
}

private enum ForbiddenTags {
  static let names: [StaticString] = [
    "title", "textarea", "style", "xmp", "iframe", "noembed", "noframes", "script", "plaintext",
  ]
}

private func isForbiddenTag(_ html: ArraySlice<UInt8>) -> Bool {
  var start = html.startIndex + 1
  if start < html.endIndex, html[start] == UInt8(ascii: "/") { start += 1 }
  return ForbiddenTags.names.contains { isTag(html[start...], named: $0) }
}

private func isTag(_ html: ArraySlice<UInt8>, named name: StaticString) -> Bool {
  let count = name.utf8CodeUnitCount
  guard html.count > count else { return false }
  let start = html.startIndex
  for offset in 0..<count where html[start + offset] | 0x20 != name.utf8Start[offset] {
    return false
  }
  switch html[start + count] {
  case UInt8(ascii: ">"), UInt8(ascii: " "), 0x09...0x0D: return true
  case UInt8(ascii: "/"):
    return html.count > count + 1 && html[start + count + 1] == UInt8(ascii: ">")
  default: return false
  }
}
