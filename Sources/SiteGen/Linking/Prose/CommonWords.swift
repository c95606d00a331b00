import Markdown
import SiteModel

/// Names of one word in small letters, to find out which of them texts use as common words.
struct CommonWords: Sendable {
  /// In small letters, in the order of the names.
  let words: [String]
  /// The names that are written so, by word.
  private let names: [String: [Int]]
  private let automaton: NameAutomaton?

  /// Takes names as texts may write them in small letters, several of which may look the same.
  init(_ written: [(word: String, name: Int)]) {
    var words: [String] = []
    var names: [String: [Int]] = [:]
    for (word, name) in written {
      if names[word] == nil { words.append(word) }
      names[word, default: []].append(name)
    }
    self.words = words
    self.names = names
    automaton = words.isEmpty ? nil : NameAutomaton(words)
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
