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
  ) { appendHTML(text, in: 0..<text.count, to: &output) }

  /// Appends a text that stands among others: what is behind it may be looked at, which is faster.
  public static func appendHTML(
    _ bytes: UnsafeBufferPointer<UInt8>,
    in range: Range<Int>,
    to output: inout FlatList<UInt8>
  ) {
    var place = output.append(bytes, in: range, upTo: specialMarks)
    while place < range.upperBound {
      output.append(contentsOf: entity(for: bytes[place]).bytes)
      place = output.append(bytes, in: place + 1..<range.upperBound, upTo: specialMarks)
    }
  }

  /// Whether HTML holds a text as it is, for there is none of the four in it.
  public static func isPlain(_ text: UnsafeBufferPointer<UInt8>) -> Bool {
    text.position(from: 0, where: specialMarks) == text.count
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
