import Markdown
import SiteModel

/// Finds names that texts also use as common words: « rose » where somebody is called Rose.
struct CommonNameFinder: Sendable {
  /// Names, by what they are in small letters.
  struct Names {
    fileprivate var words: [String] = []
    fileprivate var names: [[Int]] = []
    private var places: [String: Int] = [:]

    mutating func add(_ name: Int, written small: String) {
      if let place = places[small] { return names[place].append(name) }
      places[small] = words.count
      words.append(small)
      names.append([name])
    }
  }

  private let automaton: NameAutomaton
  /// By word of the automaton, the names it may be.
  private let names: [[Int]]

  init(_ names: Names) {
    automaton = NameAutomaton(names.words)
    self.names = names.names
  }

  /// The names that texts write in small letters; linear in the texts.
  func find(in texts: [MarkdownDocument]) -> Set<Int> {
    guard !names.isEmpty else { return [] }
    var found: Set<Int> = []
    for block in texts.lazy.flatMap(\.prose.blocks) {
      for match in automaton.matches(in: block.text[...]).found {
        found.formUnion(names[match.name])
      }
    }
    return found
  }
}
