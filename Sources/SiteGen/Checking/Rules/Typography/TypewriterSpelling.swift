public import Diagnostics
import Markdown

/// Words are spelt as print spells them, with ligatures and short ordinals.
public struct TypewriterSpelling: SourceRule {
  /// `TYP005`.
  public static let code = DiagnosticCode(
    "TYP005",
    "typewriter-spelling",
    rule: "A word that keyboards make hard to write is spelt as print asks.",
    remedy: "Write it as the message says; Templates/rules/words.yaml holds the list.",
    explanation: """
      Ligatures, ordinals and abbreviations that keyboards and word processors get wrong. The list is
      yours: add to it, or take away.

      ```
      le coeur du 2ème texte, etc...      le cœur du 2e texte, etc.
      ```
      """
  )

  /// Makes the rule.
  public init() {}

  /// Every such word.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    guard !text.words.spellings.isEmpty else { return [] }
    return text.markdown.prose.flatMap { block -> [Diagnostic] in
      var found: [Diagnostic] = []
      var offset = 0
      while let word = nextWord(in: block.text, from: offset) {
        offset = word.upperBound
        guard let spelling = spelling(at: word, in: block.text, text.words) else { continue }
        offset = word.lowerBound + spelling.typed.count
        let start = block.range.lowerBound + word.lowerBound
        found.append(report(spelling, start..<start + spelling.typed.count, text))
      }
      return found
    }
  }

  /// The longest spelling that stands at a word and ends with one.
  private func spelling(
    at word: Range<Int>,
    in text: [UInt8],
    _ words: SpelledWords
  ) -> SpelledWords.Spelling? {
    let candidates = words.spellings[Array(text[word])] ?? []
    return candidates.filter { spelling in
      let end = word.lowerBound + spelling.typed.count
      return text[word.lowerBound...].starts(with: spelling.typed)
        && (end == text.count || !startsWordCharacter(text[end]))
    }.max { $0.typed.count < $1.typed.count }
  }

  private func report(
    _ spelling: SpelledWords.Spelling,
    _ range: Range<Int>,
    _ text: CheckedText
  ) -> Diagnostic {
    Diagnostic(
      Self.code,
      .warning,
      at: text.span(range),
      "\"\(text.text(range))\" is printed \"\(spelling.wanted)\"",
      fix: Fix("write \(spelling.wanted)", [text.edit(range, to: spelling.wanted)], isSafe: true)
    )
  }
}
