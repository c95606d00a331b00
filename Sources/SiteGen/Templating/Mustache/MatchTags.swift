import Diagnostics

/// Tokens whose opening and closing tags are paired: every opening tag has exactly one partner.
struct MatchedTokens {
  var tokens: [Token] = []
  /// For an opening tag the index of its closing tag, and the other way round; otherwise -1.
  var partners: [Int] = []
  /// Whether a token is a block that stands directly in a parent: given to it, not written here.
  var isGiven: [Bool] = []
}

/// Pairs opening and closing tags.
///
/// Where the template is wrong the pairs are made good: missing closing tags are put in as empty
/// tokens, and stray ones become comments. Linear.
func matchTags(
  _ tokens: [Token],
  in file: SourceFile
) -> (matched: MatchedTokens, diagnostics: [Diagnostic]) {
  var matcher = TagMatcher(file: file)
  for token in tokens { matcher.take(token) }
  matcher.closeAll(atEnd: file.bytes.count)
  return (matcher.matched, matcher.diagnostics)
}

private struct TagMatcher {
  let file: SourceFile
  var matched = MatchedTokens()
  var diagnostics: [Diagnostic] = []
  /// Indexes of the tags that are open, outermost first.
  private var open: [Int] = []
  /// How many tags of a name are open, so that no closing tag has to search them all.
  private var openCounts: [ArraySlice<UInt8>: Int] = [:]

  init(file: SourceFile) { self.file = file }

  mutating func take(_ token: Token) {
    switch token.kind {
    case .close: takeClose(token)
    default:
      append(token)
      guard token.opens else { return }
      open.append(matched.tokens.count - 1)
      openCounts[file.bytes[token.name], default: 0] += 1
    }
  }

  mutating func closeAll(atEnd end: Int) {
    while let index = open.last { closeForgotten(index, at: end, note: nil) }
  }

  private mutating func takeClose(_ token: Token) {
    let name = file.bytes[token.name]
    guard let top = open.last else {
      report(TemplatingDiagnostics.strayClose, token.name, "\"\(text(token))\" closes nothing")
      let end = token.range.upperBound
      return append(Token(kind: .comment, range: token.range, name: end..<end))
    }
    if (openCounts[name] ?? 0) > 0 {
      let note = Diagnostic.Note("closed here too early", at: span(token.range))
      while let index = open.last, file.bytes[matched.tokens[index].name] != name {
        closeForgotten(index, at: token.range.lowerBound, note: note)
      }
    } else {
      let opening = matched.tokens[top]
      diagnostics.append(
        Diagnostic(
          TemplatingDiagnostics.mismatchedClose,
          .error,
          at: span(token.name),
          "\"\(text(token))\" closes \"\(text(opening))\"",
          notes: [Diagnostic.Note("opened here", at: span(opening.range))]
        )
      )
    }
    guard let index = open.last else { return }
    pair(index, with: token)
  }

  /// Closes a tag whose closing tag is missing.
  private mutating func closeForgotten(_ index: Int, at offset: Int, note: Diagnostic.Note?) {
    let opening = matched.tokens[index]
    diagnostics.append(
      Diagnostic(
        TemplatingDiagnostics.unclosedSection,
        .error,
        at: span(opening.range),
        "\"\(text(opening))\" is not closed",
        notes: note.map { [$0] } ?? []
      )
    )
    pair(index, with: Token(kind: .close, range: offset..<offset, name: opening.name))
  }

  private mutating func pair(_ index: Int, with close: Token) {
    open.removeLast()
    openCounts[file.bytes[matched.tokens[index].name], default: 1] -= 1
    append(close)
    matched.partners[index] = matched.tokens.count - 1
    matched.partners[matched.tokens.count - 1] = index
  }

  private mutating func append(_ token: Token) {
    let isInParent = open.last.map { matched.tokens[$0].kind == .parent } ?? false
    matched.isGiven.append(token.kind == .block && isInParent)
    matched.tokens.append(token)
    matched.partners.append(-1)
  }

  private func text(_ token: Token) -> String {
    String(decoding: file.bytes[token.name], as: UTF8.self)
  }

  private func span(_ range: Range<Int>) -> SourceSpan { SourceSpan(path: file.path, range: range) }

  private mutating func report(_ code: DiagnosticCode, _ range: Range<Int>, _ summary: String) {
    diagnostics.append(Diagnostic(code, .error, at: span(range), summary))
  }
}
