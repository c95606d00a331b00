/// An address with `%C3%A9` and the like turned into the letters they stand for (RFC 3986 §2.1).
///
/// What is no two hexadecimal digits after `%` stays; bytes that are no UTF-8 are replaced.
public func percentDecoded(_ text: some StringProtocol) -> String {
  guard text.utf8.contains(UInt8(ascii: "%")) else { return String(text) }
  var bytes: [UInt8] = []
  var rest = Array(text.utf8)[...]
  while let byte = rest.popFirst() {
    let hex = rest.prefix(2)
    if byte == UInt8(ascii: "%"), hex.count == 2,
      let value = UInt8(String(decoding: hex, as: UTF8.self), radix: 16)
    {
      bytes.append(value)
      rest = rest.dropFirst(2)
    } else {
      bytes.append(byte)
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}

/// A path as addresses write it: all but letters, digits and `-._~/` of ASCII as `%C3%A9`.
public func percentEncodedPath(_ text: some StringProtocol) -> String {
  percentEncoded(text, keeping: "/")
}

/// A text as addresses write it: all but unreserved characters (RFC 3986 §2.3) as `%C3%A9`.
///
/// - Parameters:
///   - text: the text.
///   - kept: reserved characters of ASCII that stay as they are.
/// - Returns: the text, of ASCII alone.
public func percentEncoded(_ text: some StringProtocol, keeping kept: StaticString = "") -> String {
  var bytes: [UInt8] = []
  bytes.reserveCapacity(text.utf8.count)
  appendPercentEncoded(text, keeping: kept, to: &bytes)
  return String(decoding: bytes, as: UTF8.self)
}

/// The same behind what is there already.
public func appendPercentEncoded(
  _ text: some StringProtocol,
  keeping kept: StaticString = "",
  to bytes: inout [UInt8]
) {
  for byte in text.utf8 {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E: bytes.append(byte)
    case _ where kept.withUTF8Buffer { $0.contains(byte) }: bytes.append(byte)
    default:
      bytes.append(UInt8(ascii: "%"))
      bytes.append(hexadecimalDigit(byte >> 4))
      bytes.append(hexadecimalDigit(byte & 15))
    }
  }
}

/// The capital digit of a value below 16.
public func hexadecimalDigit(_ value: UInt8) -> UInt8 {
  value < 10 ? UInt8(ascii: "0") + value : UInt8(ascii: "A") + value - 10
}
