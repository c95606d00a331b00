import Diagnostics
import Markdown
public import SiteModel

/// How the texts of a site use its names.
public struct NameUses: Sendable {
  /// Names that are common words too.
  fileprivate let common: Set<String>
  /// Family names that are words of other things' names.
  fileprivate let ofOthers: Set<String>
  fileprivate let hasTerms: Bool
}

extension ProseNames {
  /// How texts use the names.
  public var uses: NameUses {
    NameUses(
      common: index.words(of: index.commonNames),
      ofOthers: index.words(of: index.wordsOfOthers.names),
      hasTerms: index.hasTerms
    )
  }
}

/// What is other in the names of a site, so that only texts that may read it are linked again.
public struct NameChange: Sendable {
  private let automaton: NameAutomaton?
  private let search: WordSearch
  private let entities: Set<EntityID>
  private let changesIdentities: Bool
  private let table: IdentityTable

  /// Compares names; nil when more is other than can be told apart.
  ///
  /// - Parameters:
  ///   - old: how the names were used before.
  ///   - new: the names now.
  ///   - before: the entities that are other or no more, as they were.
  ///   - now: the entities that are other or new, as they are.
  ///   - changesIdentities: whether identities, aliases or corrections are others.
  public init?(
    from old: NameUses,
    to new: ProseNames,
    before: [LoadedContent.Item],
    now: [LoadedContent.Item],
    changesIdentities: Bool
  ) {
    let uses = new.uses
    let hasTerms = old.hasTerms || uses.hasTerms
    let wereThere = Dictionary(before.map { ($0.entity.id, $0) }) { first, _ in first }
    let areThere = Dictionary(now.map { ($0.entity.id, $0) }) { first, _ in first }
    var words: Set<String> = []
    var entities: Set<EntityID> = []
    for id in Set(wereThere.keys).union(areThere.keys) {
      let (first, second) = (wereThere[id], areThere[id])
      guard NameChange.mayLink(first, second, hasTerms: hasTerms) else { return nil }
      if let first, let second, first.isNamed(as: second) { continue }
      entities.insert(id)
      words.formUnion(NameChange.otherWords(first, second, hasTerms: hasTerms))
    }
    words.formUnion(old.common.symmetricDifference(uses.common))
    words.formUnion(old.ofOthers.symmetricDifference(uses.ofOthers))
    let names = words.sorted().map { frenchTypography(of: $0) }
    automaton = names.isEmpty ? nil : NameAutomaton(names)
    search = WordSearch(names)
    self.entities = entities
    self.changesIdentities = changesIdentities
    table = new.table
  }

  /// Whether anything is other.
  public var isAny: Bool { automaton != nil || changesIdentities || !entities.isEmpty }

  /// Whether a text that did not change itself may have to be linked again.
  ///
  /// - Parameter prose: its words, and what its authors named.
  /// - Returns: false only where linking would give the same again.
  public func reaches(_ prose: NamedProse) -> Bool {
    if search.finds(in: prose), finds(in: prose.text) { return true }
    guard !prose.targets.isEmpty else { return false }
    if changesIdentities || finds(in: prose.labels) { return true }
    return prose.targets.contains { target in
      guard case .success(let id) = table.resolveMention(target) else { return false }
      return entities.contains(id)
    }
  }

  /// The names that an entity bears now and did not bear before, or the other way round; all of them
  /// where they mean something else.
  private static func otherWords(
    _ first: LoadedContent.Item?,
    _ second: LoadedContent.Item?,
    hasTerms: Bool
  ) -> Set<String> {
    let forms = [first, second].map { $0.map { nameForms(of: $0.entity) } ?? [] }
    let isPlain = !forms.joined().contains { $0.role == .acronym }
    guard isPlain, let first, let second, first.meansAlike(second, hasTerms: hasTerms) else {
      return Set(forms.joined().map(\.words))
    }
    let roles = forms.map { forms in
      Dictionary(forms.map { ($0.words, $0.role) }) { first, _ in first }
    }
    return Set(forms.joined().map(\.words)).filter { roles[0][$0] != roles[1][$0] }
  }

  private func finds(in text: [UInt8]) -> Bool {
    automaton.map { !$0.matches(in: text[...]).found.isEmpty } ?? false
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

func isAlike(_ left: [RelationReference], _ right: [RelationReference]) -> Bool {
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
}
