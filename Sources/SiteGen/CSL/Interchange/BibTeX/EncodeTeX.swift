/// The TeX spelling of a text formatted in the manner of CSL-JSON.
///
/// "nocase" spans become braces where case is kept; otherwise they go.
func encodeTeX(_ text: String, keepsCase: Bool) -> String {
  if isSpelledAlike(text) { return text }
  var encoder = TeXEncoder(keepsCase: keepsCase)
  guard text.utf8.contains(UInt8(ascii: "<")) else {
    encoder.append(text[...])
    return encoder.finish()
  }
  for piece in splitMarkup(text) {
    switch piece {
    case .text(let run): encoder.append(run)
    case .open(let tag): encoder.open(tag)
    case .close(let tag): encoder.close(tag)
    }
  }
  return encoder.finish()
}

/// Whether TeX spells a text as it is: words of letters and digits with single spaces, full stops, commas,
/// colons, semicolons or hyphens between them.
private func isSpelledAlike(_ text: String) -> Bool {
  var before = UInt8(ascii: " ")
  for byte in text.utf8 {
    switch byte {
    case UInt8(ascii: " "), UInt8(ascii: "-"): if before == byte { return false }
    default: if TeXEncoder.isSpecial(byte) { return false }
    }
    before = byte
  }
  return before != UInt8(ascii: " ")
}

/// A piece of a text with CSL-JSON's tags.
enum MarkupPiece: Hashable {
  case text(Substring)
  case open(MarkupTag)
  case close(MarkupTag)
}

/// The tags CSL-JSON allows.
enum MarkupTag: Hashable {
  case italic, bold, superscript, `subscript`, smallCaps, noCase, span
}

/// Splits at tags that have a partner; any other tag is text.
func splitMarkup(_ text: String) -> [MarkupPiece] {
  guard text.utf8.contains(UInt8(ascii: "<")) else { return [.text(text[...])] }
  var pieces: [MarkupPiece] = []
  var opened: [(tag: MarkupTag, name: Substring, piece: Int, source: Substring)] = []
  var rest = text[...]
  while let start = rest.utf8.firstIndex(of: UInt8(ascii: "<")) {
    if start > rest.startIndex { pieces.append(.text(rest[..<start])) }
    // Bytes, not characters: a mark that combines with "<" or ">" belongs to neither.
    let next = rest.utf8.index(after: start)
    guard let end = tagEnd(rest.utf8[start...]) else {
      pieces.append(.text(rest[start..<next]))
      rest = rest[next...]
      continue
    }
    let source = rest[start..<rest.utf8.index(after: end)]
    let inside = rest[next..<end]
    if inside.first == "/", let last = opened.last, last.name == inside.dropFirst() {
      opened.removeLast()
      pieces.append(.close(last.tag))
      rest = rest[rest.utf8.index(after: end)...]
    } else if let tag = markupTag(inside) {
      opened.append((tag, inside.prefix { $0 != " " }, pieces.count, source))
      pieces.append(.open(tag))
      rest = rest[rest.utf8.index(after: end)...]
    } else {
      pieces.append(.text(rest[start..<next]))
      rest = rest[next...]
    }
  }
  if !rest.isEmpty { pieces.append(.text(rest)) }
  for tag in opened { pieces[tag.piece] = .text(tag.source) }
  return pieces
}

/// Where a tag ends; no tag is longer than 60 bytes, which keeps the work linear.
private func tagEnd(_ text: Substring.UTF8View) -> String.Index? {
  let window = text.dropFirst().prefix(60)
  guard let end = window.firstIndex(where: { $0 == UInt8(ascii: ">") || $0 == UInt8(ascii: "<") })
  else { return nil }
  return window[end] == UInt8(ascii: ">") ? end : nil
}

private func markupTag(_ inside: Substring) -> MarkupTag? {
  switch inside {
  case "i": return .italic
  case "b": return .bold
  case "sup": return .superscript
  case "sub": return .subscript
  case "sc": return .smallCaps
  case "span": return .span
  default:
    guard inside.hasPrefix("span ") else { return nil }
    if inside.contains("small-caps") { return .smallCaps }
    return inside.contains("nocase") ? .noCase : .span
  }
}

private struct TeXEncoder {
  let keepsCase: Bool
  var output = ""
  private var last: Unicode.Scalar?
  private var noCaseDepth = 0

  init(keepsCase: Bool) { self.keepsCase = keepsCase }

  private static func command(_ tag: MarkupTag) -> String? {
    switch tag {
    case .italic: "\\emph{"
    case .bold: "\\textbf{"
    case .superscript: "\\textsuperscript{"
    case .subscript: "\\textsubscript{"
    case .smallCaps: "\\textsc{"
    case .noCase, .span: nil
    }
  }

  mutating func open(_ tag: MarkupTag) {
    if let command = Self.command(tag) {
      // A group that began with a backslash would protect nothing.
      if output.hasSuffix("{"), noCaseDepth > 0 { output += "{}" }
      output += command
    } else if tag == .noCase, keepsCase {
      output += "{"
      noCaseDepth += 1
    }
    if last != " " { last = nil }
  }

  mutating func close(_ tag: MarkupTag) {
    if Self.command(tag) != nil || (tag == .noCase && keepsCase) { output += "}" }
    if tag == .noCase, keepsCase { noCaseDepth -= 1 }
    if last != " " { last = nil }
  }

  mutating func append(_ text: Substring) {
    var rest = text
    while let scalar = rest.unicodeScalars.first {
      let run = rest[..<endOfPlainRun(in: rest)]
      if let end = run.unicodeScalars.last {
        output += run
        last = end
        rest = rest[run.endIndex...]
      } else {
        append(scalar)
        last = scalar
        rest = rest[rest.unicodeScalars.index(after: rest.startIndex)...]
      }
    }
  }

  /// Where the words at the start of a text end that TeX spells as they are: nearly all of most
  /// texts, which is copied at once.
  private func endOfPlainRun(in text: Substring) -> String.Index {
    var before = UInt8(ascii: " ")
    return text.utf8.firstIndex { byte in
      defer { before = byte }
      return byte == UInt8(ascii: " ") ? before == byte : TeXEncoder.isSpecial(byte)
    } ?? text.endIndex
  }

  /// Whether TeX may spell a sign otherwise that begins with a byte, spaces apart.
  static func isSpecial(_ byte: UInt8) -> Bool {
    switch byte {
    case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: false
    case UInt8(ascii: "."), UInt8(ascii: ","), UInt8(ascii: ":"), UInt8(ascii: ";"): false
    // With C2 begins the no-break space, with E2 begin the dashes.
    default: byte < 0x80 || byte == 0xC2 || byte == 0xE2
    }
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\\": appendCommand("textbackslash")
    case "{": appendCommand("textbraceleft")
    case "}": appendCommand("textbraceright")
    case "~": appendCommand("textasciitilde")
    case "^": appendCommand("textasciicircum")
    case "`": appendCommand("textasciigrave")
    case "\n": appendCommand("newline")
    case "#", "$", "%", "&", "_": escape("\\" + String(scalar))
    case "\u{A0}": output += "~"
    case "–": output += last == "-" || last == "–" || last == "—" ? "{}--" : "--"
    case "—": output += last == "-" || last == "–" || last == "—" ? "{}---" : "---"
    case "-": output += last == "-" || last == "–" || last == "—" ? "{}-" : "-"
    case "'": output += last == "'" ? "{}'" : "'"
    // Text between quotes ends at one, so it stands in braces, where a value is written anyway.
    case " ": output += last == " " || output.isEmpty ? "\\ " : " "
    default: output.unicodeScalars.append(scalar)
    }
  }

  private mutating func escape(_ text: String) {
    if noCaseDepth > 0, output.hasSuffix("{") { output += "{}" }
    output += text
  }

  private mutating func appendCommand(_ name: String) {
    escape("\\" + name + "{}")
  }

  mutating func finish() -> String {
    guard output.hasSuffix(" "), !output.hasSuffix("\\ ") else { return output }
    output.removeLast()
    return output + "\\ "
  }
}
