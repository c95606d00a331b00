/// Escaping of text for HTML and XML, over bytes.
public enum Escaping {
  /// Appends `text` with `&`, `<`, `>` and `"` replaced, as CommonMark and HTML want it.
  @inlinable
  public static func appendHTML(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    var escaped = FlatList<UInt8>(capacity: text.underestimatedCount + 32)
    let copied: Void? = text.withContiguousStorageIfAvailable { appendHTML($0, to: &escaped) }
    if copied == nil { Array(text).withUnsafeBufferPointer { appendHTML($0, to: &escaped) } }
    output.append(contentsOf: escaped)
  }

  /// Appends a contiguous text; the hot path of every page: sixteen bytes at a time are looked at and
  /// written at once.
  public static func appendHTML(
    _ text: UnsafeBufferPointer<UInt8>,
    to output: inout FlatList<UInt8>
  ) {
    var place = output.append(text, from: 0, upTo: specialMarks)
    while place < text.count {
      output.append(contentsOf: entity(for: text[place]).bytes)
      place = output.append(text, from: place + 1, upTo: specialMarks)
    }
  }

  /// Appends a text.
  @inlinable
  public static func appendHTML(_ text: String, to output: inout FlatList<UInt8>) {
    var text = text
    text.withUTF8 { appendHTML($0, to: &output) }
  }

  /// The escaped form of a string, for places where speed does not matter.
  public static func html(_ text: String) -> String {
    var output = FlatList<UInt8>(capacity: text.utf8.count + 16)
    appendHTML(text, to: &output)
    return output.withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
  }

  /// What stands for one of the four.
  private static func entity(for byte: UInt8) -> Entity {
    switch byte {
    case UInt8(ascii: "&"): Entity("&amp;")
    case UInt8(ascii: "<"): Entity("&lt;")
    case UInt8(ascii: ">"): Entity("&gt;")
    default: Entity("&quot;")
    }
  }

  private struct Entity {
    let bytes: UnsafeBufferPointer<UInt8>

    init(_ text: StaticString) {
      bytes = UnsafeBufferPointer(start: text.utf8Start, count: text.utf8CodeUnitCount)
    }
  }
}

/// The bytes that are one of the four.
@inline(__always)
private func specialMarks(in bytes: SIMD16<UInt8>) -> ByteMarks {
  // `"` and `&` differ in one bit, `<` and `>` in another: without it, two signs are sought.
  (bytes & 0xFB).marks(of: UInt8(ascii: "\"")) .| (bytes & 0xFD).marks(of: UInt8(ascii: "<"))
}
