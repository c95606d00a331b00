/// Family names that stand in the names of what is no person: « Paris » in a university's.
struct WordsOfOthers: Sendable {
  private var search = NameAutomaton([])
  /// By the name of another thing, the family names in it.
  private var found: [Int: [Int]] = [:]
  /// In how many names of other things each stands.
  private var counts: [Int: Int] = [:]

  /// - Parameters:
  ///   - families: family names, by their places among all names.
  ///   - others: names of what is no person, likewise.
  ///   - words: all names.
  init(_ families: [Int], in others: [Int], _ words: [String]) {
    guard !families.isEmpty else { return }
    // The automaton counts its own names; here all names share their numbers.
    let automaton = NameAutomaton(families.map { words[$0] })
    for name in others {
      let matches = automaton.matches(in: Array(words[name].utf8)[...]).found
      if !matches.isEmpty { keep(matches.map { families[$0.name] }, of: name) }
    }
    search = automaton
    self.families = families
  }

  /// By number of the automaton.
  private var families: [Int] = []

  /// Whether a family name stands in the name of another thing.
  func contains(_ family: Int) -> Bool { counts[family] != nil }

  /// All of them.
  var names: Set<Int> { Set(counts.keys) }

  /// The names of other things in which a family name was found.
  func holders(of family: Int) -> [Int] {
    contains(family) ? found.filter { $0.value.contains(family) }.map(\.key) : []
  }

  /// Looks for one more family name from now on.
  mutating func insert(family: Int, _ words: String) {
    families.append(family)
    search.insert(words, as: families.count - 1)
  }

  /// Looks for one family name less from now on.
  mutating func remove(familyNamed words: String) { search.remove(words) }

  /// Looks again for family names in a name, which may be none of another thing any more.
  mutating func read(_ name: Int, _ words: String, isOther: Bool) {
    for family in found.removeValue(forKey: name) ?? [] {
      counts[family] = counts[family].flatMap { $0 > 1 ? $0 - 1 : nil }
    }
    guard isOther else { return }
    let matches = search.matches(in: Array(words.utf8)[...]).found
    if !matches.isEmpty { keep(matches.map { families[$0.name] }, of: name) }
  }

  private mutating func keep(_ families: [Int], of name: Int) {
    found[name] = families
    for family in families { counts[family, default: 0] += 1 }
  }
}
