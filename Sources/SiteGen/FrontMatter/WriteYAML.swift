import Diagnostics

/// Fields as YAML 1.2 that an editor can read, each line ended; the inverse of ``readYAML(_:)``.
///
/// Fields keep their order. A text stands bare where nobody can misread it, as a block of its own
/// lines where it has several, else between quotes; a text that YAML 1.1 would take for a flag, a
/// fraction or nothing (`yes`, `0x1F`, `~`) stands between quotes too, so that other programs read
/// what we read. Values are not wrapped: a paragraph stays on its line. Linear.
///
/// - Parameters:
///   - mapping: the fields; their names must not be longer than 1024 bytes, as YAML asks of keys.
///   - comments: words to stand in a line above a field of the outermost level, by its name.
/// - Returns: one line at least for each field; nothing for no fields.
public func writeYAML(_ mapping: FieldMapping, comments: [String: String] = [:]) -> String {
  var writer = YAMLWriter()
  writer.writeEntries(mapping.entries, indent: 0, comments: comments)
  return writer.text
}

private struct YAMLWriter {
  var text = ""

  /// The entries of a mapping; the first continues a line that a dash has begun.
  mutating func writeEntries(
    _ entries: [FieldMapping.Entry],
    indent: Int,
    continuesLine: Bool = false,
    comments: [String: String] = [:]
  ) {
    for (index, entry) in entries.enumerated() {
      if let comment = comments[entry.key.value] {
        for line in comment.split(separator: "\n") { text += "\(spaces(indent))# \(line)\n" }
      }
      if index > 0 || !continuesLine { text += spaces(indent) }
      text += "\(inlineScalar(entry.key.value)):"
      writeValue(entry.value, indent: indent)
    }
  }

  /// What stands after `name:`.
  private mutating func writeValue(_ value: FieldValue, indent: Int) {
    switch value {
    case .scalar(let scalar):
      writeScalar(scalar.value, indent: indent + 2)
    case .sequence(let elements, _):
      guard !elements.isEmpty else { return text += " []\n" }
      text += "\n"
      for element in elements { writeElement(element, indent: indent + 2) }
    case .mapping(let mapping):
      guard !mapping.entries.isEmpty else { return text += " {}\n" }
      text += "\n"
      writeEntries(mapping.entries, indent: indent + 2)
    }
  }

  private mutating func writeElement(_ element: FieldValue, indent: Int) {
    text += "\(spaces(indent))-"
    switch element {
    case .scalar(let scalar):
      writeScalar(scalar.value, indent: indent + 2)
    case .mapping(let mapping) where !mapping.entries.isEmpty:
      text += " "
      writeEntries(mapping.entries, indent: indent + 2, continuesLine: true)
    case .sequence, .mapping:
      writeValue(element, indent: indent)
    }
  }

  private mutating func writeScalar(_ value: String, indent: Int) {
    guard isBlock(value) else { return text += " \(inlineScalar(value))\n" }
    text += value.hasSuffix("\n") ? " |\n" : " |-\n"
    let lines = value.split(separator: "\n", omittingEmptySubsequences: false)
    for line in value.hasSuffix("\n") ? lines.dropLast() : lines[...] {
      text += line.isEmpty ? "\n" : "\(spaces(indent))\(line)\n"
    }
  }

  private func spaces(_ count: Int) -> String { String(repeating: " ", count: count) }
}

/// Whether a text may stand as literal lines: several of them, none that begins or ends the text
/// empty, and nothing but characters that everybody sees.
private func isBlock(_ value: String) -> Bool {
  let scalars = value.unicodeScalars
  guard let first = scalars.first, scalars.contains("\n"), first != " ", first != "\n" else {
    return false
  }
  return !value.utf8.reversed().starts(with: "\n\n".utf8)
    && scalars.allSatisfy { $0 == "\n" || isVisible($0) }
}

/// A text on one line: bare, or between the quotes that need fewer marks inside.
private func inlineScalar(_ value: String) -> String {
  if isPlain(value) { return value }
  let isSafe = value.unicodeScalars.allSatisfy(isVisible)
  if isSafe, value.utf8.contains(where: { $0 == UInt8(ascii: "\"") || $0 == UInt8(ascii: "\\") }) {
    return singleQuoted(value)
  }
  return doubleQuoted(value)
}

private func singleQuoted(_ value: String) -> String {
  var quoted = "'"
  for scalar in value.unicodeScalars {
    if scalar == "'" { quoted += "'" }
    quoted.unicodeScalars.append(scalar)
  }
  return quoted + "'"
}

private func doubleQuoted(_ value: String) -> String {
  var quoted = "\""
  for scalar in value.unicodeScalars {
    switch scalar {
    case "\"": quoted += "\\\""
    case "\\": quoted += "\\\\"
    case "\n": quoted += "\\n"
    case "\t": quoted += "\\t"
    case "\r": quoted += "\\r"
    case _ where isVisible(scalar): quoted.unicodeScalars.append(scalar)
    default:
      let digits = String(scalar.value, radix: 16, uppercase: true)
      quoted += "\\U" + String(repeating: "0", count: 8 - digits.count) + digits
    }
  }
  return quoted + "\""
}

/// Characters that YAML lets stand and does not take for the end of a line.
private func isVisible(_ scalar: Unicode.Scalar) -> Bool {
  switch scalar.value {
  case 0x20...0x7E, 0xA0...0x2027, 0x202A...0xD7FF, 0xE000...0xFEFE, 0xFF00...0xFFFD: true
  case 0x10000...0x10FFFF: true
  default: false
  }
}

/// Whether a text means itself without quotes, to YAML 1.1 and 1.2 alike.
private func isPlain(_ value: String) -> Bool {
  let bytes = Array(value.utf8)
  guard let first = bytes.first, let last = bytes.last, last != 0x20, last != UInt8(ascii: ":"),
    value.unicodeScalars.allSatisfy(isVisible)
  else { return false }
  if isDigit(first) { return isPlainNumber(value) || !looksLikeNumber(bytes) }
  guard !"-?:,[]{}#&*!|>'\"%@`=<~+. ".utf8.contains(first) else { return false }
  let words = ["y", "n", "yes", "no", "on", "off", "true", "false", "null"]
  return !hasIndicator(bytes) && !words.contains(value.lowercased())
}

/// `12`, `2021`, `2021-11-09`, `2021-11`: what a reader may take for a number or a date without
/// printing it otherwise.
private func isPlainNumber(_ value: String) -> Bool {
  value.wholeMatch(of: /0|[1-9][0-9]{0,14}|[1-9][0-9]{3}-[0-9]{2}(-[0-9]{2})?/) != nil
}

/// Digits and the marks of numbers, times and dates only; or a mark of YAML.
private func looksLikeNumber(_ bytes: [UInt8]) -> Bool {
  hasIndicator(bytes)
    || bytes.allSatisfy { isDigit($0) || "+-._:eExXoOabcdfABCDFTtZz ".utf8.contains($0) }
}

/// `: ` and ` #` end a bare text; brackets and commas would, inside brackets.
private func hasIndicator(_ bytes: [UInt8]) -> Bool {
  for (byte, next) in zip(bytes, bytes.dropFirst()) {
    if byte == UInt8(ascii: ":"), next == 0x20 { return true }
    if byte == 0x20, next == UInt8(ascii: "#") { return true }
  }
  return false
}

private func isDigit(_ byte: UInt8) -> Bool { (0x30...0x39).contains(byte) }
