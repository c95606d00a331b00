import Diagnostics
import Markdown
import SiteModel

/// What the names of a site mean in the texts of one entity.
struct NameMeaning {
  /// What a name means where it stands.
  enum Resolution {
    /// Nothing that is certain.
    case none
    case one(NameIndex.Sense)
    /// One of several entities.
    case several([Int])
  }

  /// Beyond so many meanings nothing is narrowed down, which keeps the cost linear.
  private static let narrowingLimit = 16

  private let index: NameIndex
  private let owner: Int?
  private let series: EntityID?
  /// Terms known to be used, by how near what says so is.
  private let usedTerms: [Set<Int>]
  private let isIssue: Bool

  init(of item: LoadedContent.Item, in index: NameIndex) {
    let id = item.entity.id
    self.index = index
    owner = index.position(of: id)
    series = index.series(of: id)
    usedTerms = index.terms(usedBy: item)
    isIssue = id.kind == .issue
  }

  /// The term that explains a name when it means an entity.
  func term(of name: Int, for entity: Int) -> Int? {
    index.senses[name].lazy.filter { $0.entity == entity }.compactMap(\.term).first
  }

  func resolve(
    _ name: Int,
    at place: NamePlace,
    memory: NamingMemory,
    _ talk: CollectionTalk?
  ) -> Resolution {
    let senses = index.senses[name]
    guard let first = senses.first else { return .none }
    switch first.role {
    case .numberInSeries:
      guard !place.isOfOthers(but: FrenchNames.ofSeries) else { return .none }
      let key = series.map { NameIndex.SessionNumber(name: name, series: $0) }
      guard let entity = key.flatMap({ index.sessions[$0] }), entity != owner else { return .none }
      return .one(NameIndex.Sense(entity: entity, role: .numberInSeries, term: nil))
    case .numberInCollection:
      guard let talk, talk.isOfCollection(place.match.range, inIssue: isIssue) else { return .none }
    case .numberOfAxis:
      guard !place.isOfOthers(but: FrenchNames.ofCollection) else { return .none }
    default: break
    }
    if isPartOfLongerName(senses, at: place) { return .none }
    if senses.contains(where: { $0.role == .familyName }) {
      return resolveFamilyName(name, senses, at: place, memory)
    }
    return narrow(senses, name, memory)
  }

  /// Whether the words around make somebody else's or something else's of a name in full.
  private func isPartOfLongerName(_ senses: [NameIndex.Sense], at place: NamePlace) -> Bool {
    guard let sense = senses.first(where: { $0.role != .familyName }) else { return false }
    let kind = index.entities[sense.entity].kind
    guard kind == .person || kind == .organisation else { return false }
    let around = WordNeighbours(of: place)
    return kind == .person
      ? around.extendPerson(next: place.next) : around.extendOrganisation(next: place.next)
  }

  /// A family name that is also somebody's whole name means him no less.
  private func resolveFamilyName(
    _ name: Int,
    _ senses: [NameIndex.Sense],
    at place: NamePlace,
    _ memory: NamingMemory
  ) -> Resolution {
    let around = WordNeighbours(of: place)
    guard around.hasHonorific || isFamilyNameCertain(name, around, memory) else {
      // What bears the same name and is no person may be meant as well as he.
      let isPersonal = senses.allSatisfy { $0.role == .familyName }
      return isPersonal ? .none : .several(senses.map(\.entity))
    }
    return narrow(senses, name, memory)
  }

  private func isFamilyNameCertain(
    _ name: Int,
    _ around: WordNeighbours,
    _ memory: NamingMemory
  ) -> Bool {
    memory.isFamilyNamed(name) && !around.belongToOthers && !around.isCitation
      && !index.wordsOfOthers.contains(name)
      && !(around.startsHere && index.commonNames.contains(name))
  }

  private func narrow(
    _ senses: [NameIndex.Sense],
    _ name: Int,
    _ memory: NamingMemory
  ) -> Resolution {
    guard senses.count <= NameMeaning.narrowingLimit else {
      return .several(senses.map(\.entity))
    }
    var left = senses
    for terms in usedTerms where left.count > 1 {
      let used = left.filter { $0.term.map { terms.contains($0) } ?? false }
      if !used.isEmpty { left = used }
    }
    if left.count > 1 {
      let stated = left.filter { memory.isStated($0.entity) }
      if stated.count == 1 { left = stated }
    }
    guard !left.contains(where: { $0.entity == owner }) else { return .none }
    guard left.count == 1, let sense = left.first else { return .several(left.map(\.entity)) }
    return isCertain(sense, name, memory) ? .one(sense) : .none
  }

  private func isCertain(
    _ sense: NameIndex.Sense,
    _ name: Int,
    _ memory: NamingMemory
  ) -> Bool {
    if sense.role == .word, index.commonNames.contains(name) {
      return memory.isNamedInFull(sense.entity)
    }
    // The glossary has nothing to say of an acronym that no text explains.
    let isTerm = index.entities[sense.entity].kind == .term
    return !isTerm || index.terms[sense.entity]?.expansion != nil
  }
}
