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
    var index = 0
    while index < text.count {
      // All four stand below `?`, where most signs of a text are not: one comparison for most.
      if text[index] < 0x3F, let entity = entity(for: text[index]) {
        output.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
        output.append(contentsOf: entity.bytes)
        runStart = index + 1
      }
      index += 1
    }
    output.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart...]))
  }

  /// The escaped form of a string, for places where speed does not matter.
  public static func html(_ text: String) -> String {
    var output: [UInt8] = []
    output.reserveCapacity(text.utf8.count + 16)
    appendHTML(text.utf8, to: &output)
    return String(decoding: output, as: UTF8.self)
  }

  @inline(__always)
  private static func entity(for byte: UInt8) -> Entity? {
    switch byte {
    case UInt8(ascii: "&"): Entity("&amp;")
    case UInt8(ascii: "<"): Entity("&lt;")
    case UInt8(ascii: ">"): Entity("&gt;")
    case UInt8(ascii: "\""): Entity("&quot;")
    default: nil
    }
  }

  private struct Entity {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ text: StaticString) {
      bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }
  }
}
