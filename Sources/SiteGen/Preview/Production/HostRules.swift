import Build
import Diagnostics

/// What `_redirects` and `_headers` ask of a host.
struct HostRules: Sendable {
  private(set) var redirects: [RedirectRule] = []
  private(set) var headers: [HeaderRule] = []
  /// Lines that say nothing known: `SRV005`, warnings.
  private(set) var diagnostics: [Diagnostic] = []

  /// Reads both files; nil where there is none.
  init(redirects: SourceFile?, headers: SourceFile?) {
    if let redirects { readRedirects(redirects) }
    if let headers { readHeaders(headers) }
  }

  private mutating func readRedirects(_ file: SourceFile) {
    for line in lines(of: file) {
      let text = line.text.prefix { $0 != "#" }
      if text.allSatisfy(\.isWhitespace) { continue }
      if let rule = RedirectRule(text) {
        redirects.append(rule)
      } else {
        report(line, "no line \"OLD NEW STATUS\"")
      }
    }
  }

  private mutating func readHeaders(_ file: SourceFile) {
    for line in lines(of: file) {
      let text = trimmed(line.text)
      if text.isEmpty || text.hasPrefix("#") { continue }
      if line.text.first?.isWhitespace != true {
        if text.hasPrefix("/") {
          headers.append(HeaderRule(pattern: text))
        } else {
          report(line, "no path that begins with \"/\"")
        }
      } else if let field = readField(text), !headers.isEmpty {
        headers[headers.count - 1].fields.append(field)
      } else {
        report(line, "no field \"Name: value\" below a path")
      }
    }
  }

  private func readField(_ text: String) -> Request.Field? {
    let halves = text.split(separator: ":", maxSplits: 1).map(trimmed)
    guard halves.count == 2, halves[0].utf8.allSatisfy(isTokenByte),
      halves[1].utf8.allSatisfy({ $0 >= 0x20 && $0 != 0x7F })
    else { return nil }
    return Request.Field(name: halves[0], value: halves[1])
  }

  private mutating func report(_ line: Line, _ summary: String) {
    diagnostics.append(
      Diagnostic(ServerDiagnostics.unreadableRule, .warning, at: line.span, summary)
    )
  }

  private struct Line {
    let text: Substring
    let span: SourceSpan
  }

  private func lines(of file: SourceFile) -> [Line] {
    var offset = 0
    let lines = file.bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    return lines.map { bytes in
      defer { offset += bytes.count + 1 }
      var text = Substring(String(decoding: bytes, as: UTF8.self))
      if text.last == "\r" { text.removeLast() }
      return Line(
        text: text,
        span: SourceSpan(path: file.path, range: offset..<offset + bytes.count)
      )
    }
  }
}

/// Whether a byte may stand in the name of a field (RFC 9110 §5.6.2).
private func isTokenByte(_ byte: UInt8) -> Bool {
  switch byte {
  case 0x30...0x39, 0x41...0x5A, 0x61...0x7A: true
  default: "!#$%&'*+-.^_`|~".utf8.contains(byte)
  }
}
