import Markdown
import SiteModel

/// Names of one word in small letters, to find out which of them texts use as common words.
struct CommonWords: Sendable {
  /// In small letters, in the order of the names.
  let words: [String]
  /// The names that are written so, by word.
  private let names: [String: [Int]]
  private let automaton: NameAutomaton?

  init(_ words: [String], of names: [Int]) {
    self.words = words
    automaton = words.isEmpty ? nil : NameAutomaton(words)
    self.names = Dictionary(grouping: zip(words, names), by: \.0).mapValues { $0.map(\.1) }
  }

  /// The words that stand in a prose.
  func words(in prose: ArraySlice<UInt8>) -> Set<String> {
    guard let automaton else { return [] }
    return Set(automaton.matches(in: prose).found.map { words[$0.name] })
  }

  /// The names that texts use as common words when they use these words.
  func names(of words: some Sequence<String>) -> Set<Int> {
    words.reduce(into: []) { $0.formUnion(names[$1] ?? []) }
  }
}
