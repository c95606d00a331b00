import Markup

/// Appends a destination for an attribute, as cmark does: what a URL may not hold is
/// percent-encoded, `&` and `'` are escaped for HTML.
func appendDestination(
  _ destination: UnsafeBufferPointer<UInt8>,
  to output: inout FlatList<UInt8>
) {
  var place = 0
  while place < destination.count {
    let start = place
    while place < destination.count, standsInURL(destination[place]) { place += 1 }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: destination[start..<place]))
    guard place < destination.count else { return }
    switch destination[place] {
    case UInt8(ascii: "&"): output.append("&amp;")
    case UInt8(ascii: "'"): output.append("&#x27;")
    case let byte:
      output.append(UInt8(ascii: "%"))
      output.append(hexadecimalDigit(byte >> 4))
      output.append(hexadecimalDigit(byte & 0x0F))
    }
    place += 1
  }
}

func appendDestination(_ destination: String, to output: inout FlatList<UInt8>) {
  var destination = destination
  destination.withUTF8 { appendDestination($0, to: &output) }
}

/// Whether a byte stands in an attribute as it is.
private func standsInURL(_ byte: UInt8) -> Bool {
  switch byte {
  case UInt8(ascii: "&"), UInt8(ascii: "'"): false
  case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "@")...UInt8(ascii: "Z"),
    UInt8(ascii: "#")...UInt8(ascii: ";"), UInt8(ascii: "!"), UInt8(ascii: "="),
    UInt8(ascii: "?"), UInt8(ascii: "_"), UInt8(ascii: "~"):
    true
  default: false
  }
}
