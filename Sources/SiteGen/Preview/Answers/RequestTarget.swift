import Markup
import SiteModel

/// The address that a request asks for, taken apart and decoded once.
///
/// No path of the disk: it is only ever looked up among the files that a build made. What no such
/// file can bear is refused here, so that nothing further down need think of it.
struct RequestTarget: Hashable, Sendable {
  enum Refusal: Error, Hashable {
    /// Nothing that a request may ask for (RFC 9112 §3.2).
    case malformed
    /// An address that no page can have.
    case unknown
  }

  /// The decoded parts, none empty, hidden, `.` or `..`; none for the root.
  let parts: [String]
  /// Whether the address ends in `/`, as that of a folder.
  let isFolder: Bool
  /// What stands behind `?`, undecoded.
  let query: String?
  /// The host, where the target names one.
  let authority: String?

  /// Reads the target of a request line.
  init(_ target: String) throws(Refusal) {
    var rest = target[...]
    var authority: String?
    if let scheme = rest.firstRange(of: "://"), isSameToken(rest[..<scheme.lowerBound], "http") {
      let host = rest[scheme.upperBound...].prefix { $0 != "/" && $0 != "?" }
      authority = String(host)
      rest = rest[host.endIndex...]
    }
    guard rest.utf8.first == UInt8(ascii: "/"), rest.utf8.allSatisfy(isVisible) else {
      throw .malformed
    }
    let path = rest.prefix { $0 != "?" }
    self.authority = authority
    query = path.endIndex < rest.endIndex ? String(rest[path.endIndex...].dropFirst()) : nil
    var parts: [String] = []
    for part in path.utf8.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false) {
      parts.append(try decode(part))
    }
    // The first part stands before the first slash, the last behind the last.
    isFolder = parts.last == ""
    self.parts = Array(parts.dropFirst().dropLast(isFolder ? 1 : 0))
    guard self.parts.allSatisfy({ OutputPath($0) != nil && $0.utf8.first != UInt8(ascii: ".") })
    else { throw .unknown }
  }

  /// The path of the file it names; for a folder that of its page.
  var path: OutputPath? {
    OutputPath((isFolder ? parts + ["index.html"] : parts).joined(separator: "/"))
  }

  /// The page of the folder of this name, where the slash behind it is missing.
  var folderPage: OutputPath? {
    isFolder ? nil : OutputPath((parts + ["index.html"]).joined(separator: "/"))
  }
}

/// One pass of percent-decoding; what is left of a `%` then is part of the name.
private func decode(
  _ part: Substring.UTF8View.SubSequence
) throws(RequestTarget.Refusal) -> String {
  var bytes: [UInt8] = []
  var rest = part
  while let byte = rest.popFirst() {
    guard byte == UInt8(ascii: "%") else {
      bytes.append(byte)
      continue
    }
    guard let high = rest.popFirst().flatMap(hexadecimalValue),
      let low = rest.popFirst().flatMap(hexadecimalValue)
    else { throw .malformed }
    bytes.append(high << 4 | low)
  }
  guard let text = String(validating: bytes, as: UTF8.self) else { throw .malformed }
  // A slash that was written `%2F` is part of a name, and no name holds one.
  if bytes.contains(where: { $0 == UInt8(ascii: "/") || $0 == UInt8(ascii: "\\") }) {
    throw .unknown
  }
  return text
}

private func hexadecimalValue(_ byte: UInt8) -> UInt8? {
  switch byte {
  case UInt8(ascii: "0")...UInt8(ascii: "9"): byte - UInt8(ascii: "0")
  case UInt8(ascii: "a")...UInt8(ascii: "f"): byte - UInt8(ascii: "a") + 10
  case UInt8(ascii: "A")...UInt8(ascii: "F"): byte - UInt8(ascii: "A") + 10
  default: nil
  }
}

/// Addresses on the wire are of visible ASCII; everything else is percent-encoded.
private func isVisible(_ byte: UInt8) -> Bool { (0x21...0x7E).contains(byte) }

extension RequestTarget {
  /// The same address seen from below a path (`/revue`); nil when it does not stand there.
  func below(_ path: String) -> RequestTarget? {
    let above = path.split(separator: "/").map { percentDecoded($0) }
    guard parts.starts(with: above), parts.count > above.count || isFolder else { return nil }
    return RequestTarget(self, dropping: above.count)
  }

  private init(_ target: RequestTarget, dropping count: Int) {
    parts = Array(target.parts.dropFirst(count))
    isFolder = target.isFolder
    query = target.query
    authority = target.authority
  }
}
