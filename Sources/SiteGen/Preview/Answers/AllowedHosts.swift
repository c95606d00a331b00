/// The names under which this server may be asked.
///
/// A page of another site can make a browser send requests here by letting its own name lead to
/// 127.0.0.1 (DNS rebinding); such requests bear that name in `Host`. An address in numbers cannot
/// be made to lead elsewhere.
struct AllowedHosts: Hashable, Sendable {
  /// In small letters, addresses of IPv6 in brackets.
  private let names: Set<String>
  private let port: Int
  private let allowsAnyAddress: Bool

  /// `host` is what the server was told to listen on.
  init(host: String, port: Int) {
    self.port = port
    let host = host.lowercased()
    allowsAnyAddress = host == "0.0.0.0" || host == "::"
    names = [
      "localhost", "127.0.0.1", "[::1]", host.utf8.contains(UInt8(ascii: ":")) ? "[\(host)]" : host,
    ]
  }

  /// Whether the value of a field `Host` names this server.
  func contains(_ authority: String) -> Bool {
    let text = authority.lowercased()
    var name = text[...]
    var portText: Substring?
    if let colon = text.lastIndex(of: ":"), !text[colon...].contains("]") {
      name = text[..<colon]
      portText = text[text.index(after: colon)...]
    }
    guard portText.map({ $0 == "\(port)" }) ?? (port == 80) else { return false }
    return names.contains(String(name)) || allowsAnyAddress && isAddress(name)
  }

  private func isAddress(_ name: Substring) -> Bool {
    if name.hasPrefix("["), name.hasSuffix("]") {
      return name.dropFirst().dropLast().allSatisfy { $0.isHexDigit || $0 == ":" || $0 == "." }
    }
    let numbers = name.split(separator: ".", omittingEmptySubsequences: false)
    return numbers.count == 4 && numbers.allSatisfy { UInt8($0) != nil }
  }
}
