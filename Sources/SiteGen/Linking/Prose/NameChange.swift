import Diagnostics
import Markdown
public import SiteModel

/// What is other in the names of a site, so that only texts that may read it are linked again.
public struct NameChange: Sendable {
  private let automaton: NameAutomaton?
  private let entities: Set<EntityID>
  private let changesIdentities: Bool
  private let table: IdentityTable

  /// Compares names; nil when more is other than can be told apart.
  ///
  /// - Parameters:
  ///   - old: the names before.
  ///   - new: the names now.
  ///   - before: the entities that are other or no more, as they were.
  ///   - now: the entities that are other or new, as they are.
  ///   - changesIdentities: whether identities, aliases or corrections are others.
  ///   - hasTerms: whether some entity says which texts use it.
  public init?(
    from old: ProseNames,
    to new: ProseNames,
    before: [LoadedContent.Item],
    now: [LoadedContent.Item],
    changesIdentities: Bool,
    hasTerms: Bool
  ) {
    let wereThere = Dictionary(before.map { ($0.entity.id, $0) }) { first, _ in first }
    let areThere = Dictionary(now.map { ($0.entity.id, $0) }) { first, _ in first }
    var words: Set<String> = []
    var entities: Set<EntityID> = []
    for id in Set(wereThere.keys).union(areThere.keys) {
      let (first, second) = (wereThere[id], areThere[id])
      guard NameChange.mayLink(first, second, hasTerms: hasTerms) else { return nil }
      if let first, let second, first.isNamed(as: second) { continue }
      entities.insert(id)
      for item in [first, second].compactMap({ $0 }) {
        words.formUnion(nameForms(of: item.entity).map(\.words))
      }
    }
    words.formUnion(
      old.index.words(of: old.index.commonNames)
        .symmetricDifference(new.index.words(of: new.index.commonNames))
    )
    words.formUnion(
      old.index.words(of: old.index.wordsOfOthers)
        .symmetricDifference(new.index.words(of: new.index.wordsOfOthers))
    )
    automaton = words.isEmpty ? nil : NameAutomaton(words.sorted().map { frenchTypography(of: $0) })
    self.entities = entities
    self.changesIdentities = changesIdentities
    table = new.table
  }

  /// Whether anything is other.
  public var isAny: Bool { automaton != nil || changesIdentities || !entities.isEmpty }

  /// Whether a text that did not change itself may have to be linked again.
  ///
  /// - Parameters:
  ///   - item: the entity with its texts as they were parsed.
  ///   - prose: the words of its texts.
  /// - Returns: false only where linking would give the same again.
  public func reaches(_ item: LoadedContent.Item, prose: [UInt8]) -> Bool {
    if let automaton, !automaton.matches(in: prose[...]).found.isEmpty { return true }
    let targets =
      item.texts.flatMap { $0.mentions.map(\.target) } + item.links.also.map(\.target)
      + item.links.never
    guard !targets.isEmpty else { return false }
    if changesIdentities { return true }
    if let automaton {
      let labels = item.texts.flatMap { $0.mentions.compactMap(\.label) }
      let text = labels.flatMap { label in Array(frenchTypography(of: label).utf8) + [0] as [UInt8]
      }
      if !automaton.matches(in: text[...]).found.isEmpty { return true }
    }
    return targets.contains { target in
      guard case .success(let id) = table.resolveMention(target) else { return false }
      return entities.contains(id)
    }
  }

  /// Whether what an entity says of texts and series stays what it was, so that its names alone
  /// are other.
  private static func mayLink(
    _ first: LoadedContent.Item?,
    _ second: LoadedContent.Item?,
    hasTerms: Bool
  ) -> Bool {
    guard let first, let second else {
      let kind = (first ?? second)?.entity.id.kind
      return !hasTerms && kind != .organisation && kind != .term
    }
    func uses(_ item: LoadedContent.Item) -> [RelationReference] {
      item.entity.relations.filter { $0.name == .uses || $0.name == .shortens }
    }
    guard isAlike(uses(first), uses(second)) else { return false }
    return !hasTerms || first.notes.paths == second.notes.paths
  }
}

private func isAlike(_ left: [RelationReference], _ right: [RelationReference]) -> Bool {
  left.elementsEqual(right) {
    $0.name == $1.name && $0.targetKind == $1.targetKind && $0.target.value == $1.target.value
  }
}

extension LoadedContent.Item {
  /// Whether texts name it as they name another, wherever their records stand.
  public func isNamed(as other: LoadedContent.Item) -> Bool {
    entity.id == other.entity.id && notes.paths == other.notes.paths
      && entity.namings.elementsEqual(other.entity.namings) {
        $0.form == $1.form && $0.words.value == $1.words.value
      } && isAlike(entity.relations, other.entity.relations)
  }

  /// The prose of all texts, which no name crosses from block to block.
  public var prose: [UInt8] {
    var prose: [UInt8] = []
    for block in texts.lazy.flatMap(\.prose.blocks) {
      prose += block.text
      prose.append(0)
    }
    return prose
  }
}
