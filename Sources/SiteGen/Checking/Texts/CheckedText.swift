public import Diagnostics
public import Markdown
import SiteModel

/// A text that an editor wrote, read once for all rules.
public struct CheckedText: Sendable {
  /// The text, with the way back to its file.
  public let source: ComposedText
  /// What stands where.
  public let markdown: MarkdownSource
  /// Tag of the language of the site.
  public let language: String
  let words: SpelledWords

  /// Reads a text; linear.
  public init(_ source: ComposedText, language: String, words: SpelledWords) {
    self.source = source
    markdown = readMarkdownSource(source)
    self.language = language
    self.words = words
  }

  /// Whether the rules of French typography hold.
  var isFrench: Bool { language == "fr" || language.hasPrefix("fr-") }

  /// The place of a range in the file.
  func span(_ range: Range<Int>) -> SourceSpan { source.map.span(of: range) }

  /// Puts other bytes in the place of a range.
  func edit(_ range: Range<Int>, to new: String) -> Fix.Edit {
    Fix.Edit(span(range), old: Array(source.bytes[range]), new: Array(new.utf8))
  }

  /// The text of a range.
  func text(_ range: Range<Int>) -> String {
    String(decoding: source.bytes[range], as: UTF8.self)
  }
}
