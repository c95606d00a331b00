import Diagnostics

/// Cuts a template into text and tags; every byte ends up in a token.
///
/// Linear: a tag that is not closed is given up at the next opening delimiter.
struct TagScanner {
  private let path: String
  private let bytes: [UInt8]
  private var open = Array("{{".utf8)
  private var close = Array("}}".utf8)
  private var textStart = 0
  private var tokens: [Token] = []
  private var diagnostics: [Diagnostic] = []

  /// Scans a whole file.
  static func scan(_ file: SourceFile) -> (tokens: [Token], diagnostics: [Diagnostic]) {
    var scanner = TagScanner(path: file.path, bytes: file.bytes)
    scanner.scanFile()
    return (scanner.tokens, scanner.diagnostics)
  }

  private init(path: String, bytes: [UInt8]) {
    self.path = path
    self.bytes = bytes
  }

  private mutating func scanFile() {
    var offset = 0
    while offset < bytes.count {
      if has(open, at: offset) { offset = scanTag(at: offset) } else { offset += 1 }
    }
    finishText(at: bytes.count)
  }

  /// Reads the tag that begins at `start`; gives the offset where to go on.
  private mutating func scanTag(at start: Int) -> Int {
    let content = start + open.count
    let sign = content < bytes.count ? bytes[content] : 0
    switch sign {
    case UInt8(ascii: "!"): return scanComment(at: start, content: content)
    case UInt8(ascii: "="): return scanDelimiters(at: start, content: content + 1)
    case UInt8(ascii: "{"): return scanTriple(at: start, content: content + 1)
    default: break
    }
    let kind = TagScanner.kinds.first { $0.sign == sign }?.kind
    let nameStart = kind == nil ? content : content + 1
    guard let end = endOfName(from: nameStart) else { return reportUnclosed(at: start) }
    add(kind ?? .variable, start..<end + close.count, name: nameStart..<end)
    return end + close.count
  }

  private static let kinds: [(sign: UInt8, kind: Token.Kind)] = [
    (UInt8(ascii: "#"), .section), (UInt8(ascii: "^"), .inverted), (UInt8(ascii: "/"), .close),
    (UInt8(ascii: ">"), .partial), (UInt8(ascii: "<"), .parent), (UInt8(ascii: "$"), .block),
    (UInt8(ascii: "&"), .raw),
  ]

  private mutating func scanComment(at start: Int, content: Int) -> Int {
    var offset = content
    while offset < bytes.count, !has(close, at: offset) { offset += 1 }
    guard offset < bytes.count else {
      // No tag can end after this one either.
      _ = reportUnclosed(at: start)
      return bytes.count
    }
    add(.comment, start..<offset + close.count, name: offset..<offset)
    return offset + close.count
  }

  /// `{{{name}}}`; with other delimiters, `<%{name}%>`.
  private mutating func scanTriple(at start: Int, content: Int) -> Int {
    guard let end = endOfName(from: content) else { return reportUnclosed(at: start) }
    var nameEnd = end
    var tagEnd = end + close.count
    if bytes[end] == Sign.brace, has(close, at: end + 1) {
      tagEnd += 1
    } else if end > content, bytes[end - 1] == Sign.brace {
      nameEnd -= 1
    } else {
      report(TemplatingDiagnostics.unclosedTag, start..<tagEnd, "third closing brace is missing")
    }
    add(.raw, start..<tagEnd, name: content..<nameEnd)
    return tagEnd
  }

  private mutating func scanDelimiters(at start: Int, content: Int) -> Int {
    var end = content
    while end < bytes.count, bytes[end] != Sign.newline,
      !(bytes[end] == Sign.equals && has(close, at: end + 1))
    { end += 1 }
    guard end < bytes.count, bytes[end] == Sign.equals else {
      report(TemplatingDiagnostics.unclosedTag, start..<end, "delimiter tag is not closed")
      add(.comment, start..<end, name: end..<end)
      return end
    }
    let tag = start..<end + 1 + close.count
    let parts = bytes[content..<end].split(whereSeparator: Sign.isWhite)
    if parts.count == 2, !parts.contains(where: { $0.contains(Sign.equals) }) {
      add(.delimiters, tag, name: end..<end)
      open = Array(parts[0])
      close = Array(parts[1])
    } else {
      report(TemplatingDiagnostics.badDelimiters, tag, "delimiter tag needs two delimiters")
      add(.delimiters, tag, name: end..<end)
    }
    return tag.upperBound
  }

  /// Where the closing delimiter begins; nil when another tag or the end of the file comes first.
  private func endOfName(from start: Int) -> Int? {
    var offset = start
    while offset < bytes.count {
      if has(close, at: offset) { return offset }
      if has(open, at: offset) { return nil }
      offset += 1
    }
    return nil
  }

  private func has(_ delimiter: [UInt8], at offset: Int) -> Bool {
    guard offset + delimiter.count <= bytes.count else { return false }
    for index in 0..<delimiter.count where bytes[offset + index] != delimiter[index] {
      return false
    }
    return true
  }
}

// MARK: - Tokens and diagnostics

extension TagScanner {
  private mutating func finishText(at end: Int) {
    if textStart < end {
      tokens.append(Token(kind: .text, range: textStart..<end, name: end..<end))
    }
  }

  private mutating func add(_ kind: Token.Kind, _ range: Range<Int>, name: Range<Int>) {
    finishText(at: range.lowerBound)
    textStart = range.upperBound
    var token = Token(kind: kind, range: range, name: trimmed(name))
    switch kind {
    case .partial, .parent, .close:
      if let first = token.name.first, bytes[first] == Sign.asterisk {
        token.isDynamic = true
        token.name = trimmed(first + 1..<token.name.upperBound)
      }
    default: break
    }
    switch kind {
    case .comment, .delimiters, .text: break
    default: checkName(of: token)
    }
    tokens.append(token)
  }

  private func trimmed(_ range: Range<Int>) -> Range<Int> {
    var range = range
    while let first = range.first, Sign.isWhite(bytes[first]) {
      range = first + 1..<range.upperBound
    }
    while let last = range.last, Sign.isWhite(bytes[last]) { range = range.lowerBound..<last }
    return range
  }

  /// Reports a name that holds spaces or signs, or a dotted name with an empty part.
  private mutating func checkName(of token: Token) {
    let name = bytes[token.name]
    guard !name.isEmpty else {
      return report(TemplatingDiagnostics.badName, token.range, "tag without a name")
    }
    if let offset = name.firstIndex(where: { !TagScanner.isNameByte($0) }) {
      let text = String(decoding: name, as: UTF8.self)
      let sign = Sign.isWhite(bytes[offset]) ? "a space" : "a sign"
      return report(TemplatingDiagnostics.badName, token.name, "\"\(text)\" holds \(sign)")
    }
    let isPath = (token.kind != .partial && token.kind != .parent) || token.isDynamic
    guard isPath, token.kind != .block, token.kind != .close, !name.elementsEqual([Sign.dot])
    else { return }
    let parts = name.split(separator: Sign.dot, omittingEmptySubsequences: false)
    if parts.contains(where: \.isEmpty) {
      let text = String(decoding: name, as: UTF8.self)
      report(TemplatingDiagnostics.badName, token.name, "\"\(text)\" has an empty part")
    }
  }

  private static func isNameByte(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"), UInt8(ascii: "-"), Sign.dot,
      UInt8(ascii: "/"), 0x80...0xFF:
      true
    default: false
    }
  }

  /// The opening delimiter becomes text, and scanning goes on behind it.
  private mutating func reportUnclosed(at start: Int) -> Int {
    let end = start + open.count
    report(TemplatingDiagnostics.unclosedTag, start..<end, "tag is not closed")
    return end
  }

  private mutating func report(_ code: DiagnosticCode, _ range: Range<Int>, _ summary: String) {
    let range = range.lowerBound..<min(range.upperBound, bytes.count)
    diagnostics.append(Diagnostic(code, .error, at: SourceSpan(path: path, range: range), summary))
  }
}
