import Markdown
import SiteModel

/// What became of the words that texts may use as common ones when names became others.
public struct NameRenaming: Sendable {
  /// Words that are looked for now.
  public private(set) var newWords: Set<String> = []
  /// Words that are looked for no more.
  public private(set) var lostWords: Set<String> = []

  /// Nothing became other.
  public init() {}

  /// Whether anything did.
  public var isAny: Bool { !newWords.isEmpty || !lostWords.isEmpty }

  /// Finds the texts that may hold one of the new words.
  public var search: WordSearch { WordSearch(newWords.sorted()) }

  mutating func add(_ word: String) {
    if lostWords.remove(word) == nil { newWords.insert(word) }
  }

  mutating func remove(_ word: String) {
    if newWords.remove(word) == nil { lostWords.insert(word) }
  }
}

extension NameIndex {
  /// A name that an entity bears in another role than before, or bears no more.
  private struct Change {
    let name: Int
    let entity: Int
    let role: NameRole?
  }

  /// Gives entities other names, where they are; linear in these names, and in all names where a
  /// family name is new.
  ///
  /// - Parameters:
  ///   - before: entities as they were.
  ///   - now: the same entities as they are.
  /// - Returns: nil, with nothing changed, where names hang on more than these entities: acronyms,
  ///   numbers within a series, terms.
  mutating func rename(
    _ before: [LoadedContent.Item],
    to now: [LoadedContent.Item]
  ) -> NameRenaming? {
    var changes: [Change] = []
    var families: [Int: [Int]] = [:]
    for (old, new) in zip(before, now) {
      guard let entity = position(of: old.entity.id), new.entity.id == old.entity.id,
        old.meansAlike(new, hasTerms: hasTerms)
      else { return nil }
      let (first, second) = (nameForms(of: old.entity), nameForms(of: new.entity))
      let (roles, newRoles) = (roles(of: first), roles(of: second))
      families[entity] = second.filter { $0.role == .familyName }.map { place(of: $0) }
      for name in Set(roles.keys).union(newRoles.keys).sorted()
      where roles[name] != newRoles[name] {
        changes.append(Change(name: name, entity: entity, role: newRoles[name]))
      }
      // What an acronym stands for may be other under the same name.
      guard !roles.values.contains(.acronym), !newRoles.values.contains(.acronym) else {
        return nil
      }
    }
    guard changes.allSatisfy(isPlain) else { return nil }
    for (entity, names) in families { familyNames[entity] = names.isEmpty ? nil : names }
    var renaming = NameRenaming()
    for change in changes { apply(change, &renaming) }
    return renaming
  }

  /// The first role of each name among the forms of an entity.
  private mutating func roles(of forms: [NameForm]) -> [Int: NameRole] {
    var roles: [Int: NameRole] = [:]
    for form in forms where roles[place(of: form)] == nil { roles[place(of: form)] = form.role }
    return roles
  }

  /// The place of a name among all; a new one is nobody's yet.
  private mutating func place(of form: NameForm) -> Int {
    let name = forms.place(of: form.words)
    if name == senses.count { senses.append([]) }
    return name
  }

  /// Whether a name has one meaning for each entity, whoever else bears it; acronyms and numbers of
  /// sessions have not.
  private func isPlain(_ change: Change) -> Bool {
    let words = forms.words[change.name].lowercased()
    return senses[change.name].allSatisfy { $0.role != .acronym && $0.role != .numberInSeries }
      && !FrenchNames.sessionNouns.contains { words.hasPrefix($0) }
  }

  private mutating func apply(_ change: Change, _ renaming: inout NameRenaming) {
    let (name, words) = (change.name, forms.words[change.name])
    let before = senses[name]
    var now = before.filter { $0.entity != change.entity }
    if let role = change.role {
      let place = now.firstIndex { $0.entity > change.entity } ?? now.count
      now.insert(Sense(entity: change.entity, role: role), at: place)
    }
    senses[name] = now
    if before.isEmpty, !now.isEmpty { automaton.insert(words, as: name) }
    if now.isEmpty, !before.isEmpty { automaton.remove(words) }
    let (oldWord, newWord) = (smallWord(words, before), smallWord(words, now))
    if let oldWord, newWord == nil, commonWords.remove(oldWord, of: name) {
      renaming.remove(oldWord)
    }
    if let newWord, oldWord == nil, commonWords.insert(newWord, of: name) {
      renaming.add(newWord)
    }
    applyToOthers(name, words, before, now)
  }

  /// Looks again for family names in the names of other things, where one or the other is new.
  private mutating func applyToOthers(
    _ name: Int,
    _ words: String,
    _ before: [Sense],
    _ now: [Sense]
  ) {
    let wasFamily = before.contains { $0.role == .familyName }
    let isFamily = now.contains { $0.role == .familyName }
    var read: Set<Int> = [name]
    if wasFamily, !isFamily {
      read.formUnion(wordsOfOthers.holders(of: name))
      wordsOfOthers.remove(familyNamed: words)
    } else if isFamily, !wasFamily {
      wordsOfOthers.insert(family: name, words)
      let search = NameSearch([words])
      read.formUnion(
        senses.indices.filter { isOfOthers(senses[$0]) && search.finds(in: forms.words[$0]) }
      )
    }
    for name in read {
      wordsOfOthers.read(name, forms.words[name], isOther: isOfOthers(senses[name]))
    }
  }

  private func isOfOthers(_ senses: [Sense]) -> Bool {
    !senses.isEmpty && !senses.contains { entities[$0.entity].kind == .person }
  }
}

extension LoadedContent.Item {
  /// Whether its names hang on the same series, terms and texts as those of another.
  func meansAlike(_ other: LoadedContent.Item, hasTerms: Bool) -> Bool {
    func joins(_ item: LoadedContent.Item) -> [RelationReference] {
      item.entity.relations.filter { [.partOf, .uses, .shortens].contains($0.name) }
    }
    return isAlike(joins(self), joins(other)) && (!hasTerms || notes.paths == other.notes.paths)
  }
}
