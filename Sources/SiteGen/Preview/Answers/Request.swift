/// A request as it came over the wire, the body left out: this server reads none.
struct Request: Hashable, Sendable {
  struct Field: Hashable, Sendable {
    let name: String
    let value: String
  }

  let method: String
  /// As written, undecoded.
  let target: String
  let fields: [Field]

  init(method: String, target: String, fields: [Field]) {
    self.method = method
    self.target = target
    self.fields = fields
  }

  /// The values of all fields of a name, whatever the case of its letters.
  func values(of name: String) -> [String] {
    fields.filter { isSameToken($0.name, name) }.map(\.value)
  }

  /// The value of a field that may stand once; several are joined as RFC 9110 §5.3 says.
  func value(of name: String) -> String? {
    let values = values(of: name)
    return values.isEmpty ? nil : values.joined(separator: ", ")
  }

  /// Whether a body would follow (RFC 9112 §6.3).
  var announcesBody: Bool {
    !values(of: "Transfer-Encoding").isEmpty
      || values(of: "Content-Length").contains { $0 != "0" }
  }
}

/// Whether two words of ASCII are the same but for the case of their letters.
func isSameToken(_ left: some StringProtocol, _ right: some StringProtocol) -> Bool {
  left.utf8.count == right.utf8.count
    && zip(left.utf8, right.utf8).allSatisfy { lowered($0) == lowered($1) }
}

private func lowered(_ byte: UInt8) -> UInt8 {
  (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
}

/// Without blanks and tabs at both ends.
func trimmed(_ text: some StringProtocol) -> String {
  let isBlank = { (character: Character) in character == " " || character == "\t" }
  guard let start = text.firstIndex(where: { !isBlank($0) }),
    let end = text.lastIndex(where: { !isBlank($0) })
  else { return "" }
  return String(text[start...end])
}
