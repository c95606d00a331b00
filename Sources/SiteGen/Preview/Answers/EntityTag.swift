/// The mark of these very bytes (RFC 9110 §8.8.3): 64 bits of FNV-1a and the length.
///
/// No secret and no proof; it tells one state of a page from another.
struct EntityTag: Hashable, Sendable {
  /// As fields write it, in quotation marks.
  let text: String

  init(of bytes: [UInt8]) {
    text = "\"\(fingerprint(of: bytes))\""
  }

  /// Whether a list of `If-None-Match` names it; weak marks count (RFC 9110 §13.1.2).
  func isListed(in field: String) -> Bool {
    if trimmed(field) == "*" { return true }
    return field.split(separator: ",").map(trimmed).contains { item in
      (item.hasPrefix("W/") ? String(item.dropFirst(2)) : item) == text
    }
  }

  /// Whether a list of `If-Match`, or the one of `If-Range`, names it; weak marks do not count.
  func isListedStrongly(in field: String) -> Bool {
    trimmed(field) == "*" || field.split(separator: ",").map(trimmed).contains(text)
  }
}

/// A short name of some bytes, the same at every run; linear.
func fingerprint(of bytes: [UInt8]) -> String {
  var hash: UInt64 = 0xcbf2_9ce4_8422_2325
  for byte in bytes { hash = (hash ^ UInt64(byte)) &* 0x0000_0100_0000_01b3 }
  return String(hash, radix: 16) + "-" + String(bytes.count, radix: 16)
}
