public import Diagnostics
import Markdown

/// A passage in another language says in which (RGAA 8.7, WCAG 3.1.2).
public struct UnmarkedLanguage: SourceRule {
  /// `ACC008`.
  public static let code = DiagnosticCode(
    "ACC008",
    "unmarked-language",
    rule: "A passage in another language than the site's is marked with that language.",
    remedy:
      "Put `<span lang=\"en\">` before it and `</span>` behind, with the tag of its language.",
    explanation: """
      A screen reader reads it with the voice of the page otherwise, and nobody understands it (RGAA
      8.7). A language is recognised by its commonest words, in paragraphs of ten words or more;
      Templates/rules/words.yaml holds them.
      """
  )

  private static let fewestWords = 10

  /// Makes the rule.
  public init() {}

  /// Every block most of whose common words are of one other language.
  public func check(_ text: CheckedText) -> [Diagnostic] {
    let primary = text.language.prefix { $0 != "-" }
    guard text.words.languages.contains(where: { $0.tag == primary }) else { return [] }
    var marks = MarkCursor(text)
    return text.markdown.prose.compactMap { block in
      let isMarked = marks.isMarked(block.range)
      guard let tag = language(of: block.text, text.words), tag != primary, !isMarked else {
        return nil
      }
      return Diagnostic(
        Self.code,
        .warning,
        at: text.span(block.range),
        "passage in another language (\(tag)?) without its mark"
      )
    }
  }

  /// The language that has a quarter of the words and four times as many as any other.
  private func language(of text: [UInt8], _ words: SpelledWords) -> String? {
    var total = 0
    var counts = words.languages.map { _ in 0 }
    var offset = 0
    while let range = nextWord(in: text, from: offset) {
      offset = range.upperBound
      total += 1
      let word = String(decoding: text[range], as: UTF8.self).lowercased()
      for (index, language) in words.languages.enumerated() where language.words.contains(word) {
        counts[index] += 1
      }
    }
    guard total >= Self.fewestWords, let most = counts.max(), most * 4 >= total,
      let index = counts.firstIndex(of: most)
    else { return nil }
    let rest = counts.enumerated().filter { $0.offset != index }.map(\.element).max() ?? 0
    return most >= 4 * rest ? words.languages[index].tag : nil
  }
}

/// Walks over the marks of languages and the tags that close them, along with the blocks of a text.
private struct MarkCursor {
  private let marks: [Int]
  private let closings: [Int]
  private var nextMark = 0
  private var nextClosing = 0

  init(_ text: CheckedText) {
    let bytes = text.source.bytes
    marks = text.markdown.languages.map(\.range.lowerBound)
    closings =
      marks.isEmpty
      ? []
      : bytes.indices.dropLast().filter {
        bytes[$0] == UInt8(ascii: "<") && bytes[$0 + 1] == UInt8(ascii: "/")
      }
  }

  /// Whether a mark stands in a block, or in the HTML that opens around it.
  mutating func isMarked(_ block: Range<Int>) -> Bool {
    while nextMark < marks.count, marks[nextMark] < block.upperBound { nextMark += 1 }
    while nextClosing < closings.count, closings[nextClosing] < block.lowerBound {
      nextClosing += 1
    }
    guard nextMark > 0 else { return false }
    let mark = marks[nextMark - 1]
    return mark >= block.lowerBound || nextClosing == 0 || closings[nextClosing - 1] < mark
  }
}
