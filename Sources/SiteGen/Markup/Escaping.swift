/// Escaping of text for HTML and XML, over bytes: runs between special bytes are copied whole.
public enum Escaping {
  /// Appends `text` with `&`, `<`, `>` and `"` replaced, as CommonMark and HTML want it.
  @inlinable
  public static func appendHTML(_ text: some Sequence<UInt8>, to output: inout [UInt8]) {
    let copied: Void? = text.withContiguousStorageIfAvailable { appendHTML($0, to: &output) }
    if copied == nil { Array(text).withUnsafeBufferPointer { appendHTML($0, to: &output) } }
  }

  /// Appends a contiguous text; the hot path of every page.
  public static func appendHTML(_ text: UnsafeBufferPointer<UInt8>, to output: inout [UInt8]) {
    var runStart = 0
    var index = text.positionOfSpecial(from: 0)
    while index < text.count {
      output.append(contentsOf: UnsafeBufferPointer(rebasing: text[runStart..<index]))
      output.append(contentsOf: entity(for: text[index]).bytes)
      runStart = index + 1
      index = text.positionOfSpecial(from: runStart)
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

extension UnsafeBufferPointer<UInt8> {
  /// The first place of `&`, `<`, `>` or `"` from `start` on, or the end; eight bytes at a time.
  fileprivate func positionOfSpecial(from start: Int) -> Int {
    let bytes = UnsafeRawBufferPointer(self)
    var place = start
    while place + 8 <= count {
      let found = specialMarks(in: bytes.loadUnaligned(fromByteOffset: place, as: UInt64.self))
      if found != 0 { return place + UInt64(littleEndian: found).trailingZeroBitCount / 8 }
      place += 8
    }
    guard count >= 8 else { return positionOfSpecialOneByOne(from: place) }
    // The last eight bytes, without those that were looked at; the zeros behind them are not special.
    let last = bytes.loadUnaligned(fromByteOffset: count - 8, as: UInt64.self)
    let found = specialMarks(in: UInt64(littleEndian: last) >> (8 * (8 - (count - place))))
    return found == 0 ? count : place + found.trailingZeroBitCount / 8
  }

  private func positionOfSpecialOneByOne(from start: Int) -> Int {
    var place = start
    while place < count {
      switch self[place] {
      case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""): return place
      default: place += 1
      }
    }
    return place
  }
}

/// The high bits of the bytes that are one of the four.
private func specialMarks(in word: UInt64) -> UInt64 {
  // `"` and `&` differ in one bit, `<` and `>` in another: without it, two signs are sought.
  let quotes = (word & 0xFBFB_FBFB_FBFB_FBFB) ^ 0x2222_2222_2222_2222
  let angles = (word & 0xFDFD_FDFD_FDFD_FDFD) ^ 0x3C3C_3C3C_3C3C_3C3C
  return quotes.zeroByteMarks | angles.zeroByteMarks
}
