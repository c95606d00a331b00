import Diagnostics

/// Reports the brackets and quotes of paragraphs that nothing closes (`SED029`), the first of each
/// paragraph: what stands behind it may have been lost, or be read as part of the bracket.
func findUnclosedBrackets(in texts: [TracedText]) -> [Diagnostic] {
  texts.compactMap { text in
    var open: [(sign: Unicode.Scalar, offset: Int)] = []
    for (offset, traced) in text.scalars.enumerated() where !traced.isPlainSmallLetter {
      switch traced.scalar {
      case "(", "[", "«": open.append((traced.scalar, offset))
      case ")": close("(", &open)
      case "]": close("[", &open)
      case "»": close("«", &open)
      default: break
      }
    }
    guard let first = open.first else { return nil }
    return Diagnostic(
      SeedDiagnostics.unclosedBracket,
      .note,
      at: text[first.offset..<first.offset + 1].span,
      "\"\(first.sign)\" is not closed in this paragraph"
    )
  }
}

/// Takes the last open sign of a kind away; signs opened after it stay open only if they are the
/// first of all.
private func close(
  _ sign: Unicode.Scalar,
  _ open: inout [(sign: Unicode.Scalar, offset: Int)]
) {
  // Twenty signs open at once are no prose any more; what lies deeper is not looked for.
  let depth = max(0, open.count - 20)
  guard let index = open[depth...].lastIndex(where: { $0.sign == sign }) else { return }
  open.remove(at: index)
}
