import Diagnostics
import Markdown
public import SiteModel

/// The words of the texts of an entity, and what their authors named in them.
public struct NamedProse: Sendable {
  /// The prose of all texts, which no name crosses from block to block.
  public let text: [UInt8]
  fileprivate let marks: WordMarks
  /// The words of mentions, likewise.
  let labels: [UInt8]
  /// What mentions and choices of links name.
  let targets: [Spanned<String>]

  /// No words.
  public init() { (text, marks, labels, targets) = ([], WordMarks(of: []), [], []) }

  /// Takes the texts as they were parsed.
  public init(of item: LoadedContent.Item) {
    text = item.texts.flatMap { $0.prose.text }
    marks = WordMarks(of: text)
    let mentions = item.texts.flatMap(\.mentions)
    labels = mentions.flatMap { mention in
      mention.label.map { Array(frenchTypography(of: $0).utf8) + [0] } ?? []
    }
    targets = mentions.map(\.target) + item.links.also.map(\.target) + item.links.never
  }
}

/// Finds the texts that may hold one of a few names.
public struct WordSearch: Sendable {
  /// The words of each name.
  private let names: [[UInt64]]
  private let search: NameSearch

  init(_ names: [String]) {
    self.names = names.map { WordMarks.words(of: $0) }
    search = NameSearch(names)
  }

  /// Whether a text may hold one of them.
  public func finds(in prose: NamedProse) -> Bool {
    names.contains { prose.marks.mayHold($0) } && search.finds(in: prose.text)
  }
}
