/// Writes a JSON value on one line; members keep their order, numbers their spelling.
public func writeJSON(_ tree: JSONTree) -> [UInt8] {
  var bytes: [UInt8] = []
  appendJSON(tree, to: &bytes)
  return bytes
}

func appendJSON(_ tree: JSONTree, to bytes: inout [UInt8]) {
  switch tree {
  case .null: bytes += "null".utf8
  case .bool(let flag): bytes += (flag ? "true" : "false").utf8
  case .number(let text): bytes += text.utf8
  case .string(let text): appendJSONString(text, to: &bytes)
  case .array(let elements):
    bytes.append(UInt8(ascii: "["))
    for (index, element) in elements.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendJSON(element, to: &bytes)
    }
    bytes.append(UInt8(ascii: "]"))
  case .object(let members):
    bytes.append(UInt8(ascii: "{"))
    for (index, member) in members.enumerated() {
      if index > 0 { bytes.append(UInt8(ascii: ",")) }
      appendJSONString(member.name, to: &bytes)
      bytes.append(UInt8(ascii: ":"))
      appendJSON(member.value, to: &bytes)
    }
    bytes.append(UInt8(ascii: "}"))
  }
}

private func appendJSONString(_ text: String, to bytes: inout [UInt8]) {
  bytes.append(UInt8(ascii: "\""))
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: "\""): bytes += "\\\"".utf8
    case UInt8(ascii: "\\"): bytes += "\\\\".utf8
    case 0x0A: bytes += "\\n".utf8
    case 0x0D: bytes += "\\r".utf8
    case 0x09: bytes += "\\t".utf8
    case 0..<0x20:
      let digits = Array("0123456789abcdef".utf8)
      bytes += "\\u00".utf8
      bytes += [digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    default: bytes.append(byte)
    }
  }
  bytes.append(UInt8(ascii: "\""))
}
