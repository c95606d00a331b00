import Diagnostics
import Linking
import SiteModel

/// What linking found in the prose of each item at the last build.
struct NameMemory {
  private var names: ProseNames
  private(set) var linked: [Diagnosed<LinkedProse>]
  private var aliases: [Diagnostic]
  /// The prose of each item, to look for names in.
  private var prose: [NamedProse]
  /// The words of each prose that are names in capitals.
  private var words: [Set<String>]
  /// How many texts use each of these words.
  private var uses: [String: Int]
  /// Whether the record of some entity gives it another name, which a second might claim.
  private var hasAliases: Bool

  /// The diagnostics of this stage.
  var diagnostics: [Diagnostic] {
    var found: [Diagnostic] = []
    for place in linked.indices where !linked[place].diagnostics.isEmpty {
      found += linked[place].diagnostics
    }
    return found + aliases
  }

  /// Links the names in all texts.
  static func link(
    _ content: LoadedContent,
    _ sources: SourceTree,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> NameMemory {
    let naming = ProseNames(content)
    let prose = await concurrentMap(content.items, jobs: settings.jobs) { NamedProse(of: $0) }
    let words = await concurrentMap(prose, jobs: settings.jobs) { naming.commonWords(in: $0.text) }
    let uses = countUses(of: words)
    let names = naming.withCommonWords(uses.keys)
    work.namesGathered += content.items.count
    work.textsLinked += content.items.count
    return NameMemory(
      names: names,
      linked: await concurrentMap(content.items, jobs: settings.jobs) {
        linkProse(of: $0, with: names, in: sources.file)
      },
      aliases: findSharedAliases(content),
      prose: prose,
      words: words,
      uses: uses,
      hasAliases: content.items.contains(where: \.hasAlias)
    )
  }

  /// Links what is other, and what other names reach; gives the places of what was linked again.
  mutating func relink(
    _ content: LoadedContent,
    _ sources: SourceTree,
    _ changes: ContentChanges,
    _ settings: BuildSettings,
    _ work: inout BuildWork
  ) async -> [Int] {
    let edit = NameEdit(content, changes)
    let old = names.uses
    let renaming = rename(content, edit, &work)
    if edit.movesNames {
      // What was an alias once may be one no more; then there is nothing to find.
      hasAliases = hasAliases || edit.now.contains(where: \.hasAlias)
      aliases = hasAliases ? findSharedAliases(content) : []
    }
    await readProse(content, changes, renaming, settings)
    names = names.withCommonWords(uses.keys)
    let change = NameChange(
      from: old,
      to: names,
      before: edit.before,
      now: edit.now,
      changesIdentities: edit.changesIdentities
    )
    let open = await places(reachedBy: change, content, changes, settings)
    let relinked = await concurrentMap(open, jobs: settings.jobs) { [names] in
      linkProse(of: content.items[$0], with: names, in: sources.file)
    }
    if let places = changes.places {
      let fallback = linked
      linked = places.enumerated().map { place, old in
        old.map { fallback[$0] }
          ?? Diagnosed(LinkedProse(unlinked: content.items[place]))
      }
    }
    for (place, prose) in zip(open, relinked) { linked[place] = prose }
    work.textsLinked += open.count
    return open
  }

  /// Makes the names those of the content; tells what became of the words that may be common ones.
  private mutating func rename(
    _ content: LoadedContent,
    _ edit: NameEdit,
    _ work: inout BuildWork
  ) -> NameRenaming {
    guard edit.changesNames else { return NameRenaming() }
    if !edit.changesIdentities, let renaming = names.rename(edit.before, to: edit.now) {
      return renaming
    }
    let old = names
    names = ProseNames(content)
    work.namesGathered += content.items.count
    return names.renaming(from: old)
  }

  /// Keeps the prose of what is other, and the words in it that may be names.
  private mutating func readProse(
    _ content: LoadedContent,
    _ changes: ContentChanges,
    _ renaming: NameRenaming,
    _ settings: BuildSettings
  ) async {
    if let places = changes.places {
      let (oldProse, oldWords) = (prose, words)
      prose = places.map { $0.map { oldProse[$0] } ?? NamedProse() }
      words = places.map { $0.map { oldWords[$0] } ?? [] }
      uses = NameMemory.countUses(of: words)
    }
    let new = await concurrentMap(changes.changed, jobs: settings.jobs) { place in
      NamedProse(of: content.items[place])
    }
    for (place, prose) in zip(changes.changed, new) { self.prose[place] = prose }
    let open = await placesToRead(changes, renaming, settings)
    let found = await concurrentMap(open.map { prose[$0] }, jobs: settings.jobs) { [names] in
      names.commonWords(in: $0.text)
    }
    for (place, found) in zip(open, found) {
      for word in words[place] { uses[word] = uses[word].flatMap { $0 > 1 ? $0 - 1 : nil } }
      words[place] = found
      for word in found { uses[word, default: 0] += 1 }
    }
  }

  /// The places of the texts in which other words may be found than before.
  private func placesToRead(
    _ changes: ContentChanges,
    _ renaming: NameRenaming,
    _ settings: BuildSettings
  ) async -> [Int] {
    guard renaming.isAny else { return changes.changed }
    let isOther = Set(changes.changed)
    let search = renaming.search
    let reached = await concurrentMap(Array(prose.indices), jobs: settings.jobs) { place in
      isOther.contains(place) || !words[place].isDisjoint(with: renaming.lostWords)
        || search.finds(in: prose[place])
    }
    return reached.indices.filter { reached[$0] }
  }

  /// The places of the items that are other or that changed names may be read in.
  private func places(
    reachedBy change: NameChange?,
    _ content: LoadedContent,
    _ changes: ContentChanges,
    _ settings: BuildSettings
  ) async -> [Int] {
    guard let change else { return Array(content.items.indices) }
    guard change.isAny else { return changes.changed }
    let isOther = Set(changes.changed)
    let reached = await concurrentMap(Array(prose.indices), jobs: settings.jobs) { place in
      isOther.contains(place) || change.reaches(prose[place])
    }
    return reached.indices.filter { reached[$0] }
  }

  private static func countUses(of words: [Set<String>]) -> [String: Int] {
    var uses: [String: Int] = [:]
    for words in words { for word in words { uses[word, default: 0] += 1 } }
    return uses
  }
}

/// The items whose names may be other, and whether identities are.
private struct NameEdit {
  let before: [LoadedContent.Item]
  let now: [LoadedContent.Item]
  /// Whether names, or what they hang on, are other.
  let changesNames: Bool
  /// Whether names stand elsewhere in their files, at least.
  let movesNames: Bool
  /// Whether identities, aliases or corrections are other.
  let changesIdentities: Bool

  init(_ content: LoadedContent, _ changes: ContentChanges) {
    now = changes.changed.map { content.items[$0] }
    before = changes.changed.compactMap { changes.old[$0]?.item } + changes.gone.map(\.item)
    let isSameList = changes.places == nil && changes.areSameCorrections
    let pairs = zip(before, now)
    changesIdentities = !isSameList || !pairs.allSatisfy { $0.entity.aliases == $1.entity.aliases }
    changesNames = changesIdentities || !pairs.allSatisfy { $0.isNamed(as: $1) }
    movesNames = changesNames || !pairs.allSatisfy { $0.entity.namings == $1.entity.namings }
  }
}

extension LoadedContent.Item {
  /// Whether its record gives it another name.
  fileprivate var hasAlias: Bool { entity.namings.contains { $0.form == .alias } }
}
