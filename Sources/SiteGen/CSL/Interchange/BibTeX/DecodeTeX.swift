/// The text of a TeX value, formatted in the manner of CSL-JSON.
struct TeXDecoding {
  var text = ""
  /// Commands that are not known, each with the bytes before it.
  var unknown: [(name: String, offset: Int)] = []
}

/// Resolves accents, symbols, dashes and fonts.
///
/// Groups in braces become "nocase" spans where case is kept; otherwise they go.
func decodeTeX(_ bytes: [UInt8], keepsCase: Bool) -> TeXDecoding {
  if isPlain(bytes) { return TeXDecoding(text: String(decoding: bytes, as: UTF8.self)) }
  var decoder = TeXDecoder(
    scalars: Array(String(decoding: bytes, as: UTF8.self).unicodeScalars),
    keepsCase: keepsCase
  )
  decoder.decode()
  return TeXDecoding(
    text: String(decoding: decoder.output, as: UTF8.self),
    unknown: decoder.unknown
  )
}

/// Whether TeX reads the bytes as they stand.
private func isPlain(_ bytes: [UInt8]) -> Bool {
  var last = UInt8(ascii: " ")
  for byte in bytes {
    switch byte {
    case 0..<0x20, UInt8(ascii: "\\"), UInt8(ascii: "{"), UInt8(ascii: "}"), UInt8(ascii: "$"),
      UInt8(ascii: "~"), UInt8(ascii: "`"):
      return false
    case UInt8(ascii: " "), UInt8(ascii: "-"), UInt8(ascii: "'"):
      if last == byte { return false }
    default: break
    }
    last = byte
  }
  return last != UInt8(ascii: " ") || bytes.isEmpty
}

private struct TeXDecoder {
  let scalars: [Unicode.Scalar]
  let keepsCase: Bool
  var index = 0
  var byteOffset = 0
  /// In UTF-8; growing a string scalar by scalar is not linear.
  var output: [UInt8] = []
  var unknown: [(name: String, offset: Int)] = []

  /// What to write when each open group closes.
  private var closings: [(text: String, isProtecting: Bool)] = []
  /// The groups that declarations have opened a font in, so that none opens twice.
  private var declared: [String: Int] = [:]
  private var protection = 0
  /// Accents waiting for their letter, the outermost first.
  private var accents: [Unicode.Scalar] = []
  private var isMath = false
  /// Tags that open when something follows, so that an empty group leaves nothing.
  private var script: (open: String, close: String)?
  private var endsInSoftSpace = true

  init(scalars: [Unicode.Scalar], keepsCase: Bool) {
    self.scalars = scalars
    self.keepsCase = keepsCase
  }

  private func peek(_ distance: Int = 0) -> Unicode.Scalar? {
    index + distance < scalars.count ? scalars[index + distance] : nil
  }

  @discardableResult private mutating func take() -> Unicode.Scalar? {
    guard let scalar = peek() else { return nil }
    index += 1
    byteOffset += UTF8.width(scalar)
    return scalar
  }

  mutating func decode() {
    while let scalar = take() { decodeScalar(scalar) }
    flushAccents()
    while !closings.isEmpty { closeGroup() }
    if endsInSoftSpace, output.last == 0x20 { output.removeLast() }
  }

  private mutating func decodeScalar(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\\": decodeCommand()
    case "{": openGroup()
    case "}": if !closings.isEmpty { closeGroup() }
    case "$": isMath.toggle()
    case "~": emit("\u{A0}")
    case " ", "\t", "\n", "\r", "\u{B}", "\u{C}": emitSoftSpace()
    case "^" where isMath: openScript("<sup>", "</sup>")
    case "_" where isMath: openScript("<sub>", "</sub>")
    case "-" where peek() == "-" && accents.isEmpty:
      take()
      if peek() == "-" {
        take()
        emit("—")
      } else {
        emit("–")
      }
    case "'" where peek() == "'":
      take()
      emit("”")
    case "`" where peek() == "`":
      take()
      emit("“")
    case "`": emit("‘")
    default: emit(scalar)
    }
  }

  private mutating func emitSoftSpace() {
    guard accents.isEmpty, !endsInSoftSpace else { return }
    output.append(0x20)
    endsInSoftSpace = true
  }

  private mutating func append(_ scalar: Unicode.Scalar) {
    if scalar.isASCII { output.append(UInt8(scalar.value)) } else { output += String(scalar).utf8 }
  }

  private mutating func emit(_ scalar: Unicode.Scalar) {
    endsInSoftSpace = false
    var letter = scalar
    var marks: [Unicode.Scalar] = []
    if !accents.isEmpty, scalar == "ı" || scalar == "ȷ" { letter = scalar == "ı" ? "i" : "j" }
    while let mark = accents.popLast() {
      if marks.isEmpty, let whole = TeXCommands.composed[TeXCommands.key(letter, mark)] {
        letter = whole
      } else {
        marks.append(mark)
      }
    }
    if let script { output += script.open.utf8 }
    append(letter)
    for mark in marks { append(mark) }
    if let script { output += script.close.utf8 }
    script = nil
  }

  private mutating func emitText(_ text: String) {
    guard !accents.isEmpty || script != nil, let first = text.unicodeScalars.first,
      text.unicodeScalars.count == 1
    else {
      if !text.isEmpty { endsInSoftSpace = false }
      output += text.utf8
      return
    }
    emit(first)
  }

  /// Accents without letter stand for themselves.
  private mutating func flushAccents() {
    while let mark = accents.popLast() {
      let name = TeXCommands.accents.first { $0.value == mark }?.key ?? ""
      endsInSoftSpace = false
      output += name.utf8
    }
  }

  private mutating func openScript(_ open: String, _ close: String) {
    if peek() == "{" {
      take()
      openGroup(open, close)
    } else {
      script = (open, close)
    }
  }

  private mutating func openGroup() {
    // BibTeX takes a group that begins with a backslash for one letter; it protects nothing.
    let protects =
      keepsCase && !isMath && accents.isEmpty && protection == 0 && peek() != "\\"
      && peek() != "}"
    if protects {
      output += TeXCommands.noCase.utf8
      protection += 1
    }
    closings.append((protects ? "</span>" : "", protects))
  }

  private mutating func openGroup(_ open: String, _ close: String) {
    output += open.utf8
    closings.append((close, false))
  }

  private mutating func closeGroup() {
    flushAccents()
    guard let closing = closings.popLast() else { return }
    if closing.isProtecting { protection -= 1 }
    if !declared.isEmpty { declared = declared.filter { $0.value <= closings.count } }
    output += closing.text.utf8
  }

  private mutating func decodeCommand() {
    let start = byteOffset - 1
    guard let first = take() else { return emit("\\") }
    var name = String(first)
    if first.isASCIILetter {
      while let scalar = peek(), scalar.isASCIILetter {
        name.unicodeScalars.append(scalar)
        take()
      }
    }
    if name == " " || name == "\n" || name == "\t" { return emit(" ") }
    if let mark = TeXCommands.accents[name] {
      skipSpace()
      // "\t" ties two letters; the mark stands after the first.
      accents.append(mark)
    } else if let text = TeXCommands.symbols[name] {
      if first.isASCIILetter { skipSpace() }
      emitText(text)
    } else if let font = TeXCommands.fontsByCommand[name] {
      skipSpace()
      guard peek() == "{" else { return }
      take()
      openGroup(font.open, font.close)
    } else if let font = TeXCommands.declarations[name] {
      skipSpace()
      if closings.isEmpty { closings.append(("", false)) }
      guard !font.open.isEmpty, declared[font.open] == nil else { return }
      declared[font.open] = closings.count
      output += font.open.utf8
      closings[closings.count - 1].text = font.close + closings[closings.count - 1].text
    } else {
      unknown.append((name, start))
      emitText("\\" + name)
    }
  }

  private mutating func skipSpace() {
    while let scalar = peek(), scalar == " " || scalar == "\n" || scalar == "\t" { take() }
  }
}

extension Unicode.Scalar {
  fileprivate var isASCIILetter: Bool { (0x41...0x5A).contains(value & 0xDF) && value < 0x80 }
}

/// The text of a value TeX does not read: an address or an identifier.
///
/// Programs escape such values all the same; `\url{…}`, `\_`, `{\_}` and the like are resolved.
func decodeVerbatim(_ bytes: [UInt8]) -> String {
  var result: [UInt8] = []
  var index = 0
  while index < bytes.count {
    let byte = bytes[index]
    index += 1
    if byte == UInt8(ascii: "{") || byte == UInt8(ascii: "}") { continue }
    guard byte == UInt8(ascii: "\\") else {
      result.append(byte)
      continue
    }
    let word = index
    while index < bytes.count, (0x41...0x5A).contains(bytes[index] & 0xDF) { index += 1 }
    switch String(decoding: bytes[word..<index], as: UTF8.self) {
    case "textasciitilde": result.append(UInt8(ascii: "~"))
    case "textunderscore": result.append(UInt8(ascii: "_"))
    case "textbackslash": result.append(UInt8(ascii: "\\"))
    default: break
    }
  }
  return String(decoding: result, as: UTF8.self).trimmingSpaces()
}
