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
  let digits = Array("0123456789ABCDEF".utf8)
  var bytes: [UInt8] = []
  for byte in text.utf8 {
    switch byte {
    case 0x61...0x7A, 0x41...0x5A, 0x30...0x39, 0x2D, 0x2E, 0x5F, 0x7E, 0x2F: bytes.append(byte)
    default: bytes += [UInt8(ascii: "%"), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }
  }
  return String(decoding: bytes, as: UTF8.self)
}
