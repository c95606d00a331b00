import Markdown
import SiteModel

/// Names of one word in small letters, to find out which of them texts use as common words.
struct CommonWords: Sendable {
  /// In small letters; those that are no name's any more stay.
  private var words: [String] = []
  /// The names that are written so, by word.
  private(set) var names: [String: [Int]] = [:]
  private var automaton: NameAutomaton?

  /// Takes names as texts may write them in small letters, several of which may look the same.
  init(_ written: [(word: String, name: Int)]) {
    for (word, name) in written {
      if names[word] == nil { words.append(word) }
      names[word, default: []].append(name)
    }
    automaton = words.isEmpty ? nil : NameAutomaton(words)
  }

  /// Adds a name that is written so; says whether its word is new.
  mutating func insert(_ word: String, of name: Int) -> Bool {
    names[word, default: []].append(name)
    guard names[word] == [name] else { return false }
    if automaton == nil { automaton = NameAutomaton([word]) }
    words.append(word)
    automaton?.insert(word, as: words.count - 1)
    return true
  }

  /// Takes a name away; says whether its word went with it.
  mutating func remove(_ word: String, of name: Int) -> Bool {
    names[word]?.removeAll { $0 == name }
    guard names[word]?.isEmpty ?? false else { return false }
    names[word] = nil
    automaton?.remove(word)
    return true
  }

  /// Adds the words that stand in a prose to those that were found.
  func find(in prose: [UInt8], into found: inout Set<String>) {
    guard let automaton else { return }
    for match in automaton.matches(in: prose[...]).found { found.insert(words[match.name]) }
  }

  /// The same, and the names of an automaton that stand there.
  func find(
    in prose: [UInt8],
    into found: inout Set<String>,
    beside names: NameAutomaton
  ) -> FoundNames.Text {
    guard let automaton else { return FoundNames.Text(names.matches(in: prose[...])) }
    let (own, others, work) = names.matches(in: prose, beside: automaton)
    for match in others { found.insert(words[match.name]) }
    return FoundNames.Text((found: own, work: work))
  }

  /// The names that texts use as common words when they use these words.
  func names(of words: some Sequence<String>) -> Set<Int> {
    words.reduce(into: []) { $0.formUnion(names[$1] ?? []) }
  }
}
