/// Escaping of text for HTML and XML, over bytes: runs between special bytes are copied whole.
public enum Escaping {
  /// Appends `text` with `&`, `<`, `>` and `"` replaced, as CommonMark and HTML want it.
  public static func appendHTML(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    let copied: Void? = text.withContiguousStorageIfAvailable { appendHTML($0, to: &output) }
    if copied == nil { Array(text).withUnsafeBufferPointer { appendHTML($0, to: &output) } }
  }

  /// Appends a contiguous text; the hot path of every page.
  public static func appendHTML(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var runStart = 0
    for index in 0..<text.count {
      guard let entity = entity(for: text[index]) else { continue }
      output.append(contentsOf: text[runStart..<index])
      output.append(contentsOf: entity.utf8)
      runStart = index + 1
    }
    output.append(contentsOf: text[runStart..<text.count])
  }

  /// The escaped form of a string, for places where speed does not matter.
  public static func html(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    appendHTML(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @inline(__always)
  private static func entity(for byte: UInt8) -> StaticEntity? {
    switch byte {
    case UInt8(ascii: "&"): .ampersand
    case UInt8(ascii: "<"): .less
    case UInt8(ascii: ">"): .greater
    case UInt8(ascii: "\""): .quote
    default: nil
    }
  }
}

private enum StaticEntity: String {
  case ampersand = "&amp;"
  case less = "&lt;"
  case greater = "&gt;"
  case quote = "&quot;"

  var utf8: String.UTF8View { rawValue.utf8 }
}
